using System.Collections.Immutable;
using CommandCenter.Boards.Units;
using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Boards.Tickets;

/// <summary>Topic <c>ticket:{token}</c>: a household's own page, open to whoever has its address. Masked name only.</summary>
public sealed record TicketBoard
{
    /// <summary>The operation's name.</summary>
    public required Label Name { get; init; }

    /// <summary>Live or drill.</summary>
    public required OperationMode Mode { get; init; }

    /// <summary>The phase.</summary>
    public required OperationPhase Phase { get; init; }

    /// <summary>The public sentence, while suspended.</summary>
    public string? Sentence { get; init; }

    /// <summary>The household's number.</summary>
    public required string Household { get; init; }

    /// <summary>The head's name, masked.</summary>
    public required string MaskedName { get; init; }

    /// <summary>How far the household is.</summary>
    public required HouseholdStage Stage { get; init; }

    /// <summary>Its ticket number.</summary>
    public string? Number { get; init; }

    /// <summary>The step of that ticket.</summary>
    public StepId? Step { get; init; }

    /// <summary>Its name.</summary>
    public Label? StepName { get; init; }

    /// <summary>What to bring there.</summary>
    public Label? Bring { get; init; }

    /// <summary>While waiting: how many would be called before.</summary>
    public int? Ahead { get; init; }

    /// <summary>Windows open for that step.</summary>
    public int? OpenWindows { get; init; }

    /// <summary>The mean time at the window in that step; absent before the first.</summary>
    public int? MeanServiceSeconds { get; init; }

    /// <summary>Once called: the window.</summary>
    public Label? WindowName { get; init; }

    /// <summary>Until it has chosen: the types it may take, with what is left of each.</summary>
    public required ImmutableArray<TypeLeft> Types { get; init; }

    /// <summary>The flats it has taken.</summary>
    public required ImmutableArray<UnitId> Units { get; init; }

    /// <summary>The matters that the household brought up or that concern it, the newest first.</summary>
    public required ImmutableArray<OwnMatter> Matters { get; init; }
}

/// <summary>
/// A matter as the household itself sees it: how far it is, and what it was answered. Who handles it, where it came in and
/// what was noted about it stay in the ledger.
/// </summary>
public sealed record OwnMatter
{
    /// <summary>Its number.</summary>
    public required CaseId Case { get; init; }

    /// <summary>What kind of matter.</summary>
    public required CaseCategory Category { get; init; }

    /// <summary>When it came in.</summary>
    public required DateTimeOffset RegisteredAt { get; init; }

    /// <summary>By when there is an answer, or the next interim reply; absent once answered.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>The last interim reply, while there is no answer.</summary>
    public string? Interim { get; init; }

    /// <summary>When it was answered; absent while open.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>The answer.</summary>
    public string? Answer { get; init; }

    /// <summary>How the clause is cited that it rests on.</summary>
    public string? Citation { get; init; }
}

/// <summary>How far a household is, in its own eyes.</summary>
public enum HouseholdStage
{
    /// <summary>Not checked in.</summary>
    Expected,

    /// <summary>Checked in, without a ticket for the moment.</summary>
    Between,

    /// <summary>Waiting.</summary>
    Waiting,

    /// <summary>Called: come to the window.</summary>
    Called,

    /// <summary>Being served.</summary>
    InService,

    /// <summary>Did not appear when called: report back.</summary>
    Passed,

    /// <summary>Put aside.</summary>
    Held,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Left for good.</summary>
    GaveUp,
}
