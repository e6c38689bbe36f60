using System.Collections.Immutable;
using CommandCenter.Boards.Meetings;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Boards.Reports;

/// <summary>Topic <c>report</c>: the days of the operation one by one and together. Matters, never people.</summary>
/// <param name="Name">The operation's name.</param>
/// <param name="Mode">Live or drill.</param>
/// <param name="PlanHash">SHA-256 of the plan.</param>
/// <param name="Days">The days on which something happened, the first one first.</param>
/// <param name="Together">All of them: figures and promises added up, what is unfinished now, every meeting.</param>
public sealed record ReportBoard(Label Name, OperationMode Mode, string PlanHash, ImmutableArray<DayReport> Days, DayReport Together);

/// <summary>Topic <c>report:{date}</c>: one day, as the hall's own calendar has it.</summary>
public sealed record DayReport
{
    /// <summary>The day; the last one where several are added up.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The operation's name.</summary>
    public required Label Name { get; init; }

    /// <summary>Live or drill.</summary>
    public required OperationMode Mode { get; init; }

    /// <summary>SHA-256 of the plan.</summary>
    public required string PlanHash { get; init; }

    /// <summary>The figures of the day, every kind once.</summary>
    public required ImmutableArray<ReportFigure> Figures { get; init; }

    /// <summary>What was promised, done and late, every kind once.</summary>
    public required ImmutableArray<PromiseRow> Promises { get; init; }

    /// <summary>What was still owed at the end of the day (or now), those that are late first.</summary>
    public required ImmutableArray<OpenPromise> Unfinished { get; init; }

    /// <summary>The meetings held that day.</summary>
    public required ImmutableArray<HeldMeeting> Meetings { get; init; }
}

/// <summary>A number and the entries of the journal behind it.</summary>
public sealed record ReportFigure(FigureKind Kind, ImmutableArray<long> Entries)
{
    /// <summary>The number.</summary>
    public int Count => Entries.Length;
}

/// <summary>Promises of a kind; each number is the length of its list of entries.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Made">Promised that day.</param>
/// <param name="Kept">Kept that day.</param>
/// <param name="KeptLate">Of those, kept after their time.</param>
/// <param name="Missed">Went beyond their time that day.</param>
/// <param name="Open">Still owed at the end of the day; the entries are those with which they were promised.</param>
public sealed record PromiseRow(
    PromiseKind Kind, ImmutableArray<long> Made, ImmutableArray<long> Kept, ImmutableArray<long> KeptLate, ImmutableArray<long> Missed,
    ImmutableArray<long> Open);

/// <summary>Something still owed.</summary>
/// <param name="Kind">What.</param>
/// <param name="Subject">The order, matter or incident.</param>
/// <param name="Text">What it is about; of an incident its type and zone.</param>
/// <param name="Owner">The group or post that owes it.</param>
/// <param name="Due">By when.</param>
/// <param name="IsLate">Beyond its time.</param>
/// <param name="Entry">The entry with which it was promised.</param>
public sealed record OpenPromise(PromiseKind Kind, string Subject, Label Text, Label Owner, DateTimeOffset Due, bool IsLate, long Entry);

/// <summary>What somebody was promised.</summary>
public enum PromiseKind
{
    /// <summary>An order to a group.</summary>
    Order,

    /// <summary>A decision of a meeting.</summary>
    Decision,

    /// <summary>An answer to a matter.</summary>
    Case,

    /// <summary>The end of an incident.</summary>
    Incident,
}

/// <summary>The figures of a day.</summary>
public enum FigureKind
{
    /// <summary>Households checked in.</summary>
    CheckedIn,

    /// <summary>Services at windows.</summary>
    Served,

    /// <summary>Flats confirmed.</summary>
    UnitsConfirmed,

    /// <summary>Chose none of the flats left.</summary>
    Declined,

    /// <summary>Households done with everything.</summary>
    Done,

    /// <summary>Left for good.</summary>
    GaveUp,

    /// <summary>Tickets passed.</summary>
    Passed,

    /// <summary>Calls with priority.</summary>
    PriorityCalls,

    /// <summary>Calls out of order.</summary>
    OutOfOrderCalls,

    /// <summary>Confirmations undone.</summary>
    Reversed,

    /// <summary>Suspensions.</summary>
    Suspended,

    /// <summary>Meetings held.</summary>
    Meetings,

    /// <summary>Findings of supervision.</summary>
    Findings,
}
