using System.Threading.Channels;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Policies;
using CommandCenter.Grains.Running;
using CommandCenter.Grains.Time;
using CommandCenter.Journal;
using Microsoft.Extensions.Logging;

namespace CommandCenter.Grains.Policies;

/// <summary>
/// Sends the commands that follow from entries, one entry after another in journal order, from a durable position that is
/// saved now and then: each at least once. The command id follows from (policy, sequence, ordinal), so the effect is
/// exactly once. A refused command is counted and logged, not sent again. Where several processes share the operation,
/// whoever acquires the lease goes on from the stored position; so does a holder whose lease had run out for a moment.
/// </summary>
internal sealed partial class PolicyRunner(
    GrainHost host, IGrainHost commands, IJournal journal, IReadOnlyList<IPolicy> policies, Clocks clocks, ILease lease, Faults faults, ILogger logger) : IDuty
{
    // The name of the position in the journal.
    private const string Reader = "policies";

    // Entries between two savings of the position: what a crash makes it send again.
    private const int SaveEvery = 256;

    private readonly Dictionary<Type, IPolicy[]> _byTrigger =
        policies.GroupBy(static p => p.Trigger).ToDictionary(static g => g.Key, static g => g.ToArray());

    private readonly Channel<JournalEntry> _pending = Channel.CreateUnbounded<JournalEntry>(new() { SingleReader = true });
    private readonly Queue<JournalEntry> _backlog = new();
    private long _term = lease is SoleLease ? lease.Term : 0;
    private long _done;
    private long _offered;
    private int _unsaved;
    private volatile bool _missed;

    /// <summary>Whether all that it was offered is done.</summary>
    public bool IsIdle => !_missed && Volatile.Read(ref _done) >= Volatile.Read(ref _offered);

    /// <summary>Reads the position; entries up to it are not taken.</summary>
    public async ValueTask ResumeAsync(CancellationToken cancellationToken) =>
        _done = await journal.ReadCursorAsync(Reader, cancellationToken);

    /// <summary>Takes an entry from the feed, if a policy reacts to it.</summary>
    public void Offer(JournalEntry entry)
    {
        if (entry.Sequence <= _done || !_byTrigger.ContainsKey(entry.Event.GetType()))
        {
            return;
        }

        if (!lease.IsHeld)
        {
            // Not for this process, as it seems. Should it have the lease again in the same term, nobody else has done it.
            _missed = true;
            if (!lease.IsHeld)
            {
                return;
            }
        }

        Volatile.Write(ref _offered, entry.Sequence);
        _pending.Writer.TryWrite(entry);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> DoNextAsync(CancellationToken cancellationToken)
    {
        if (_missed || lease.Term != _term)
        {
            await TakeOverAsync(cancellationToken);
        }

        if (Next() is not { } entry)
        {
            return false;
        }

        foreach (var policy in _byTrigger[entry.Event.GetType()])
        {
            await ReactAsync(policy, entry, cancellationToken);
        }

        GrainMetrics.PolicyLagged(clocks.System.GetUtcNow() - entry.RecordedAt);
        Volatile.Write(ref _done, entry.Sequence);
        if (++_unsaved >= SaveEvery)
        {
            await SaveAsync(cancellationToken);
        }

        return true;
    }

    /// <inheritdoc/>
    public async ValueTask WaitAsync(CancellationToken cancellationToken) =>
        await _pending.Reader.WaitToReadAsync(cancellationToken);

    /// <summary>Saves the position, where it has moved.</summary>
    public async ValueTask SaveAsync(CancellationToken cancellationToken)
    {
        if (_unsaved > 0)
        {
            await journal.SaveCursorAsync(Reader, _done, cancellationToken);
            _unsaved = 0;
        }
    }

    // What the one before did after saving its position is sent again and changes nothing.
    private async ValueTask TakeOverAsync(CancellationToken cancellationToken)
    {
        var term = lease.Term;
        _missed = false;
        while (_pending.Reader.TryRead(out _))
        {
        }

        _backlog.Clear();
        _done = await journal.ReadCursorAsync(Reader, cancellationToken);
        await foreach (var entry in journal.ReadAsync(_done, cancellationToken))
        {
            if (_byTrigger.ContainsKey(entry.Event.GetType()))
            {
                _backlog.Enqueue(entry);
                Volatile.Write(ref _offered, entry.Sequence);
            }
        }

        _unsaved = 0;
        _term = term;
    }

    /// <summary>The next entry that is not done; it stays the next until it is.</summary>
    private JournalEntry? Next()
    {
        while (_backlog.TryPeek(out var older))
        {
            if (older.Sequence > _done)
            {
                return older;
            }

            _backlog.Dequeue();
        }

        while (_pending.Reader.TryPeek(out var newer))
        {
            if (newer.Sequence > _done)
            {
                return newer;
            }

            _pending.Reader.TryRead(out _);
        }

        return null;
    }

    private async ValueTask ReactAsync(IPolicy policy, JournalEntry entry, CancellationToken cancellationToken)
    {
        using var trace = Traces.Policy(policy.Name, entry.Sequence);
        var ordinal = 0;
        try
        {
            foreach (var (grain, command) in policy.React(entry.Recorded, host.Frame.Plan))
            {
                var id = CommandIds.Policy(policy.Name, entry.Sequence, ordinal++);
                var answer = await commands.ExecuteAsync(
                    new(grain, command, id, Actor.Policy(policy.Name), entry.Sequence), cancellationToken);
                if (answer is { Rejection: { } rejection, Repeated: false })
                {
                    GrainMetrics.PolicyRefused(policy.Name);
                    LogRefused(policy.Name, entry.Sequence, grain.Kind, rejection.Code);
                }
            }
        }
        catch (Exception e) when (!Faults.IsForeseen(e))
        {
            faults.Add($"Policy {policy.Name} on entry {entry.Sequence}", e);
        }
    }
}
