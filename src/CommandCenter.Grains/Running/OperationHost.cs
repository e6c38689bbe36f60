using CommandCenter.Domain;
using CommandCenter.Grains.Deadlines;
using CommandCenter.Grains.Policies;
using CommandCenter.Grains.Time;
using CommandCenter.Journal;
using Microsoft.Extensions.Logging;

namespace CommandCenter.Grains.Running;

/// <summary>
/// A whole operation in this process: its grains, and what follows from their entries by itself — subscribers, policies,
/// deadlines. Either stepped to rest (<see cref="RunToRestAsync"/>: a headless drill) or run in the background
/// (<see cref="StartAsync"/>: a server), not both at a time.
/// </summary>
public sealed partial class OperationHost : IGrainHost, IAsyncDisposable
{
    private readonly IJournal _journal;
    private readonly Clocks _clocks;
    private readonly ILogger _logger;
    private readonly IGrainHost _commands;
    private readonly Faults _faults;
    private readonly Feed _feed;
    private readonly ForeignEntries _foreign;
    private readonly PolicyRunner _policies;
    private readonly DeadlineKeeper _deadlines;
    private readonly IDuty[] _duties;
    private readonly ILease _lease;
    private long _delivered;

    private OperationHost(OperationParts parts)
    {
        (_journal, _clocks, _logger, _lease) = (parts.Journal, parts.Clocks, parts.Logger, parts.Lease);
        Grains = new(_journal, parts.Deciders, _clocks, parts.Options, _logger);
        _commands = parts.Place(Grains);
        _faults = new(_logger);
        _feed = new(parts.Subscribers, _faults);
        _foreign = new(Grains);
        _policies = new(Grains, _commands, _journal, parts.Policies, _clocks, parts.Lease, _faults, _logger);
        _deadlines = new(Grains, _commands, _clocks, _faults);
        _duties = [_foreign, LeasedDuty.Of(_policies, parts.Lease), LeasedDuty.Of(_deadlines, parts.Lease)];
    }

    /// <summary>The grains.</summary>
    public GrainHost Grains { get; }

    /// <summary>What every grain may know now.</summary>
    public OperationFrame Frame => Grains.Frame;

    /// <summary>The newest sequence that the subscribers were given.</summary>
    public long Position => _feed.Position;

    /// <summary>Operation time of that entry, or null before the first. A drill's clock goes on from there after a restart.</summary>
    public DateTimeOffset? LastAt => _feed.Last?.At;

    /// <summary>The earliest deadline that any grain states, in operation time, or null.</summary>
    public DateTimeOffset? NextDue => Grains.NextDue;

    /// <summary>Why the operation takes no commands, or null.</summary>
    public OperationStoppedException? Stopped => Grains.Stopped;

    /// <summary>The first time that a subscriber, policy or deadline threw where it must not, or null; the rest went on.</summary>
    public FaultException? Fault => _faults.First;

    /// <summary>
    /// Opens an operation: reads its journal once, for grains and subscribers. Nothing runs yet. A corrupt entry gives an
    /// operation that takes no commands (<see cref="Stopped"/>) and whose subscribers hold what came before.
    /// </summary>
    /// <exception cref="JournalUnavailableException">The journal cannot be read.</exception>
    public static async ValueTask<OperationHost> OpenAsync(OperationParts parts, CancellationToken cancellationToken)
    {
        var host = new OperationHost(parts);
        await host._policies.ResumeAsync(cancellationToken);
        await host.Grains.ReplayAsync(host.Deliver, cancellationToken);
        return host;
    }

    /// <inheritdoc/>
    public ValueTask<CommandAnswer> ExecuteAsync(CommandEnvelope envelope, CancellationToken cancellationToken) =>
        _commands.ExecuteAsync(envelope, cancellationToken);

    /// <summary>
    /// Does, in one thread and always in the same order, whatever follows by itself at this instant: entries to subscribers,
    /// policies, deadlines that are due; until nothing is left to do.
    /// </summary>
    /// <exception cref="InvalidOperationException">It runs in the background.</exception>
    /// <exception cref="FaultException">A subscriber, policy or deadline threw where it must not.</exception>
    /// <exception cref="OperationStoppedException">An entry cannot be trusted.</exception>
    public async ValueTask RunToRestAsync(CancellationToken cancellationToken)
    {
        if (_running is not null)
        {
            throw new InvalidOperationException("The operation runs in the background.");
        }

        Grains.ThrowIfStopped();
        do
        {
            await DrainAsync(cancellationToken);
        }
        while (await DoNextAsync(cancellationToken));

        if (Fault is { } fault)
        {
            throw fault;
        }
    }

    private async ValueTask<bool> DoNextAsync(CancellationToken cancellationToken)
    {
        foreach (var duty in _duties)
        {
            if (await duty.DoNextAsync(cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    private async ValueTask DrainAsync(CancellationToken cancellationToken)
    {
        if (_feed.Position == _journal.LastSequence)
        {
            return;
        }

        try
        {
            await foreach (var entry in _journal.ReadAsync(_feed.Position, cancellationToken))
            {
                Deliver(entry);
            }
        }
        catch (JournalCorruptException e)
        {
            throw Grains.Stop(e);
        }
    }

    // Boards first: they never wait for what follows from the entry.
    private void Deliver(JournalEntry entry)
    {
        Grains.Meet(entry);
        _feed.Deliver(entry);
        _foreign.Offer(entry);
        _policies.Offer(entry);
        Volatile.Write(ref _delivered, entry.Sequence);
    }
}
