using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CommandCenter.Domain.Identity;
using CommandCenter.Journal.Chains;
using CommandCenter.Journal.Events;

namespace CommandCenter.Journal.Memory;

/// <summary>
/// A journal that lives as long as the process. Every call completes before it returns and reading never waits, so that
/// a drill can run on it in one thread. For drills and tests.
/// </summary>
/// <param name="operation">Whose journal.</param>
/// <param name="registry">Gives names and payloads.</param>
public sealed class MemoryJournal(OperationId operation, EventRegistry registry) : IJournal
{
    private readonly Lock _gate = new();
    private readonly List<JournalEntry> _entries = [];
    private readonly Dictionary<GrainAddress, List<JournalEntry>> _grains = [];
    private readonly Dictionary<CommandId, CommandAnswer> _answers = [];
    private readonly Dictionary<string, long> _cursors = [];
    private long _lastSequence;
    private long _frame;
    private Pulse _pulse = new();

    /// <inheritdoc/>
    public OperationId Operation => operation;

    /// <inheritdoc/>
    public long LastSequence => Volatile.Read(ref _lastSequence);

    /// <inheritdoc/>
    public ValueTask<CommandAnswer> AppendAsync(Append append, CancellationToken cancellationToken)
    {
        JournalRules.Check(append);
        if (cancellationToken.IsCancellationRequested) return ValueTask.FromCanceled<CommandAnswer>(cancellationToken);
        var payloads = append.Events.Select(e => EntryEncoder.Mine.EncodePayload(e, registry)).ToArray();
        CommandAnswer answer;
        lock (_gate)
        {
            if (_answers.TryGetValue(append.Command, out var earlier)) return new(earlier with { Repeated = true });
            if (!_grains.TryGetValue(append.Grain, out var history)) history = [];
            if (history.Count != append.ExpectedVersion)
                return ValueTask.FromException<CommandAnswer>(JournalRules.Conflict(append, history.Count));
            if (append.FrameKnown < _frame) return ValueTask.FromException<CommandAnswer>(JournalRules.FrameMoved(append, _frame));
            answer = new(append.Grain, Write(append, payloads, history), append.Rejection, Repeated: false);
            if (append.MovesFrame) _frame = _lastSequence;
            _answers.Add(append.Command, answer);
        }

        _pulse.Announce();
        return new(answer);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<JournalEntry> ReadAsync(long after, CancellationToken cancellationToken) =>
        EnumerateAsync(after, follow: false, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<JournalEntry> ReadGrainAsync(GrainAddress grain, long afterVersion, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterVersion);
        lock (_gate) return (_grains.GetValueOrDefault(grain)?.Skip((int)afterVersion).ToArray() ?? []).ToAsyncEnumerable();
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<JournalEntry> FollowAsync(long after, CancellationToken cancellationToken) =>
        EnumerateAsync(after, follow: true, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<long> ReadCursorAsync(string reader, CancellationToken cancellationToken)
    {
        lock (_gate) return new(_cursors.GetValueOrDefault(reader));
    }

    /// <inheritdoc/>
    public ValueTask SaveCursorAsync(string reader, long sequence, CancellationToken cancellationToken)
    {
        lock (_gate) _cursors[reader] = sequence;
        return ValueTask.CompletedTask;
    }

    /// <summary>Ends those who follow. What is written stays as long as the store, which gives it out again.</summary>
    public ValueTask DisposeAsync()
    {
        Interlocked.Exchange(ref _pulse, new()).Close();
        return ValueTask.CompletedTask;
    }

    private ImmutableArray<JournalEntry> Write(Append append, byte[][] payloads, List<JournalEntry> history)
    {
        var written = new JournalEntry[payloads.Length];
        for (var i = 0; i < written.Length; i++)
        {
            written[i] = new(
                _lastSequence + i + 1, append.Grain, append.ExpectedVersion + i + 1, registry.NameOf(append.Events[i]), payloads[i],
                append.Events[i], append.Actor, append.Command, i, append.Causation, append.At, append.RecordedAt);
        }

        if (written.Length == 0) return [];
        _entries.AddRange(written);
        history.AddRange(written);
        _grains[append.Grain] = history;
        Volatile.Write(ref _lastSequence, _lastSequence + written.Length);
        return ImmutableCollectionsMarshal.AsImmutableArray(written);
    }

    private JournalEntry Entry(long sequence)
    {
        lock (_gate) return _entries[(int)(sequence - 1)];
    }

    private async IAsyncEnumerable<JournalEntry> EnumerateAsync(
        long after, bool follow, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        var heard = _pulse;
        while (true)
        {
            var more = follow ? heard.Next() : Task.CompletedTask;
            for (var until = LastSequence; after < until;)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return Entry(++after);
            }

            if (!follow || heard.IsClosed) yield break;
            await more.WaitAsync(cancellationToken);
        }
    }
}
