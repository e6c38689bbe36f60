namespace CommandCenter.Journal.Sqlite;

/// <summary>
/// An append on its way through the writer. Until the writer takes it, its caller may withdraw it; from then on the outcome
/// is reported. The caller goes on elsewhere, never on the writer's thread.
/// </summary>
/// <param name="append">What was decided.</param>
/// <param name="rows">Its events, encoded by the caller.</param>
internal sealed class PendingAppend(Append append, byte[][] rows)
    : TaskCompletionSource<CommandAnswer>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    private const int Waiting = 0;
    private const int Taken = 1;
    private const int Withdrawn = 2;

    private CancellationTokenRegistration _registration;
    private int _state = Waiting;

    /// <summary>What was decided.</summary>
    public Append Append => append;

    /// <summary>Its events, encoded.</summary>
    public byte[][] Rows => rows;

    /// <summary>What the caller will be told once the group is durable; null for a lost race.</summary>
    public CommandAnswer? Answer { get; set; }

    /// <summary>The lost race, or null.</summary>
    public JournalConflictException? Conflict { get; set; }

    /// <summary>Lets the caller withdraw it; before it is handed over.</summary>
    public void WithdrawOn(CancellationToken cancellationToken)
    {
        if (!cancellationToken.CanBeCanceled) return;
        _registration = cancellationToken.UnsafeRegister(static (self, token) => ((PendingAppend)self!).Withdraw(token), this);
    }

    /// <summary>Takes it up; false when it was withdrawn.</summary>
    public bool TryTake() => Interlocked.CompareExchange(ref _state, Taken, Waiting) == Waiting;

    /// <summary>Tells the caller how it went.</summary>
    public void Report()
    {
        _registration.Unregister();
        if (Conflict is null) SetResult(Answer!);
        else SetException(Conflict);
    }

    /// <summary>Tells the caller that nothing was written.</summary>
    public void Report(Exception fault)
    {
        _registration.Unregister();
        SetException(fault);
    }

    private void Withdraw(CancellationToken cancellationToken)
    {
        if (Interlocked.CompareExchange(ref _state, Withdrawn, Waiting) == Waiting) SetCanceled(cancellationToken);
    }
}
