namespace CommandCenter.Journal;

/// <summary>
/// Wakes those who wait for more. A waiter takes <see cref="Next"/> first and looks afterwards; then it cannot miss an
/// announcement. Costs nothing while nobody waits. Safe on any thread.
/// </summary>
internal sealed class Pulse
{
    private TaskCompletionSource? waiting;
    private volatile bool closed;

    /// <summary>Whether nothing will come any more.</summary>
    public bool IsClosed => closed;

    /// <summary>Completes with the next announcement, on the waiter's own thread.</summary>
    public Task Next()
    {
        var shared = Volatile.Read(ref waiting);
        if (shared is null)
        {
            var fresh = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            shared = Interlocked.CompareExchange(ref waiting, fresh, null) ?? fresh;
        }

        return closed ? Task.CompletedTask : shared.Task;
    }

    /// <summary>There is more.</summary>
    public void Announce() => Interlocked.Exchange(ref waiting, null)?.TrySetResult();

    /// <summary>There will be no more.</summary>
    public void Close()
    {
        closed = true;
        Announce();
    }
}
