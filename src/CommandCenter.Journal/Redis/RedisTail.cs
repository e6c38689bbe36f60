namespace CommandCenter.Journal.Redis;

/// <summary>
/// The newest entries as this process knows them. They come from two sides, from own appends and from the stream, in any order
/// and perhaps twice; readers see them in sequence order, without gaps. Safe on any thread.
/// </summary>
internal sealed class RedisTail
{
    /// <summary>Entries kept in memory for those who follow.</summary>
    private const int Capacity = 8_192;

    private readonly Lock _gate = new();
    private readonly RecentEntries _recent;
    private readonly SortedDictionary<long, JournalEntry> _ahead = [];

    /// <summary>Begins with what the store holds: the newest sequence, and its entry where it can be read.</summary>
    public RedisTail(long lastSequence, JournalEntry? newest)
    {
        _recent = new(Capacity, lastSequence);
        if (newest is not null) _recent.Keep(newest);
    }

    /// <summary>Wakes those who wait for more.</summary>
    public Pulse Pulse { get; } = new();

    /// <summary>The newest sequence that readers may see.</summary>
    public long LastSequence => _recent.LastSequence;

    /// <summary>The entry, or null when it is too old or not known yet.</summary>
    public JournalEntry? Find(long sequence) => _recent.Find(sequence);

    /// <summary>Takes entries in; false where some before them are still missing.</summary>
    public bool Offer(IReadOnlyList<JournalEntry> entries)
    {
        bool whole;
        lock (_gate)
        {
            var last = _recent.LastSequence;
            foreach (var entry in entries)
            {
                if (entry.Sequence > last) _ahead[entry.Sequence] = entry;
            }

            while (_ahead.Remove(last + 1, out var next))
            {
                _recent.Keep(next);
                last++;
            }

            whole = _ahead.Count == 0;
            _recent.Publish(last);
        }

        Pulse.Announce();
        return whole;
    }

    /// <summary>Waits until readers may see a sequence, or nothing comes any more.</summary>
    public async Task ReachedAsync(long sequence)
    {
        while (true)
        {
            var more = Pulse.Next();
            if (LastSequence >= sequence || Pulse.IsClosed) return;
            await more;
        }
    }
}
