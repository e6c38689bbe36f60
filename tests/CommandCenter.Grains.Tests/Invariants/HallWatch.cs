using CommandCenter.Journal;
using CommandCenter.TestKit;
using CommandCenter.TestKit.Halls;

namespace CommandCenter.Grains.Tests.Invariants;

/// <summary>What people in the hall can see: the states as far as the feed has come. Safe on any thread.</summary>
internal sealed class HallWatch(HallView hall) : IFeedSubscriber
{
    private readonly Lock _lock = new();
    private long _sequence;
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Apply(JournalEntry entry)
    {
        lock (_lock)
        {
            hall.Apply(entry.Grain, entry.Event);
            _sequence = entry.Sequence;
            _more.SetResult();
            _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Looks at the hall while nothing changes in it.</summary>
    public T See<T>(Func<HallView, T> look)
    {
        lock (_lock)
        {
            return look(hall);
        }
    }

    /// <summary>Waits until the hall shows this entry.</summary>
    public async Task UpToAsync(long sequence)
    {
        while (true)
        {
            Task more;
            lock (_lock)
            {
                if (_sequence >= sequence)
                {
                    return;
                }

                more = _more.Task;
            }

            await more.Expected($"entry {sequence} in the hall");
        }
    }
}
