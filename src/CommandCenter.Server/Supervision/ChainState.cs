using CommandCenter.Domain.Identity;
using CommandCenter.Journal;
using CommandCenter.Journal.Chains;
using CommandCenter.Server.Operations;

namespace CommandCenter.Server.Supervision;

/// <summary>
/// The hash chain of one operation, folded as its entries come, so that its present end can be shown at any moment; and
/// the last time somebody had the whole journal folded again from the store and compared.
/// </summary>
public sealed class ChainState(OperationId operation) : IFeedSubscriber
{
    private readonly Lock _gate = new();
    private readonly Chain _chain = new(operation);
    private volatile ChainVerification? _last;

    /// <summary>Where the chain stands.</summary>
    public Checkpoint Checkpoint
    {
        get
        {
            lock (_gate)
            {
                return _chain.Checkpoint;
            }
        }
    }

    /// <summary>What the last verification found; null before the first since this server started.</summary>
    public ChainVerification? Last => _last;

    /// <inheritdoc/>
    public void Apply(JournalEntry entry)
    {
        lock (_gate)
        {
            // An operation whose reading broke off is opened again, from the first entry.
            if (entry.Sequence > _chain.Sequence)
            {
                _chain.Add(entry);
            }
        }
    }

    /// <summary>
    /// Folds the journal again from the store, up to where the running chain stands now, and compares the two. The newest
    /// entries a journal may still hold in memory; the verb <c>verify</c> reads the file alone.
    /// </summary>
    public async Task<ChainVerification> VerifyAsync(RunningOperation running, CancellationToken cancellationToken)
    {
        var expected = Checkpoint;
        var chain = new Chain(operation);
        var fault = default(long?);
        try
        {
            await foreach (var entry in running.ReadAsync(0, cancellationToken))
            {
                chain.Add(entry);
                if (chain.Sequence == expected.Sequence)
                {
                    break;
                }
            }
        }
        catch (JournalCorruptException e)
        {
            fault = e.Sequence;
        }

        return _last = new(expected.Sequence, chain.Checkpoint.Hash, fault is null && chain.Checkpoint == expected, fault, running.Clocks.System.GetUtcNow());
    }
}

/// <summary>A comparison of the store with the running chain.</summary>
/// <param name="Sequence">Up to which entry.</param>
/// <param name="Hash">The hash that the store gives.</param>
/// <param name="Matches">Whether it is the running chain's.</param>
/// <param name="Fault">The first entry that cannot be read.</param>
/// <param name="At">When, wall time.</param>
public sealed record ChainVerification(long Sequence, string Hash, bool Matches, long? Fault, DateTimeOffset At);
