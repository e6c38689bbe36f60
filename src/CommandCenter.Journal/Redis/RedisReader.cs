using CommandCenter.Domain.Identity;
using CommandCenter.Journal.Chains;
using CommandCenter.Journal.Events;
using StackExchange.Redis;

namespace CommandCenter.Journal.Redis;

/// <summary>Reads entries of one operation from Redis, page by page. Safe on any thread.</summary>
internal sealed class RedisReader(RedisConnection connection, RedisKeys keys, EventRegistry registry)
{
    private const int PageSize = 512;
    private static readonly RedisScript ReadGrainScript = RedisScript.Read(typeof(RedisReader), "read_grain.lua");

    private readonly Lock _gate = new();
    private readonly EntryDecoder _decoder = new(registry);

    /// <summary>The newest sequence, 0 in an empty journal, and its entry where it can be read; checks that none is missing before it.</summary>
    /// <exception cref="JournalCorruptException">Entries were removed.</exception>
    /// <exception cref="JournalUnavailableException">Redis does not answer.</exception>
    public async Task<(long Sequence, JournalEntry? Entry)> NewestAsync()
    {
        var newest = await connection.CallAsync(db => db.ExecuteAsync("XREVRANGE", keys.Entries, "+", "-", "COUNT", 1), "Opening the journal");
        var last = newest.Length == 0 ? 0 : RedisEntry.SequenceOf((string?)newest[0][0]);
        var length = (long)await connection.CallAsync(db => db.ExecuteAsync("XLEN", keys.Entries), "Opening the journal");
        return length >= last ? (last, Readable(newest)) : throw new JournalCorruptException(length + 1, $"of {last} entries only {length} are there.");
    }

    /// <summary>Up to a page of the entries after a sequence; empty at the end.</summary>
    /// <returns>The entries, and whether that was all there was.</returns>
    /// <exception cref="JournalCorruptException">An entry is missing or cannot be read; says which.</exception>
    /// <exception cref="JournalUnavailableException">Redis does not answer.</exception>
    public async Task<(List<JournalEntry> Entries, bool IsEnd)> ReadAsync(long after)
    {
        var page = await connection.CallAsync(
            db => db.ExecuteAsync("XRANGE", keys.Entries, after + 1, "+", "COUNT", PageSize), "Reading the journal");
        var entries = Take(page, after, static (entry, expected) => entry.Sequence == expected
            ? null
            : new(expected, $"it is missing; {entry.Sequence} follows."));
        return (entries, entries.Count == page.Length && page.Length < PageSize);
    }

    /// <summary>Up to a page of a grain's entries after a version; empty at the end.</summary>
    /// <exception cref="JournalCorruptException">An entry is missing or cannot be read; says which.</exception>
    /// <exception cref="JournalUnavailableException">Redis does not answer.</exception>
    public async Task<List<JournalEntry>> ReadGrainAsync(GrainAddress grain, long afterVersion)
    {
        var page = await connection.RunAsync(
            ReadGrainScript, [keys.Entries, keys.History(grain)], [afterVersion, PageSize], $"Reading {grain}");
        return Take(page, afterVersion, static (entry, expected) => entry.Version == expected
            ? null
            : new(entry.Sequence, $"{entry.Grain} {expected} is missing; {entry.Version} follows."));
    }

    /// <summary>The entries in a script's answer.</summary>
    public List<JournalEntry> Decode(RedisResult page) => Take(page, 0, static (_, _) => null);

    // Whoever reads up to a bad one says so.
    private JournalEntry? Readable(RedisResult newest)
    {
        try
        {
            return Decode(newest).SingleOrDefault();
        }
        catch (JournalCorruptException)
        {
            return null;
        }
    }

    // Entries before a bad one are given out: what is known of the day stays known. The next page begins with the bad one.
    private List<JournalEntry> Take(RedisResult page, long after, Func<JournalEntry, long, JournalCorruptException?> check)
    {
        var entries = new List<JournalEntry>(page.Length);
        lock (_gate)
        {
            try
            {
                for (var i = 0; i < page.Length; i++)
                {
                    var entry = RedisEntry.Read(page[i], _decoder);
                    if (check(entry, ++after) is { } fault) throw fault;
                    entries.Add(entry);
                }
            }
            catch (JournalCorruptException) when (entries.Count > 0)
            {
            }
        }

        return entries;
    }
}
