using CommandCenter.Domain;
using CommandCenter.Domain.Identity;
using CommandCenter.Grains.Time;
using CommandCenter.Journal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommandCenter.Grains;

public sealed partial class GrainHost
{
    /// <summary>
    /// Replays the whole journal once, in order. A corrupt or unknown entry gives a host that takes no commands and says
    /// which entry it was (<see cref="Stopped"/>); other operations are not concerned.
    /// </summary>
    /// <param name="journal">The operation's journal; the caller disposes it.</param>
    /// <param name="deciders">The behaviour of each kind of grain.</param>
    /// <param name="clocks">Operation and system time.</param>
    /// <param name="options">How grains are kept; defaults unless stated.</param>
    /// <param name="logger">Where to log; nowhere unless stated.</param>
    /// <param name="listener">Given every replayed entry, after the grains, so that the journal is read only once.</param>
    /// <param name="cancellationToken">Gives up the replay.</param>
    public static async ValueTask<GrainHost> OpenAsync(
        IJournal journal, IReadOnlyDictionary<string, IDecider> deciders, Clocks clocks, GrainHostOptions? options = null,
        ILogger? logger = null, Action<JournalEntry>? listener = null, CancellationToken cancellationToken = default)
    {
        var host = new GrainHost(journal, deciders, clocks, options ?? new(), logger ?? NullLogger.Instance);
        await host.ReplayAsync(listener, cancellationToken);
        return host;
    }

    internal async ValueTask ReplayAsync(Action<JournalEntry>? listener, CancellationToken cancellationToken)
    {
        var sequence = 0L;
        try
        {
            await foreach (var entry in _journal.ReadAsync(0, cancellationToken))
            {
                Replay(entry, sequence);
                sequence = entry.Sequence;
                listener?.Invoke(entry);
            }

            foreach (var (_, grain) in _grains)
            {
                StateDeadlines(grain);
            }

            LogOpened(Operation, sequence, _grains.Count);
        }
        catch (JournalCorruptException e)
        {
            Stop(e);
        }
    }

    private void Replay(JournalEntry entry, long previous)
    {
        if (entry.Sequence != previous + 1)
        {
            throw new JournalCorruptException(entry.Sequence, $"it follows entry {previous}.");
        }

        var grain = Find(entry.Grain)
            ?? throw new JournalCorruptException(entry.Sequence, $"there are no grains of the kind '{entry.Grain.Kind}'.");
        grain.Become(grain.Evolve(grain.State!, grain.Version, entry), entry.Version);
        Learn(entry);
    }

    /// <summary>
    /// Applies an entry that another writer may have appended. The caller goes on when the grain is at least at its version.
    /// </summary>
    internal async ValueTask ObserveAsync(JournalEntry entry, CancellationToken cancellationToken)
    {
        var grain = await EnterAsync(entry.Grain, cancellationToken) ?? throw Stop(
            new(entry.Sequence, $"there are no grains of the kind '{entry.Grain.Kind}'."));
        try
        {
            ThrowIfStopped();
            if (grain.State is { } state && grain.Version + 1 == entry.Version)
            {
                Follow(grain, state, entry);
            }
            else if (grain.Version < entry.Version)
            {
                await CatchUpAsync(grain);
            }
        }
        finally
        {
            grain.Mailbox.Exit();
        }
    }

    // The usual case where another process writes: the next entry is at hand, nothing need be read.
    private void Follow(Grain grain, object state, JournalEntry entry)
    {
        try
        {
            grain.Become(grain.Evolve(state, grain.Version, entry), entry.Version);
        }
        catch (JournalCorruptException e)
        {
            throw Stop(e);
        }

        Learn(entry);
        StateDeadlines(grain);
    }

    /// <summary>Takes from an entry of the feed what every grain may know.</summary>
    internal void Meet(JournalEntry entry) => _frame.Learn(entry);

    /// <summary>Whether the grain's state includes the entry already.</summary>
    internal bool Includes(JournalEntry entry) => Find(entry.Grain) is { } grain && grain.Version >= entry.Version;

    /// <summary>Reads what the grain does not know yet; everything, where it is passive.</summary>
    private async ValueTask CatchUpAsync(Grain grain)
    {
        var (state, version) = grain.State is { } known
            ? (known, grain.Version)
            : (grain.Decider.Initial(grain.Address.Key), 0);
        try
        {
            await foreach (var entry in _journal.ReadGrainAsync(grain.Address, version, CancellationToken.None))
            {
                state = grain.Evolve(state, version, entry);
                version = entry.Version;
                if (version > grain.Version)
                {
                    Learn(entry);
                }
            }
        }
        catch (JournalCorruptException e)
        {
            throw Stop(e);
        }

        grain.Become(state, version);
        StateDeadlines(grain);
    }

    /// <summary>Reads on until the frame includes an entry. Not from the feed: that may wait for the very grain that waits here.</summary>
    private async ValueTask CatchUpFrameAsync(long sequence)
    {
        if (_frame.Now.Sequence >= sequence)
        {
            return;
        }

        using var patience = new CancellationTokenSource(FramePatience, _clocks.System);
        try
        {
            await foreach (var entry in _journal.FollowAsync(_frame.Now.Sequence, patience.Token))
            {
                _frame.Learn(entry);
                if (entry.Sequence >= sequence)
                {
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The time is up.
        }
        catch (JournalCorruptException e)
        {
            throw Stop(e);
        }

        // Nor will it come any more where the journal has been closed.
        throw new JournalUnavailableException($"Entry {sequence}, on which the decision rests, did not come.");
    }

    /// <summary>Drops the state of grains that have been idle, and of the longest idle where there are too many. They come back by replay.</summary>
    public void PassivateIdle()
    {
        var active = _grains.Values.Where(static g => g.State is not null).OrderByDescending(static g => g.LastUsed).ToArray();
        for (var i = 0; i < active.Length; i++)
        {
            var grain = active[i];
            var idle = _clocks.System.GetElapsedTime(grain.LastUsed) >= _options.IdleAfter;
            if ((idle || i >= _options.MaxActiveGrains) && grain.Mailbox.TryEnter())
            {
                Drop(grain);
                grain.Mailbox.Exit();
            }
        }
    }

    // A grain that never had an event is forgotten: there is no end of addresses that somebody may try.
    private void Drop(Grain grain)
    {
        grain.Passivate();
        if (grain.Version == 0)
        {
            grain.Forget();
            _grains.TryRemove(KeyValuePair.Create(grain.Address, grain));
        }
    }

    /// <summary>Comes into the mailbox of the grain at an address; null where there are no grains of the kind.</summary>
    private async ValueTask<Grain?> EnterAsync(GrainAddress address, CancellationToken cancellationToken)
    {
        while (Find(address) is { } grain)
        {
            await grain.Mailbox.EnterAsync(cancellationToken);
            if (!grain.IsForgotten)
            {
                return grain;
            }

            grain.Mailbox.Exit();
        }

        return null;
    }

    /// <summary>The grain at an address, active and empty where it is new; null where there is no such kind.</summary>
    private Grain? Find(GrainAddress address)
    {
        if (_grains.TryGetValue(address, out var grain))
        {
            return grain;
        }

        return _deciders.TryGetValue(address.Kind, out var decider) ? _grains.GetOrAdd(address, new Grain(address, decider)) : null;
    }

    /// <summary>Takes from an entry what the host keeps besides the grain's state.</summary>
    private void Learn(JournalEntry entry)
    {
        _answers.Meet(entry.Command);
        _frame.Learn(entry);
    }

    private void StateDeadlines(Grain grain)
    {
        Deadline[] after = [.. grain.Decider.Deadlines(grain.State!)];
        Schedule.Replace(grain.Address, grain.Deadlines, after);
        grain.Deadlines = after;
    }

    /// <summary>From here on every command is refused with the reason.</summary>
    internal OperationStoppedException Stop(JournalCorruptException reason)
    {
        var stopped = new OperationStoppedException(Operation, reason.Message, reason);
        if (Interlocked.CompareExchange(ref _stopped, stopped, null) is null)
        {
            LogStopped(Operation, reason.Message, reason);
        }

        return _stopped!;
    }

    internal void ThrowIfStopped()
    {
        if (_stopped is { } stopped)
        {
            // A new one, so that each caller has its own stack.
            throw new OperationStoppedException(Operation, stopped.InnerException!.Message, stopped.InnerException);
        }
    }
}
