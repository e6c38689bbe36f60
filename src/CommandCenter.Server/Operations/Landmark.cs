using CommandCenter.Journal;

namespace CommandCenter.Server.Operations;

/// <summary>
/// Lets callers wait until the feed has passed an entry. Subscribed after the boards, so that whoever was answered finds
/// what was done on every board.
/// </summary>
internal sealed class Landmark : IFeedSubscriber
{
    private readonly Lock _lock = new();
    private readonly PriorityQueue<TaskCompletionSource, long> _waiting = new();
    private long _passed;

    /// <inheritdoc/>
    public void Apply(JournalEntry entry)
    {
        lock (_lock)
        {
            _passed = entry.Sequence;
            while (_waiting.TryPeek(out _, out var sequence) && sequence <= _passed)
            {
                _waiting.Dequeue().SetResult();
            }
        }
    }

    /// <summary>Completes when the entry has passed.</summary>
    public Task PassedAsync(long sequence)
    {
        lock (_lock)
        {
            if (sequence <= _passed)
            {
                return Task.CompletedTask;
            }

            var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(waiting, sequence);
            return waiting.Task;
        }
    }
}
