using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Queues;

/// <summary>Where a ticket is.</summary>
public enum TicketPlace
{
    /// <summary>In line.</summary>
    Waiting,

    /// <summary>Called to a window, or at it.</summary>
    AtWindow,

    /// <summary>Passed; waits for the household to report back.</summary>
    Passed,

    /// <summary>Held at a window.</summary>
    HeldAtWindow,

    /// <summary>Put aside by the household for a side step.</summary>
    HeldByHousehold,

    /// <summary>Served or ended.</summary>
    Closed,
}

/// <summary>A household's place in the line of one step.</summary>
/// <param name="Id">Unique in the operation.</param>
/// <param name="Number">For people, e.g. S057.</param>
/// <param name="Issue">Its number in order of issue, from 1.</param>
/// <param name="Household">Whose it is.</param>
/// <param name="Priority">Why it has priority, if it has.</param>
/// <param name="Rank">Place in the draw order, from 1, where the queue has one.</param>
/// <param name="IssuedAt">Since when it waits.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Window">The window while at one.</param>
/// <param name="Passes">How often it was passed.</param>
/// <param name="AfterCalls">Count of the queue's calls from which it may be called again.</param>
/// <param name="EndOfDay">It comes after everyone else.</param>
public sealed record Ticket(
    TicketId Id, string Number, int Issue, HouseholdId Household, PriorityReason? Priority, int? Rank, DateTimeOffset IssuedAt,
    TicketPlace Place = TicketPlace.Waiting, WindowId? Window = null, int Passes = 0, int AfterCalls = 0, bool EndOfDay = false)
{
    /// <summary>Its place in line: end-of-day tickets last, then by draw rank, then by issue.</summary>
    public LinePlace Line => new(EndOfDay, Rank ?? int.MaxValue, Issue, Id);
}

/// <summary>The order in which waiting tickets stand.</summary>
public readonly record struct LinePlace(bool EndOfDay, int Rank, int Issue, TicketId Ticket) : IComparable<LinePlace>
{
    /// <summary>Smaller stands further in front.</summary>
    public int CompareTo(LinePlace other)
    {
        var byDay = EndOfDay.CompareTo(other.EndOfDay);
        var byRank = byDay != 0 ? byDay : Rank.CompareTo(other.Rank);
        return byRank != 0 ? byRank : Issue.CompareTo(other.Issue);
    }

    /// <summary>Stands in front of.</summary>
    public static bool operator <(LinePlace left, LinePlace right) => left.CompareTo(right) < 0;

    /// <summary>Stands behind.</summary>
    public static bool operator >(LinePlace left, LinePlace right) => left.CompareTo(right) > 0;

    /// <summary>Does not stand behind.</summary>
    public static bool operator <=(LinePlace left, LinePlace right) => left.CompareTo(right) <= 0;

    /// <summary>Does not stand in front of.</summary>
    public static bool operator >=(LinePlace left, LinePlace right) => left.CompareTo(right) >= 0;
}
