namespace CommandCenter.Grains.Running;

/// <summary>
/// The right to do what an operation does by itself: policies, deadlines, a drill's cast. Of several processes one has it at a
/// time, as far as clocks go; that two may believe so for a moment is harmless, because versions and command ids are checked
/// where entries are stored. Safe on any thread.
/// </summary>
public interface ILease
{
    /// <summary>Whether this process has it now. Turns false by itself when it could not be renewed in time.</summary>
    bool IsHeld { get; }

    /// <summary>Grows with each acquisition, whoever acquires.</summary>
    long Term { get; }

    /// <summary>Completes when it is acquired or lost next. Take it first, look at <see cref="IsHeld"/> then.</summary>
    Task NextChangeAsync();
}

/// <summary>The lease of an operation that only this process runs: held from the beginning to the end.</summary>
public sealed class SoleLease : ILease
{
    /// <summary>The one there is.</summary>
    public static SoleLease Instance { get; } = new();

    private static readonly Task Never = new TaskCompletionSource().Task;

    private SoleLease()
    {
    }

    /// <inheritdoc/>
    public bool IsHeld => true;

    /// <inheritdoc/>
    public long Term => 1;

    /// <inheritdoc/>
    public Task NextChangeAsync() => Never;
}
