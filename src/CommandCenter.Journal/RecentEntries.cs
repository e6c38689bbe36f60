using System.Numerics;

namespace CommandCenter.Journal;

/// <summary>
/// The newest entries that this process wrote, so that nobody who keeps up reads or parses them again. A ring: one thread
/// writes, any number read without waiting.
/// </summary>
internal sealed class RecentEntries
{
    private readonly JournalEntry?[] _ring;
    private readonly int _mask;
    private long _lastSequence;

    /// <summary>A ring of at least so many entries, empty after a sequence.</summary>
    public RecentEntries(int capacity, long lastSequence = 0)
    {
        _lastSequence = lastSequence;
        _ring = new JournalEntry?[BitOperations.RoundUpToPowerOf2((uint)capacity)];
        _mask = _ring.Length - 1;
    }

    /// <summary>The newest sequence that readers may see.</summary>
    public long LastSequence => Volatile.Read(ref _lastSequence);

    /// <summary>Keeps an entry that is durable; readers see it from <see cref="Publish"/> on.</summary>
    public void Keep(JournalEntry entry) => Volatile.Write(ref _ring[(int)(entry.Sequence & _mask)], entry);

    /// <summary>Lets readers see everything up to a sequence.</summary>
    public void Publish(long sequence) => Volatile.Write(ref _lastSequence, sequence);

    /// <summary>The entry, or null when it is too old or was written by another process.</summary>
    public JournalEntry? Find(long sequence)
    {
        var entry = Volatile.Read(ref _ring[(int)(sequence & _mask)]);
        return entry?.Sequence == sequence ? entry : null;
    }
}
