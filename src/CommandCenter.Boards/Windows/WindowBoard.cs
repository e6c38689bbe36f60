using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CommandCenter.Domain.Entitlements;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Boards.Windows;

/// <summary>Topic <c>window:{id}</c>, for the clerk: the ticket at the window, the household's sheet, who comes next. Holds full names.</summary>
public sealed record WindowBoard
{
    /// <summary>The window.</summary>
    public required WindowId Window { get; init; }

    /// <summary>Its name.</summary>
    public required Label Name { get; init; }

    /// <summary>Whether it serves.</summary>
    public required WindowStatus Status { get; init; }

    /// <summary>Since when; absent before it was first opened.</summary>
    public DateTimeOffset? StatusSince { get; init; }

    /// <summary>Why it is paused.</summary>
    public string? PauseReason { get; init; }

    /// <summary>The step it serves; its usual one while closed.</summary>
    public StepId? Step { get; init; }

    /// <summary>That step's name.</summary>
    public Label? StepName { get; init; }

    /// <summary>What is done there.</summary>
    public ServiceKind? Kind { get; init; }

    /// <summary>The post at the window.</summary>
    public Who? Clerk { get; init; }

    /// <summary>Since when the clerk has been ready for the next household without getting one.</summary>
    public DateTimeOffset? AskingSince { get; init; }

    /// <summary>The refusal's code, where the last request could not be met.</summary>
    public string? Declined { get; init; }

    /// <summary>The ticket at the window.</summary>
    public WindowTicket? Ticket { get; init; }

    /// <summary>The household of that ticket.</summary>
    public HouseholdSheet? Household { get; init; }

    /// <summary>The flat kept for that household.</summary>
    public KeptUnit? Reservation { get; init; }

    /// <summary>What the household would pay or get back if it took the flat kept for it, together with those it has taken.</summary>
    public WorkedSum? Expected { get; init; }

    /// <summary>Who would be called next to this step; at most three.</summary>
    public required ImmutableArray<NextTicket> Next { get; init; }

    /// <summary>Tickets held in this step, which may be taken up again.</summary>
    public required ImmutableArray<NextTicket> Held { get; init; }

    /// <summary>Households served here.</summary>
    public required int Served { get; init; }

    /// <summary>Mean time at this window, from start to end of service; absent before the first.</summary>
    public int? MeanServiceSeconds { get; init; }
}

/// <summary>The ticket at a window.</summary>
/// <param name="Ticket">The ticket.</param>
/// <param name="Number">For people, e.g. S057.</param>
/// <param name="Phase">How far it is.</param>
/// <param name="Priority">Why it has priority, if it has.</param>
/// <param name="CalledAt">When it was called.</param>
/// <param name="Recalls">How often it was called again.</param>
/// <param name="Until">While called: when the next recall or the pass is due.</param>
/// <param name="ArrivedAt">When the household was at the window.</param>
/// <param name="StartedAt">When service began.</param>
/// <param name="Settled">At a selection window: chosen or declined, the service can be completed.</param>
public sealed record WindowTicket(
    TicketId Ticket, string Number, WindowPhase Phase, PriorityReason? Priority, DateTimeOffset CalledAt, int Recalls,
    DateTimeOffset? Until, DateTimeOffset? ArrivedAt, DateTimeOffset? StartedAt, bool Settled);

/// <summary>What the clerk must know of the household at the window.</summary>
public sealed record HouseholdSheet
{
    /// <summary>Identifier.</summary>
    public required HouseholdId Id { get; init; }

    /// <summary>The number that people know.</summary>
    public required string Number { get; init; }

    /// <summary>Its members.</summary>
    public required ImmutableArray<SheetMember> Members { get; init; }

    /// <summary>Who signs in the household's place.</summary>
    public SheetPerson? Proxy { get; init; }

    /// <summary>The people who came for it: the members present, or the proxy alone where no member came.</summary>
    public required int PeoplePresent { get; init; }

    /// <summary>Why it has priority, if it has.</summary>
    public PriorityReason? Priority { get; init; }

    /// <summary>Claims the second-child quota.</summary>
    public required bool SecondChild { get; init; }

    /// <summary>What it is entitled to choose in all; from its first time at a selection window on.</summary>
    public Band? Band { get; init; }

    /// <summary>The flats it has taken.</summary>
    public required ImmutableArray<Unit> Units { get; init; }

    /// <summary>It chose none.</summary>
    public required bool Declined { get; init; }

    /// <summary>What it pays or gets back, line by line; from its first flat on.</summary>
    public WorkedSum? Difference { get; init; }
}

/// <summary>A member of the household at a window. IdTail: for the verification desk only, to compare.</summary>
public sealed record SheetMember(int No, string Name, bool Present, bool Added, string? IdTail);

/// <summary>A person who signs. IdTail: for the verification desk only, to compare.</summary>
public sealed record SheetPerson(string Name, string? IdTail);

/// <summary>A flat kept for a household until a moment.</summary>
public sealed record KeptUnit(Unit Unit, DateTimeOffset Until);

/// <summary>Somebody who waits or is held.</summary>
public sealed record NextTicket(TicketId Ticket, string Number, string Household, PriorityReason? Priority, string? HoldReason);

/// <summary>A worked difference. Areas in m²; amounts in yuan, paid by the household where positive.</summary>
/// <param name="Lines">First the area lines, then the money lines.</param>
/// <param name="Granted">Area granted.</param>
/// <param name="Chosen">Area of all its flats.</param>
/// <param name="Amount">The sum, rounded once.</param>
public sealed record WorkedSum(
    ImmutableArray<SumLine> Lines, decimal Granted, decimal Chosen, [property: JsonConverter(typeof(MoneyConverter))] decimal Amount);

/// <summary>A line of a worked difference: an area or an amount, never both.</summary>
/// <param name="Kind">What the line is.</param>
/// <param name="Quantity">Persons or m²; absent for an amount carried over.</param>
/// <param name="Rate">m² per person on an area line; absent on a money line.</param>
/// <param name="Price">Yuan per m² on a money line; absent on an area line.</param>
/// <param name="Area">m², on an area line.</param>
/// <param name="Amount">Yuan, shown to 0.01, on a money line.</param>
/// <param name="Clause">The clause it rests on.</param>
/// <param name="Citation">How that clause is cited.</param>
public sealed record SumLine(
    WorkedLineKind Kind, decimal? Quantity, decimal? Rate, [property: JsonConverter(typeof(MoneyConverter))] decimal? Price,
    decimal? Area, [property: JsonConverter(typeof(MoneyConverter))] decimal? Amount, ClauseId? Clause, string? Citation);
