using System.Collections.Immutable;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Plans;

/// <summary>The two lists that an operation is founded on, and their hashes (SHA-256 of the canonical rows, hex).</summary>
public sealed record AllocationLists(
    ImmutableArray<HouseholdEntry> Households, string HouseholdsHash, ImmutableArray<Unit> Units, string UnitsHash)
{
    /// <summary>People on the household list.</summary>
    public int People => Households.Sum(static h => h.Members.Length);
}

/// <summary>
/// A household as the list has it. Stored in the journal: its shape is fixed. Identity card numbers do not come in here;
/// the last four characters do, for the verification desk to compare.
/// </summary>
/// <param name="Id">Identifier, e.g. <c>h017</c>.</param>
/// <param name="Number">The household number that people know, e.g. 017.</param>
/// <param name="Members">At least one; the first is the head of the household.</param>
/// <param name="Proxy">Who may sign instead, if anyone.</param>
/// <param name="Priority">A priority reason known beforehand, or null.</param>
/// <param name="SecondChild">Claims the second-child quota.</param>
/// <param name="CarriedDifference">Yuan carried from the demolition agreement: positive is owed by the household, negative to it.</param>
public sealed record HouseholdEntry(
    HouseholdId Id, string Number, ImmutableArray<Member> Members, Proxy? Proxy, PriorityReason? Priority,
    bool SecondChild, decimal CarriedDifference)
{
    /// <summary>Members added since demolition.</summary>
    public int AddedMembers => Members.Count(static m => m.Added);
}

/// <summary>A member of a household. Stored in the journal.</summary>
/// <param name="No">1, 2, 3 … within the household.</param>
/// <param name="Name">Full name; public screens mask it.</param>
/// <param name="IdTail">Last four characters of the identity card, to compare at verification.</param>
/// <param name="Added">Added since demolition.</param>
public sealed record Member(int No, string Name, string IdTail, bool Added = false);

/// <summary>Who may sign for a household. Stored in the journal.</summary>
public sealed record Proxy(string Name, string IdTail);

/// <summary>Why a household is called with priority.</summary>
public enum PriorityReason
{
    /// <summary>年满 70.</summary>
    Aged70,

    /// <summary>残疾.</summary>
    Disabled,

    /// <summary>孕妇.</summary>
    Pregnant,

    /// <summary>携婴幼儿.</summary>
    WithInfant,

    /// <summary>医嘱.</summary>
    DoctorsWord,
}

/// <summary>A flat. Stored in the journal.</summary>
/// <param name="Id">Building and room, e.g. <c>2-902</c>.</param>
/// <param name="Building">Building.</param>
/// <param name="Floor">Floor, from 1.</param>
/// <param name="Room">Room number as on the door, e.g. 902.</param>
/// <param name="Type">Flat type.</param>
/// <param name="Area">Floor area in m², exact to 0.01.</param>
/// <param name="Facing">Orientation as the list has it, e.g. 东南.</param>
public sealed record Unit(UnitId Id, BuildingId Building, int Floor, string Room, UnitTypeId Type, decimal Area, string Facing);
