namespace CommandCenter.Journal.Redis;

/// <summary>Wakes one waiter. A call while nobody waits is kept; several are one. Any thread may call, one waits.</summary>
internal sealed class Wake
{
    private TaskCompletionSource _called = Fresh();

    /// <summary>There is something to do.</summary>
    public void Set() => Volatile.Read(ref _called).TrySetResult();

    /// <summary>Waits for a call, not longer than so long.</summary>
    public async Task WaitAsync(TimeSpan atMost)
    {
        await _called.Task.WaitAsync(atMost).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_called.Task.IsCompleted) Volatile.Write(ref _called, Fresh());
    }

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
