using System.Collections.Immutable;
using CommandCenter.Boards.Queues;
using CommandCenter.Boards.Tickets;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Boards.Households;

/// <summary>Topic <c>household:{id}</c>, for the reception desk: who belongs to it, who came, where its ticket is. Holds full names, no card numbers.</summary>
public sealed record HouseholdBoard
{
    /// <summary>Identifier.</summary>
    public required HouseholdId Id { get; init; }

    /// <summary>The number that people know.</summary>
    public required string Number { get; init; }

    /// <summary>Its members; the first is the head.</summary>
    public required ImmutableArray<HouseholdMember> Members { get; init; }

    /// <summary>Who signs in the household's place, by name.</summary>
    public string? Proxy { get; init; }

    /// <summary>Why it has priority, if it has.</summary>
    public PriorityReason? Priority { get; init; }

    /// <summary>How far it is.</summary>
    public required HouseholdStage Stage { get; init; }

    /// <summary>When it checked in.</summary>
    public DateTimeOffset? CheckedInAt { get; init; }

    /// <summary>Its open tickets: one, or two where one waits for a side step to end; the one in hand first.</summary>
    public required ImmutableArray<HouseholdTicket> Tickets { get; init; }

    /// <summary>The flats it has taken.</summary>
    public required ImmutableArray<UnitId> Units { get; init; }

    /// <summary>The token of its own page, for the slip that it is handed; absent where there are no such pages.</summary>
    public string? Page { get; init; }
}

/// <summary>A member of a household.</summary>
public sealed record HouseholdMember(int No, string Name, bool Present, bool Added);

/// <summary>An open ticket of a household.</summary>
/// <param name="Ticket">The ticket.</param>
/// <param name="Number">For people, e.g. S057.</param>
/// <param name="Step">The step it stands in line for.</param>
/// <param name="StepName">That step's name.</param>
/// <param name="Standing">Where it stands.</param>
/// <param name="Since">Issued at.</param>
/// <param name="WindowName">The window it is called to or served at.</param>
/// <param name="Passes">How often it was passed.</param>
public sealed record HouseholdTicket(
    TicketId Ticket, string Number, StepId Step, Label StepName, TicketStanding Standing, DateTimeOffset Since, Label? WindowName, int Passes);

/// <summary>A household that a search found.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Number">The number that people know.</param>
/// <param name="Name">The head's name.</param>
/// <param name="People">How many belong to it.</param>
/// <param name="Stage">How far it is.</param>
/// <param name="Ticket">The number of its ticket.</param>
public sealed record HouseholdLine(HouseholdId Id, string Number, string Name, int People, HouseholdStage Stage, string? Ticket);
