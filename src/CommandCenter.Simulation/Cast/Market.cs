using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Plans;
using CommandCenter.Journal;

namespace CommandCenter.Simulation.Cast;

/// <summary>The flats as the public board shows them.</summary>
public sealed class Market(IReadOnlyList<Unit> units) : ICastMember
{
    private readonly Dictionary<UnitId, int> _index = units.Select(static (u, i) => (u.Id, i)).ToDictionary(static x => x.Id, static x => x.i);
    private readonly bool[] _taken = new bool[units.Count];

    /// <summary>All flats, in list order.</summary>
    public IReadOnlyList<Unit> Units => units;

    /// <summary>The highest floor.</summary>
    public int TopFloor { get; } = units.Count == 0 ? 1 : units.Max(static u => u.Floor);

    /// <summary>Whether the flat at this place of the list can be had.</summary>
    public bool IsFree(int index) => !_taken[index];

    /// <summary>Flats of a type that can be had.</summary>
    public int Left(UnitTypeId type)
    {
        var left = 0;
        for (var i = 0; i < _taken.Length; i++)
        {
            left += !_taken[i] && units[i].Type == type ? 1 : 0;
        }

        return left;
    }

    /// <inheritdoc/>
    public void Begin()
    {
    }

    /// <inheritdoc/>
    public void Observe(JournalEntry entry)
    {
        switch (entry.Event)
        {
            case UnitReserved e: Mark(e.Unit, true); break;
            case UnitReleased e: Mark(e.Unit, false); break;
            case UnitConfirmed e: Mark(e.Unit.Id, true); break;
            case UnitWithdrawn e: Mark(e.Unit, true); break;
            case UnitReturned e: Mark(e.Unit, false); break;
            case UnitReversed e: Mark(e.Unit, false); break;
            default: break;
        }
    }

    private void Mark(UnitId unit, bool taken) => _taken[_index[unit]] = taken;
}
