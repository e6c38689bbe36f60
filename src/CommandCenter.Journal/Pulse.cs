namespace CommandCenter.Journal;

/// <summary>
/// Wakes those who wait for more. A waiter takes <see cref="Next"/> first and looks afterwards; then it cannot miss an
/// announcement. Costs nothing while nobody waits. Safe on any thread.
/// </summary>
internal sealed class Pulse
{
    private TaskCompletionSource? _waiting;
    private volatile bool _closed;

    /// <summary>Whether nothing will come any more.</summary>
    public bool IsClosed => _closed;

    /// <summary>Completes with the next announcement, on the waiter's own thread.</summary>
    public Task Next()
    {
        var shared = Volatile.Read(ref _waiting);
        if (shared is null)
        {
            var fresh = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            shared = Interlocked.CompareExchange(ref _waiting, fresh, null) ?? fresh;
        }

        return _closed ? Task.CompletedTask : shared.Task;
    }

    /// <summary>There is more.</summary>
    public void Announce() => Interlocked.Exchange(ref _waiting, null)?.TrySetResult();

    /// <summary>There will be no more.</summary>
    public void Close()
    {
        _closed = true;
        Announce();
    }
}
