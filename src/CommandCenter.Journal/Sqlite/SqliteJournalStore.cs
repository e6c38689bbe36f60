using System.Collections.Immutable;
using CommandCenter.Domain.Identity;
using CommandCenter.Journal.Events;

namespace CommandCenter.Journal.Sqlite;

/// <summary>Journals in the files of a data folder, one per operation; see <see cref="OperationFiles"/>.</summary>
/// <param name="dataFolder">Created with the first journal.</param>
/// <param name="registry">Gives names and payloads.</param>
public sealed class SqliteJournalStore(string dataFolder, EventRegistry registry) : IJournalStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<OperationId, SqliteJournal> _journals = [];

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<OperationId>> ListAsync(CancellationToken cancellationToken) =>
        new(OperationFiles.List(dataFolder));

    /// <inheritdoc/>
    public ValueTask<IJournal> OpenAsync(OperationId operation, CancellationToken cancellationToken)
    {
        var path = OperationFiles.PathOf(dataFolder, operation);
        lock (_gate)
        {
            if (!_journals.TryGetValue(operation, out var journal) || journal.IsClosed)
                _journals[operation] = journal = new(path, operation, registry);
            return new(journal);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        List<SqliteJournal> open;
        lock (_gate) open = [.. _journals.Values];
        foreach (var journal in open) await journal.DisposeAsync();
    }
}
