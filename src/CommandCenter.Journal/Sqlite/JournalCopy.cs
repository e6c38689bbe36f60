using CommandCenter.Domain.Identity;
using CommandCenter.Journal.Chains;
using CommandCenter.Journal.Events;

namespace CommandCenter.Journal.Sqlite;

/// <summary>
/// Writes the entries of another journal into a file as they are, sequences, versions and payloads unchanged, in big
/// transactions behind the source's back. Answers to commands that left no entry are not entries and do not come along.
/// </summary>
public sealed class JournalCopy : IAsyncDisposable
{
    private const int GroupSize = 4_096;

    private readonly CancellationTokenSource _completing = new();
    private readonly CancellationTokenSource _abandoning = new();
    private readonly Task<Checkpoint> _copying;

    private JournalCopy(IJournal source, string path, EventRegistry registry) =>
        _copying = Task.Run(() => CopyAsync(source, path, registry));

    /// <summary>Starts to copy into a file, which may hold the beginning of the same journal already.</summary>
    public static JournalCopy Start(IJournal source, string path, EventRegistry registry) => new(source, path, registry);

    /// <summary>Writes entries into a file, which may hold the beginning of the same journal already.</summary>
    /// <exception cref="JournalCorruptException">An entry is not the next.</exception>
    /// <exception cref="JournalUnavailableException">The file cannot be written.</exception>
    public static Checkpoint Write(IEnumerable<JournalEntry> entries, string path, OperationId operation, EventRegistry registry)
    {
        var done = 0L;
        try
        {
            using var session = WriteSession.Open(path, operation, registry);
            foreach (var group in entries.SkipWhile(entry => entry.Sequence <= session.Sequence).Chunk(GroupSize))
            {
                Write(session, group);
                done = session.Sequence;
            }

            return session.Checkpoint;
        }
        catch (Exception e) when (StoreFault.IsOne(e))
        {
            throw StoreFault.Translate(e, path, done + 1);
        }
    }

    /// <summary>Copies what the source holds by now, closes the file, and says where the chain stands.</summary>
    /// <exception cref="JournalUnavailableException">The file could not be written; it holds a beginning.</exception>
    public async Task<Checkpoint> CompleteAsync()
    {
        await _completing.CancelAsync();
        return await _copying;
    }

    /// <summary>Stops; the file keeps what was copied so far.</summary>
    public async ValueTask DisposeAsync()
    {
        await _abandoning.CancelAsync();
        await _completing.CancelAsync();
        await ((Task)_copying).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _completing.Dispose();
        _abandoning.Dispose();
    }

    private static void Write(WriteSession session, IReadOnlyCollection<JournalEntry> group)
    {
        if (group.Count == 0) return;
        session.Begin();
        foreach (var entry in group) session.Copy(entry);
        session.Commit();
    }

    private async Task<Checkpoint> CopyAsync(IJournal source, string path, EventRegistry registry)
    {
        var done = 0L;
        try
        {
            using var session = WriteSession.Open(path, source.Operation, registry);
            var group = new List<JournalEntry>(GroupSize);
            done = session.Sequence;
            await foreach (var entry in WholeAsync(source, done))
            {
                group.Add(entry);
                if (group.Count < GroupSize) continue;
                Write(session, group);
                done = session.Sequence;
                group.Clear();
            }

            Write(session, group);
            return session.Checkpoint;
        }
        catch (Exception e) when (StoreFault.IsOne(e))
        {
            throw StoreFault.Translate(e, path, done + 1);
        }
    }

    /// <summary>Follows the source until completion is asked for, then takes the rest.</summary>
    private async IAsyncEnumerable<JournalEntry> WholeAsync(IJournal source, long after)
    {
        await using (var following = source.FollowAsync(after, _completing.Token).GetAsyncEnumerator(CancellationToken.None))
        {
            while (await MoreAsync(following)) yield return Took(following.Current);
        }

        await foreach (var entry in source.ReadAsync(after, _abandoning.Token)) yield return entry;

        JournalEntry Took(JournalEntry entry)
        {
            after = entry.Sequence;
            return entry;
        }
    }

    private static async ValueTask<bool> MoreAsync(IAsyncEnumerator<JournalEntry> following)
    {
        try
        {
            return await following.MoveNextAsync();
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
