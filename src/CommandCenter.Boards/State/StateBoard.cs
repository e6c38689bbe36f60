using System.Collections.Immutable;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Boards.State;

/// <summary>Topic <c>state</c>: the day at a glance. Counts are households unless they say otherwise.</summary>
public sealed record StateBoard
{
    /// <summary>The operation; absent before it was founded.</summary>
    public OperationId? Operation { get; init; }

    /// <summary>Its name.</summary>
    public required Label Name { get; init; }

    /// <summary>Live or drill.</summary>
    public required OperationMode Mode { get; init; }

    /// <summary>IANA time zone of the hall.</summary>
    public required string TimeZone { get; init; }

    /// <summary>The phase.</summary>
    public required OperationPhase Phase { get; init; }

    /// <summary>Since when; absent while preparing.</summary>
    public DateTimeOffset? PhaseSince { get; init; }

    /// <summary>The public sentence, while suspended.</summary>
    public string? Sentence { get; init; }

    /// <summary>Who suspended, while suspended: the one who may not be the one to resume.</summary>
    public Who? SuspendedBy { get; init; }

    /// <summary>When the plan opens the day.</summary>
    public required DateTimeOffset Opens { get; init; }

    /// <summary>When the plan closes it.</summary>
    public required DateTimeOffset Closes { get; init; }

    /// <summary>When it was opened.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>Households of the list.</summary>
    public required int Households { get; init; }

    /// <summary>People of the list.</summary>
    public required int People { get; init; }

    /// <summary>Checked in so far.</summary>
    public required int CheckedIn { get; init; }

    /// <summary>People here now: those who came with households that are neither done nor gone.</summary>
    public required int PeoplePresent { get; init; }

    /// <summary>Tickets waiting.</summary>
    public required int Waiting { get; init; }

    /// <summary>Tickets called and not yet served.</summary>
    public required int Called { get; init; }

    /// <summary>Tickets being served.</summary>
    public required int InService { get; init; }

    /// <summary>Tickets put aside.</summary>
    public required int Held { get; init; }

    /// <summary>Tickets passed that have not reported back.</summary>
    public required int Passed { get; init; }

    /// <summary>Passes so far.</summary>
    public required int PassesTotal { get; init; }

    /// <summary>Open tickets that come after everyone else.</summary>
    public required int EndOfDay { get; init; }

    /// <summary>Choice made: a flat, or none.</summary>
    public required int Selected { get; init; }

    /// <summary>Done.</summary>
    public required int Done { get; init; }

    /// <summary>Left for good.</summary>
    public required int GaveUp { get; init; }

    /// <summary>Flats neither taken nor withdrawn.</summary>
    public required int UnitsLeft { get; init; }

    /// <summary>All flats.</summary>
    public required int UnitsTotal { get; init; }

    /// <summary>Flats reserved now.</summary>
    public required int Reserved { get; init; }

    /// <summary>When the order of selection was published.</summary>
    public DateTimeOffset? OrderPublishedAt { get; init; }

    /// <summary>What must be confirmed before opening, in the order in which it is shown.</summary>
    public required ImmutableArray<ReadinessState> Readiness { get; init; }

    /// <summary>Open incidents of severity 1, 2, 3 and 4.</summary>
    public required ImmutableArray<int> OpenIncidents { get; init; }

    /// <summary>All incidents raised.</summary>
    public required int IncidentsRaised { get; init; }

    /// <summary>Orders open beyond their time.</summary>
    public required int OverdueAssignments { get; init; }

    /// <summary>Matters open beyond their time.</summary>
    public required int OverdueCases { get; init; }

    /// <summary>Arrivals and completions by quarter of an hour, oldest first; quarters without either are left out.</summary>
    public required ImmutableArray<QuarterHour> Quarters { get; init; }
}

/// <summary>A readiness item.</summary>
/// <param name="Item">Its id: <c>lists</c>, <c>order</c>, <c>group:{id}</c>, <c>window:{id}</c>, or one of the plan's own.</param>
/// <param name="Name">The name of the group, window or item; absent for lists and order, which the screens word.</param>
/// <param name="Owner">The group that answers for it, where the plan says so.</param>
/// <param name="ConfirmedAt">When it was confirmed; absent while open.</param>
/// <param name="By">By whom.</param>
public sealed record ReadinessState(string Item, Label? Name, GroupId? Owner, DateTimeOffset? ConfirmedAt, Who? By);

/// <summary>A quarter of an hour.</summary>
/// <param name="Start">When it begins.</param>
/// <param name="Arrivals">Households that checked in.</param>
/// <param name="Completions">Households that were done.</param>
public sealed record QuarterHour(DateTimeOffset Start, int Arrivals, int Completions);
