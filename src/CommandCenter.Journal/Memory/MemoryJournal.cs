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
    private readonly Lock gate = new();
    private readonly List<JournalEntry> entries = [];
    private readonly Dictionary<GrainAddress, long> versions = [];
    private readonly Dictionary<CommandId, CommandAnswer> answers = [];
    private readonly Dictionary<string, long> cursors = [];
    private long lastSequence;
    private Pulse pulse = new();

    /// <inheritdoc/>
    public OperationId Operation => operation;

    /// <inheritdoc/>
    public long LastSequence => Volatile.Read(ref lastSequence);

    /// <inheritdoc/>
    public ValueTask<CommandAnswer> AppendAsync(Append append, CancellationToken cancellationToken)
    {
        JournalRules.Check(append);
        cancellationToken.ThrowIfCancellationRequested();
        var payloads = append.Events.Select(e => EntryEncoder.Mine.EncodePayload(e, registry)).ToArray();
        CommandAnswer answer;
        lock (gate)
        {
            if (answers.TryGetValue(append.Command, out var earlier)) return new(earlier with { Repeated = true });
            var version = versions.GetValueOrDefault(append.Grain);
            if (version != append.ExpectedVersion) throw JournalRules.Conflict(append, version);
            answer = new(Write(append, payloads), append.Rejection, Repeated: false);
            answers.Add(append.Command, answer);
        }

        pulse.Announce();
        return new(answer);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<JournalEntry> ReadAsync(long after, CancellationToken cancellationToken) =>
        EnumerateAsync(after, follow: false, cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<JournalEntry> ReadGrainAsync(
        GrainAddress grain, long afterVersion, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var entry in ReadAsync(0, cancellationToken))
        {
            if (entry.Grain == grain && entry.Version > afterVersion)
            {
                yield return entry;
            }
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<JournalEntry> FollowAsync(long after, CancellationToken cancellationToken) =>
        EnumerateAsync(after, follow: true, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<long> ReadCursorAsync(string reader, CancellationToken cancellationToken)
    {
        lock (gate) return new(cursors.GetValueOrDefault(reader));
    }

    /// <inheritdoc/>
    public ValueTask SaveCursorAsync(string reader, long sequence, CancellationToken cancellationToken)
    {
        lock (gate) cursors[reader] = sequence;
        return ValueTask.CompletedTask;
    }

    /// <summary>Ends those who follow. What is written stays as long as the store, which gives it out again.</summary>
    public ValueTask DisposeAsync()
    {
        Interlocked.Exchange(ref pulse, new()).Close();
        return ValueTask.CompletedTask;
    }

    private ImmutableArray<JournalEntry> Write(Append append, byte[][] payloads)
    {
        var written = new JournalEntry[payloads.Length];
        for (var i = 0; i < written.Length; i++)
        {
            written[i] = new(
                lastSequence + i + 1, append.Grain, append.ExpectedVersion + i + 1, registry.NameOf(append.Events[i]), payloads[i],
                append.Events[i], append.Actor, append.Command, i, append.Causation, append.At, append.RecordedAt);
        }

        if (written.Length == 0) return [];
        entries.AddRange(written);
        versions[append.Grain] = append.ExpectedVersion + written.Length;
        Volatile.Write(ref lastSequence, lastSequence + written.Length);
        return ImmutableCollectionsMarshal.AsImmutableArray(written);
    }

    private JournalEntry Entry(long sequence)
    {
        lock (gate) return entries[(int)(sequence - 1)];
    }

    private async IAsyncEnumerable<JournalEntry> EnumerateAsync(
        long after, bool follow, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        var heard = pulse;
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
