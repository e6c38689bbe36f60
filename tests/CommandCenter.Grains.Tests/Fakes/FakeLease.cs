using CommandCenter.Grains.Running;

namespace CommandCenter.Grains.Tests.Fakes;

/// <summary>A lease that the test gives and takes.</summary>
internal sealed class FakeLease : ILease
{
    private TaskCompletionSource _change = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private (bool IsHeld, long Term) _now = (true, 1);

    /// <inheritdoc/>
    public bool IsHeld => _now.IsHeld;

    /// <inheritdoc/>
    public long Term => _now.Term;

    /// <inheritdoc/>
    public Task NextChangeAsync() => Volatile.Read(ref _change).Task;

    /// <summary>It is held or not, in a term.</summary>
    public void Become(bool isHeld, long term)
    {
        _now = (isHeld, term);
        Interlocked.Exchange(ref _change, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }
}
