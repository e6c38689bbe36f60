using CommandCenter.Journal;
using CommandCenter.TestKit;

namespace CommandCenter.Grains.Tests.Fakes;

/// <summary>A subscriber that remembers what it was given, and may be awaited.</summary>
internal sealed class Seen : IFeedSubscriber
{
    private readonly Lock _lock = new();
    private readonly List<JournalEntry> _entries = [];
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Throws when it is given this sequence.</summary>
    public long? ThrowsOn { get; init; }

    public long[] Sequences
    {
        get
        {
            lock (_lock)
            {
                return [.. _entries.Select(static e => e.Sequence)];
            }
        }
    }

    public void Apply(JournalEntry entry)
    {
        if (entry.Sequence == ThrowsOn)
        {
            throw new InvalidOperationException("as asked");
        }

        lock (_lock)
        {
            _entries.Add(entry);
            _more.SetResult();
            _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Waits until it has been given this sequence.</summary>
    public async Task UpToAsync(long sequence)
    {
        while (true)
        {
            Task more;
            lock (_lock)
            {
                if (_entries.Exists(e => e.Sequence == sequence))
                {
                    return;
                }

                more = _more.Task;
            }

            await more.Expected($"entry {sequence} at a subscriber");
        }
    }
}
