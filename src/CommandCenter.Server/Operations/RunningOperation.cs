using CommandCenter.Boards;
using CommandCenter.Domain;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Policies;
using CommandCenter.Grains;
using CommandCenter.Grains.Running;
using CommandCenter.Grains.Time;
using CommandCenter.Journal;

namespace CommandCenter.Server.Operations;

/// <summary>One operation in this server: its grains, what follows from them by itself, its boards and its clock.</summary>
public sealed class RunningOperation : IScene, IAsyncDisposable
{
    // Longer than boards ever need; a caller is answered all the same when a board has failed.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    // Where several processes write, a caller may lose a race to each of them again and again.
    private static readonly GrainHostOptions Shared = new() { MaxAttempts = 20 };

    private readonly IJournal _journal;
    private readonly Opening _opening;
    private readonly Landmark _landmark;

    private RunningOperation(IJournal journal, Opening opening, OperationHost host, BoardSet boards, Clocks clocks, Landmark landmark, LiveDrill? drill) =>
        (_journal, _opening, Host, Boards, Clocks, _landmark, Drill) = (journal, opening, host, boards, clocks, landmark, drill);

    /// <summary>Its id.</summary>
    public OperationId Id => _journal.Operation;

    /// <summary>What commands go to.</summary>
    public OperationHost Host { get; }

    /// <summary>What screens see.</summary>
    public BoardSet Boards { get; }

    /// <summary>Operation and system time.</summary>
    public Clocks Clocks { get; }

    /// <summary>Mode, phase and plan now.</summary>
    public OperationFrame Frame => Host.Frame;

    /// <inheritdoc/>
    public DateTimeOffset Now => Clocks.Now;

    /// <summary>How fast the operation clock runs: 1 in a live operation, 0 while a drill stands still.</summary>
    public double Speed => Drill?.Speed ?? 1;

    /// <summary>Why it takes no commands, or null.</summary>
    public string? Fault => Host.Stopped?.Message;

    /// <summary>
    /// Whether the store answers and the boards have what it held when it last began to. While they do not, what screens show grows old.
    /// </summary>
    public bool IsConnected => _opening.IsConnected() && _journal.IsCurrentAt(Boards.Sequence);

    internal LiveDrill? Drill { get; }

    /// <summary>The right to do what it does by itself.</summary>
    internal ILease Lease => _opening.Lease;

    /// <summary>Opens an operation from its journal. Nothing moves yet.</summary>
    /// <param name="journal">Its journal; whoever opened it disposes it.</param>
    /// <param name="opening">How it is opened.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="JournalUnavailableException">The journal cannot be read.</exception>
    internal static async ValueTask<RunningOperation> OpenAsync(IJournal journal, Opening opening, CancellationToken cancellationToken)
    {
        var boards = new BoardSet(opening.Boards);
        var landmark = new Landmark();
        var drill = opening.Mode == OperationMode.Drill ? new LiveDrill(opening) : null;
        var clocks = new Clocks((TimeProvider?)drill?.Clock ?? new LiveClock(opening.Zone), opening.System);
        var host = await OperationHost.OpenAsync(
            new(journal, Deciders.All, AllPolicies.List, [boards, .. drill?.Subscribers ?? [], landmark, .. opening.Followers], clocks)
            {
                Logger = opening.Logger, Lease = opening.Lease, Place = opening.Place, Options = opening.Lease is SoleLease ? new() : Shared,
            },
            cancellationToken);
        if (host.LastAt is { } last)
        {
            // A drill's time stood still while the server was down.
            drill?.Clock.JumpTo(last);
        }

        return new(journal, opening, host, boards, clocks, landmark, drill);
    }

    /// <summary>Lets it move: policies, deadlines, the clock and the cast of a drill.</summary>
    internal async Task StartAsync(CancellationToken cancellationToken)
    {
        await Host.StartAsync(cancellationToken);
        if (Drill is not null)
        {
            await Drill.StartAsync(Host);
        }
    }

    /// <summary>Waits until every board shows an entry; not for ever, a failed board must not hold up the answer.</summary>
    internal async Task ShownAsync(long sequence) =>
        await _landmark.PassedAsync(sequence).WaitAsync(Patience, Clocks.System).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>The entries after a sequence, as far as there are any now.</summary>
    /// <exception cref="JournalCorruptException">An entry cannot be read; says which.</exception>
    internal IAsyncEnumerable<JournalEntry> ReadAsync(long after, CancellationToken cancellationToken) => _journal.ReadAsync(after, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Drill is not null)
        {
            await Drill.DisposeAsync();
        }

        await Host.DisposeAsync();
    }
}
