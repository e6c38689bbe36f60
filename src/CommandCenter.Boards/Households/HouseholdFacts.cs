using System.Collections.Immutable;
using CommandCenter.Boards.Queues;
using CommandCenter.Boards.Units;
using CommandCenter.Boards.Windows;
using CommandCenter.Domain.Entitlements;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Boards.Households;

/// <summary>What is known of a household.</summary>
internal sealed class HouseholdFacts(HouseholdId id)
{
    public HouseholdId Id => id;

    public HouseholdEntry? Entry { get; private set; }

    /// <summary>The number that people know.</summary>
    public string Number { get; private set; } = id.Value;

    /// <summary>The head's name as the public may see it; empty before the household is on the list.</summary>
    public string MaskedName { get; private set; } = string.Empty;

    public DateTimeOffset? CheckedInAt { get; set; }

    /// <summary>The numbers of the members present.</summary>
    public ImmutableArray<int> Present { get; set; } = [];

    /// <summary>Who signs for it, where that was said.</summary>
    public Proxy? Proxy { get; set; }

    public PriorityReason? Priority { get; set; }

    /// <summary>What it is entitled to choose in all; known from its first time at a selection window.</summary>
    public Band? Band { get; set; }

    public List<Unit> Units { get; } = [];

    public WorkedDifference? Difference { get; set; }

    public UnitFacts? Reservation { get; set; }

    public bool Declined { get; set; }

    public DateTimeOffset? DoneAt { get; set; }

    public DateTimeOffset? GaveUpAt { get; set; }

    /// <summary>The tickets that are still open: one, or two where one is put aside for a side step.</summary>
    public List<TicketFacts> Tickets { get; } = [];

    /// <summary>The window it is called to or served at.</summary>
    public WindowFacts? Window { get; set; }

    /// <summary>The topic of its own page, if it has one.</summary>
    public Topic? Page { get; set; }

    /// <summary>It has chosen: flats, or none of those left.</summary>
    public bool HasSelected => Declined || Units.Count > 0;

    /// <summary>Here now: checked in, neither done nor gone.</summary>
    public bool IsHere => CheckedInAt is not null && DoneAt is null && GaveUpAt is null;

    /// <summary>The people who came for it: the members present, or the proxy alone where no member came.</summary>
    public int PeopleCame => Math.Max(1, Present.Length);

    public void Register(HouseholdEntry entry)
    {
        Entry = entry;
        Number = entry.Number;
        MaskedName = Domain.Privacy.MaskedName.Of(entry.Members[0].Name);
        Priority = entry.Priority;
    }
}
