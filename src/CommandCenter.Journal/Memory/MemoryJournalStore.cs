using System.Collections.Concurrent;
using System.Collections.Immutable;
using CommandCenter.Domain.Identity;
using CommandCenter.Journal.Events;

namespace CommandCenter.Journal.Memory;

/// <summary>Journals that live as long as the process.</summary>
/// <param name="registry">Gives names and payloads.</param>
public sealed class MemoryJournalStore(EventRegistry registry) : IJournalStore
{
    private readonly ConcurrentDictionary<OperationId, MemoryJournal> _journals = new();

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<OperationId>> ListAsync(CancellationToken cancellationToken) =>
        new([.. _journals.Keys.OrderBy(static id => id.Value, StringComparer.Ordinal)]);

    /// <inheritdoc/>
    public ValueTask<IJournal> OpenAsync(OperationId operation, CancellationToken cancellationToken)
    {
        JournalRules.Check(operation);
        return new(_journals.GetOrAdd(operation, id => new MemoryJournal(id, registry)));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var journal in _journals.Values) await journal.DisposeAsync();
    }
}
