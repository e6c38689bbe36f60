namespace CommandCenter.Grains.Running;

/// <summary>A duty that is done by whoever holds the lease, and rests elsewhere.</summary>
internal sealed class LeasedDuty(IDuty duty, ILease lease) : IDuty
{
    private (bool IsHeld, long Term) _seen;

    /// <summary>The duty, tied to the lease where there is anybody to share it with.</summary>
    public static IDuty Of(IDuty duty, ILease lease) => lease is SoleLease ? duty : new LeasedDuty(duty, lease);

    /// <inheritdoc/>
    public ValueTask<bool> DoNextAsync(CancellationToken cancellationToken)
    {
        _seen = (lease.IsHeld, lease.Term);
        return _seen.IsHeld ? duty.DoNextAsync(cancellationToken) : new(false);
    }

    /// <inheritdoc/>
    public async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        var change = lease.NextChangeAsync();
        if (_seen != (lease.IsHeld, lease.Term))
        {
            return;
        }

        if (!_seen.IsHeld)
        {
            await change.WaitAsync(cancellationToken);
            return;
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var more = duty.WaitAsync(either.Token).AsTask();
        await Task.WhenAny(more, change);
        await either.CancelAsync();
        await more.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
    }
}
