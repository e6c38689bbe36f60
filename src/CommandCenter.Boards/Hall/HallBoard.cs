using System.Collections.Immutable;
using CommandCenter.Boards.Units;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Boards.Hall;

/// <summary>Topic <c>hall</c>, public: who is called to which window, how far along, which flats are left. No names at all.</summary>
public sealed record HallBoard
{
    /// <summary>The operation's name.</summary>
    public required Label Name { get; init; }

    /// <summary>Live or drill.</summary>
    public required OperationMode Mode { get; init; }

    /// <summary>The phase.</summary>
    public required OperationPhase Phase { get; init; }

    /// <summary>The public sentence, while suspended.</summary>
    public string? Sentence { get; init; }

    /// <summary>The last calls and recalls that hold, newest first; at most six, each ticket once. Passed and taken back ones are gone.</summary>
    public required ImmutableArray<HallCall> Calls { get; init; }

    /// <summary>Households of the list.</summary>
    public required int Households { get; init; }

    /// <summary>Of them done.</summary>
    public required int Done { get; init; }

    /// <summary>Of them with their choice made: a flat, or none.</summary>
    public required int Selected { get; init; }

    /// <summary>The furthest draw rank called to selection; absent before the first.</summary>
    public int? RankCalled { get; init; }

    /// <summary>Flats left of each type.</summary>
    public required ImmutableArray<TypeLeft> Types { get; init; }
}

/// <summary>A call on the hall screen.</summary>
/// <param name="Ticket">The ticket.</param>
/// <param name="Number">Its number for people.</param>
/// <param name="Window">To which window.</param>
/// <param name="WindowName">Its name.</param>
/// <param name="StepName">For what.</param>
/// <param name="At">When it was called, or last called again.</param>
/// <param name="Recalls">How often it was called again.</param>
public sealed record HallCall(
    TicketId Ticket, string Number, WindowId Window, Label WindowName, Label StepName, DateTimeOffset At, int Recalls);
