using CommandCenter.Domain.Identity;
using CommandCenter.Journal.Chains;
using CommandCenter.Journal.Events;
using Microsoft.Data.Sqlite;

namespace CommandCenter.Journal.Sqlite;

/// <summary>
/// Reads older entries, page by page, on a connection of its own. Between pages no transaction is open, so that a slow
/// reader does not keep the log from being folded back into the file. Safe on any thread.
/// </summary>
internal sealed class EntryReader(string path, EventRegistry registry) : IDisposable
{
    private const int PageSize = 512;

    private readonly Lock _gate = new();
    private readonly EntryDecoder _decoder = new(registry);
    private Pages? _pages;
    private bool _closed;

    /// <summary>Up to a page of the entries after one sequence and up to another.</summary>
    /// <exception cref="JournalCorruptException">An entry is missing or cannot be read; says which.</exception>
    /// <exception cref="JournalUnavailableException">The file cannot be read now.</exception>
    public List<JournalEntry> Read(long after, long until) =>
        Guarded(after, page => page.Read(after, until, _decoder));

    /// <summary>Up to a page of a grain's entries after a version, as far as a sequence; empty at the end.</summary>
    /// <inheritdoc cref="Read"/>
    public List<JournalEntry> ReadGrain(GrainAddress grain, long afterVersion, long until) =>
        Guarded(0, page => page.ReadGrain(grain, afterVersion, until, _decoder));

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            Close();
        }
    }

    private List<JournalEntry> Guarded(long after, Func<Pages, List<JournalEntry>> read)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(SqliteJournal));
            try
            {
                return read(_pages ??= new(JournalFile.OpenToRead(path)));
            }
            catch (Exception e) when (StoreFault.IsOne(e))
            {
                Close();
                throw StoreFault.Translate(e, path, after + 1);
            }
            catch
            {
                Close();
                throw;
            }
        }
    }

    private void Close()
    {
        _pages?.Dispose();
        _pages = null;
    }

    /// <summary>The connection and what is prepared on it.</summary>
    private sealed class Pages(SqliteConnection connection) : IDisposable
    {
        private readonly Statement _bySequence = new(
            connection, $"SELECT {Schema.EntryColumns} FROM entries WHERE sequence > ? AND sequence <= ? ORDER BY sequence LIMIT {PageSize}");

        private readonly Statement _byGrain = new(
            connection,
            $"SELECT {Schema.EntryColumns} FROM entries WHERE grain = ? AND version > ? AND sequence <= ? ORDER BY version LIMIT {PageSize}");

        public List<JournalEntry> Read(long after, long until, EntryDecoder decoder)
        {
            _bySequence.Bind(1, after);
            _bySequence.Bind(2, until);
            var entries = Take(_bySequence, decoder, after, static (entry, expected) => entry.Sequence == expected
                ? null
                : new(expected, $"it is missing; {entry.Sequence} follows."));
            return entries.Count > 0 ? entries : throw new JournalCorruptException(after + 1, "it is missing.");
        }

        public List<JournalEntry> ReadGrain(GrainAddress grain, long afterVersion, long until, EntryDecoder decoder)
        {
            _byGrain.BindText(1, grain.ToString());
            _byGrain.Bind(2, afterVersion);
            _byGrain.Bind(3, until);
            return Take(_byGrain, decoder, afterVersion, static (entry, expected) => entry.Version == expected
                ? null
                : new(entry.Sequence, $"{entry.Grain} {expected} is missing; {entry.Version} follows."));
        }

        public void Dispose()
        {
            _bySequence.Dispose();
            _byGrain.Dispose();
            connection.Dispose();
        }

        // Entries before a bad one are given out: what is known of the day stays known. The next page begins with the bad one.
        private static List<JournalEntry> Take(
            Statement rows, EntryDecoder decoder, long after, Func<JournalEntry, long, JournalCorruptException?> check)
        {
            var entries = new List<JournalEntry>();
            try
            {
                while (rows.Step())
                {
                    var entry = decoder.Decode(EntryRow.Read(rows));
                    if (check(entry, ++after) is { } fault) throw fault;
                    entries.Add(entry);
                }
            }
            catch (JournalCorruptException) when (entries.Count > 0)
            {
            }

            rows.Reset();
            return entries;
        }
    }
}
