using System.Collections.Immutable;
using CommandCenter.Boards.Tickets;
using CommandCenter.Domain.Identity;
using CommandCenter.Journal;
using CommandCenter.Server.Access;
using CommandCenter.Server.Nodes;

namespace CommandCenter.Server.Operations;

/// <summary>One operation of the data folder: running, or why it is not.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Running">The operation; null where not even its beginning can be read.</param>
/// <param name="Fault">Why it takes no commands; null where all is well.</param>
public sealed record ListedOperation(OperationId Id, RunningOperation? Running, string? Fault)
{
    /// <summary>Its journal cannot be read however often it is tried.</summary>
    internal bool IsDamaged { get; init; }
}

/// <summary>
/// All operations of a data folder. One that is damaged does not keep the others from running: it is listed with its fault.
/// Opened once; read from any thread.
/// </summary>
/// <param name="store">Where the journals are; disposed with the registry.</param>
/// <param name="nodes">The processes that serve the same operations.</param>
/// <param name="access">Where the keys of the households' pages are.</param>
/// <param name="devices">Who has joined which post.</param>
/// <param name="followers">Who follows every operation: the push to the screens.</param>
/// <param name="system">The machine's time.</param>
/// <param name="logger">Where to log.</param>
public sealed partial class OperationRegistry(
    IJournalStore store, INodes nodes, IAccessStore access, Devices devices, IEnumerable<IOperationFollower> followers, TimeProvider system,
    ILogger<OperationRegistry> logger) : IAsyncDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);
    private readonly ILogger _logger = logger;
    private readonly CancellationTokenSource _stop = new();
    private Task _looking = Task.CompletedTask;
    private ImmutableSortedDictionary<string, ListedOperation> _operations = ImmutableSortedDictionary<string, ListedOperation>.Empty;

    /// <summary>Every operation, in the order of the ids, with its fault as of now.</summary>
    public IEnumerable<ListedOperation> All => _operations.Values.Select(Now);

    /// <summary>The operation with this id, or null.</summary>
    public ListedOperation? Find(string id) => _operations.TryGetValue(id, out var found) ? Now(found) : null;

    /// <summary>Opens every operation of the data folder. They do not move before <see cref="StartAsync(CancellationToken)"/>.</summary>
    internal async Task OpenAllAsync(CancellationToken cancellationToken)
    {
        foreach (var id in await store.ListAsync(cancellationToken))
        {
            Add(await OpenAsync(id, cancellationToken));
        }
    }

    /// <summary>Opens a journal under which an operation will be founded, or was founded in part.</summary>
    internal async Task<RunningOperation> AddAsync(OperationId id, Opening opening, CancellationToken cancellationToken)
    {
        var journal = await store.OpenAsync(id, cancellationToken);
        var complete = Complete(id, opening);
        while (complete.Lease.NextChangeAsync() is var change && !complete.Lease.IsHeld)
        {
            // Whoever founds it also does what follows by itself, from the first entry on.
            await change.WaitAsync(cancellationToken);
        }

        var running = await RunningOperation.OpenAsync(journal, complete, cancellationToken);
        Add(new(id, running, null));
        return running;
    }

    /// <summary>The operations that there are, those included that another process has founded and that are not open here yet.</summary>
    internal ValueTask<ImmutableArray<OperationId>> ListAsync(CancellationToken cancellationToken) => store.ListAsync(cancellationToken);

    /// <summary>Lets all of them move.</summary>
    internal async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var running in _operations.Values.Select(static o => o.Running).OfType<RunningOperation>())
        {
            await StartAsync(running, cancellationToken);
        }

        if (nodes.AreMany)
        {
            _looking = LookAsync(_stop.Token);
        }
    }

    /// <summary>Lets one of them move that came later.</summary>
    internal async Task StartAsync(RunningOperation running, CancellationToken cancellationToken)
    {
        await running.StartAsync(cancellationToken);
        foreach (var follower in followers)
        {
            follower.Start(running);
        }
    }

    /// <summary>Opens what other processes have founded meanwhile.</summary>
    private async Task LookAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(LookEvery, system, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                foreach (var id in await store.ListAsync(stop))
                {
                    if (Find(id.Value) is not ({ Running: not null } or { IsDamaged: true }))
                    {
                        await OpenLateAsync(id, stop);
                    }
                }
            }
            catch (Exception e) when (e is JournalUnavailableException or OperationCanceledException)
            {
                // Redis is away, or the server stops: looked at again, or not.
            }
            catch (Exception e)
            {
                // One operation that does not start keeps nobody from the next one.
                LogNotLooked(e);
            }
        }
    }

    private async Task OpenLateAsync(OperationId id, CancellationToken stop)
    {
        var found = await OpenAsync(id, stop);
        if (found.Running is not null || found.IsDamaged)
        {
            Add(found);
        }

        if (found.Running is { } running)
        {
            await StartAsync(running, stop);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _looking;
        _stop.Dispose();
        foreach (var running in _operations.Values.Select(static o => o.Running).OfType<RunningOperation>())
        {
            await running.DisposeAsync();
        }

        await store.DisposeAsync();
    }

    private static ListedOperation Now(ListedOperation listed) => listed with { Fault = listed.Running?.Fault ?? listed.Fault };

    private void Add(ListedOperation operation) =>
        ImmutableInterlocked.Update(ref _operations, static (all, added) => all.SetItem(added.Id.Value, added), operation);

    private async Task<ListedOperation> OpenAsync(OperationId id, CancellationToken cancellationToken)
    {
        try
        {
            var journal = await store.OpenAsync(id, cancellationToken);
            if (await Opening.OfAsync(journal, cancellationToken) is not { } opening)
            {
                return new(id, null, "The operation was never founded; its journal has no beginning.");
            }

            return new(id, await RunningOperation.OpenAsync(journal, Complete(id, opening), cancellationToken), null);
        }
        catch (Exception e) when (e is JournalCorruptException or JournalUnavailableException)
        {
            LogNotOpened(id, e.Message);
            return new(id, null, e.Message) { IsDamaged = e is JournalCorruptException };
        }
    }

    private Opening Complete(OperationId id, Opening opening) => opening with
    {
        System = system,
        Followers = [.. followers.Select(f => f.Of(id))],
        Boards = new() { TicketKey = access.Secret($"{id}.tickets", TicketToken.MinKeyLength * 2) },
        IsTaken = new TakenPosts(devices, id, system).Contains,
        Logger = _logger,
        Lease = nodes.LeaseOf(id),
        IsConnected = () => nodes.IsConnected,
        Place = nodes.Place,
    };

    // Event ids 2000–2009; never used again for something else.
    [LoggerMessage(2000, LogLevel.Error, "Operation {Operation} is not opened: {Reason}")]
    private partial void LogNotOpened(OperationId operation, string reason);

    [LoggerMessage(2001, LogLevel.Error, "Operations founded elsewhere could not be taken up; looked at again.")]
    private partial void LogNotLooked(Exception exception);
}
