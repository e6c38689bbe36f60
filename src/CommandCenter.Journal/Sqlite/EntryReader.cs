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

    private readonly Lock gate = new();
    private readonly EntryDecoder decoder = new(registry);
    private SqliteConnection? connection;
    private Statement? page;
    private bool closed;

    /// <summary>Up to a page of the entries after one sequence and up to another.</summary>
    /// <exception cref="JournalCorruptException">An entry is missing or cannot be read; says which.</exception>
    /// <exception cref="JournalUnavailableException">The file cannot be read now.</exception>
    public List<JournalEntry> Read(long after, long until)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closed, typeof(SqliteJournal));
            try
            {
                return ReadPage(after, until);
            }
            catch (Exception e)
            {
                Close();
                if (StoreFault.Translate(e, path, after + 1) is var fault && fault != e) throw fault;
                throw;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            closed = true;
            Close();
        }
    }

    private List<JournalEntry> ReadPage(long after, long until)
    {
        connection ??= JournalFile.OpenToRead(path);
        page ??= new(connection, $"SELECT {Schema.EntryColumns} FROM entries WHERE sequence > ? AND sequence <= ? ORDER BY sequence LIMIT ?");
        page.Bind(1, after);
        page.Bind(2, until);
        page.Bind(3, PageSize);
        var entries = new List<JournalEntry>((int)Math.Min(PageSize, until - after));
        while (page.Step())
        {
            var raw = EntryRow.Read(page);
            if (raw.Sequence != ++after) throw new JournalCorruptException(after, $"it is missing; {raw.Sequence} follows.");
            entries.Add(decoder.Decode(raw));
        }

        page.Reset();
        return entries.Count > 0 ? entries : throw new JournalCorruptException(after + 1, "it is missing.");
    }

    private void Close()
    {
        page?.Dispose();
        page = null;
        connection?.Dispose();
        connection = null;
    }
}
