using System.Numerics;

namespace CommandCenter.Journal.Sqlite;

/// <summary>
/// The newest entries that this process wrote, so that nobody who keeps up reads or parses them again. A ring: one thread
/// writes, any number read without waiting.
/// </summary>
internal sealed class RecentEntries
{
    private readonly JournalEntry?[] ring;
    private readonly int mask;
    private long lastSequence;

    /// <summary>A ring of at least so many entries.</summary>
    public RecentEntries(int capacity)
    {
        ring = new JournalEntry?[BitOperations.RoundUpToPowerOf2((uint)capacity)];
        mask = ring.Length - 1;
    }

    /// <summary>The newest sequence that readers may see.</summary>
    public long LastSequence => Volatile.Read(ref lastSequence);

    /// <summary>Keeps an entry that is durable; readers see it from <see cref="Publish"/> on.</summary>
    public void Keep(JournalEntry entry) => Volatile.Write(ref ring[(int)(entry.Sequence & mask)], entry);

    /// <summary>Lets readers see everything up to a sequence.</summary>
    public void Publish(long sequence) => Volatile.Write(ref lastSequence, sequence);

    /// <summary>The entry, or null when it is too old or was written by another process.</summary>
    public JournalEntry? Find(long sequence)
    {
        var entry = Volatile.Read(ref ring[(int)(sequence & mask)]);
        return entry?.Sequence == sequence ? entry : null;
    }
}
