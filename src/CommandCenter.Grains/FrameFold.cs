using CommandCenter.Domain;
using CommandCenter.Domain.Identity;
using CommandCenter.Journal;

namespace CommandCenter.Grains;

/// <summary>
/// What every grain may know (<see cref="OperationFrame"/>), as far as this host knows it. Entries of one grain come in their order,
/// those of different grains in any, some of them twice: from an own append, from the feed, from a look at the journal. Safe on any thread.
/// </summary>
internal sealed class FrameFold
{
    private readonly Lock _gate = new();

    // The newest version of each grain that moved it.
    private readonly Dictionary<GrainAddress, long> _moved = [];
    private KnownFrame _now = new(OperationFrame.Empty, 0);

    /// <summary>The frame, and up to which entry it is known.</summary>
    public KnownFrame Now => Volatile.Read(ref _now);

    /// <summary>Takes an entry in. It is known as far as it came without a gap: whoever reads in order, from there or before, moves that on.</summary>
    public void Learn(JournalEntry entry)
    {
        lock (_gate)
        {
            var (frame, sequence) = _now;
            if (frame.Apply(entry.Event) is var moved && !ReferenceEquals(moved, frame) && entry.Version > _moved.GetValueOrDefault(entry.Grain))
            {
                (frame, _moved[entry.Grain]) = (moved, entry.Version);
            }

            var known = entry.Sequence == sequence + 1 ? entry.Sequence : sequence;
            if (known != sequence || !ReferenceEquals(frame, _now.Frame))
            {
                Volatile.Write(ref _now, new(frame, known));
            }
        }
    }
}

/// <summary>A frame, and the sequence up to which nothing is missing from it.</summary>
internal sealed record KnownFrame(OperationFrame Frame, long Sequence);
