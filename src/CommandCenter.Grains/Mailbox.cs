namespace CommandCenter.Grains;

/// <summary>Lets one in at a time, first come, first served, and blocks no thread. Who finds it empty goes in at once.</summary>
internal sealed class Mailbox
{
    private readonly Lock _lock = new();
    private readonly Queue<TaskCompletionSource> _waiting = new();
    private bool _occupied;

    /// <summary>Comes in when those before have left.</summary>
    /// <exception cref="OperationCanceledException">Gave up waiting; did not come in.</exception>
    public ValueTask EnterAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TaskCompletionSource turn;
        lock (_lock)
        {
            if (!_occupied)
            {
                _occupied = true;
                return ValueTask.CompletedTask;
            }

            turn = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(turn);
        }

        return cancellationToken.CanBeCanceled ? WaitAsync(turn, cancellationToken) : new(turn.Task);
    }

    /// <summary>Comes in if nobody is inside.</summary>
    public bool TryEnter()
    {
        lock (_lock)
        {
            var free = !_occupied;
            _occupied = true;
            return free;
        }
    }

    /// <summary>Leaves, and lets the next one in.</summary>
    public void Exit()
    {
        while (true)
        {
            TaskCompletionSource? next;
            lock (_lock)
            {
                if (!_waiting.TryDequeue(out next))
                {
                    _occupied = false;
                    return;
                }
            }

            if (next.TrySetResult())
            {
                return;
            }
        }
    }

    private static async ValueTask WaitAsync(TaskCompletionSource turn, CancellationToken cancellationToken)
    {
        await using var registration = cancellationToken.UnsafeRegister(
            static (state, token) => ((TaskCompletionSource)state!).TrySetCanceled(token), turn);
        await turn.Task;
    }
}
