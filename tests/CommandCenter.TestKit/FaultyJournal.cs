using CommandCenter.Domain.Identity;
using CommandCenter.Journal;

namespace CommandCenter.TestKit;

/// <summary>A journal with the faults that a test plants. Without any it is the journal behind it.</summary>
/// <param name="inner">The journal behind it; not disposed with it.</param>
public sealed class FaultyJournal(IJournal inner) : IJournal
{
    private int _appends;

    /// <summary>Comes before each append: may throw, wait, or append something of its own. Nothing has been written.</summary>
    public Func<Append, ValueTask>? BeforeAppend { get; set; }

    /// <summary>Comes after each append: may throw, and the caller does not know that it was written.</summary>
    public Func<Append, ValueTask>? AfterAppend { get; set; }

    /// <summary>Changes what readers are given, e.g. to an entry that does not follow.</summary>
    public Func<JournalEntry, JournalEntry>? OnRead { get; set; }

    /// <summary>Whether positions of readers get lost, as in a crash before they are saved.</summary>
    public bool LosesCursors { get; set; }

    /// <summary>Appends that were asked for.</summary>
    public int Appends => Volatile.Read(ref _appends);

    /// <inheritdoc/>
    public OperationId Operation => inner.Operation;

    /// <inheritdoc/>
    public long LastSequence => inner.LastSequence;

    /// <inheritdoc/>
    public async ValueTask<CommandAnswer> AppendAsync(Append append, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _appends);
        if (BeforeAppend is { } before)
        {
            await before(append);
        }

        var answer = await inner.AppendAsync(append, cancellationToken);
        if (AfterAppend is { } after)
        {
            await after(append);
        }

        return answer;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<JournalEntry> ReadAsync(long after, CancellationToken cancellationToken) =>
        Altered(inner.ReadAsync(after, cancellationToken));

    /// <inheritdoc/>
    public IAsyncEnumerable<JournalEntry> ReadGrainAsync(GrainAddress grain, long afterVersion, CancellationToken cancellationToken) =>
        Altered(inner.ReadGrainAsync(grain, afterVersion, cancellationToken));

    /// <inheritdoc/>
    public IAsyncEnumerable<JournalEntry> FollowAsync(long after, CancellationToken cancellationToken) =>
        Altered(inner.FollowAsync(after, cancellationToken));

    /// <inheritdoc/>
    public ValueTask<long> ReadCursorAsync(string reader, CancellationToken cancellationToken) =>
        inner.ReadCursorAsync(reader, cancellationToken);

    /// <inheritdoc/>
    public ValueTask SaveCursorAsync(string reader, long sequence, CancellationToken cancellationToken) =>
        LosesCursors ? ValueTask.CompletedTask : inner.SaveCursorAsync(reader, sequence, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async IAsyncEnumerable<JournalEntry> Altered(IAsyncEnumerable<JournalEntry> entries)
    {
        await foreach (var entry in entries)
        {
            yield return OnRead?.Invoke(entry) ?? entry;
        }
    }
}
