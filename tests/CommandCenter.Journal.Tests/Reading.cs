using CommandCenter.Domain.Identity;
using CommandCenter.TestKit;

namespace CommandCenter.Journal.Tests;

/// <summary>Takes what a journal holds.</summary>
internal static class Reading
{
    public static async Task<List<JournalEntry>> AllAsync(this IJournal journal, long after = 0) =>
        await journal.ReadAsync(after, CancellationToken.None).ToListAsync();

    public static async Task<List<JournalEntry>> GrainAsync(this IJournal journal, GrainAddress grain, long after = 0) =>
        await journal.ReadGrainAsync(grain, after, CancellationToken.None).ToListAsync();

    /// <summary>Follows until so many entries have come.</summary>
    public static async Task<List<JournalEntry>> FollowedAsync(this IJournal journal, int count, long after = 0) =>
        await journal.FollowAsync(after, CancellationToken.None).Take(count).ToListAsync().AsTask().Expected($"{count} entries after {after}");

    public static ValueTask<CommandAnswer> AppendAsync(this IJournal journal, Append append) =>
        journal.AppendAsync(append, CancellationToken.None);

    /// <summary>Every field as stored, so that entries from different places compare.</summary>
    public static string Stored(JournalEntry entry) => string.Join(
        '|', entry.Sequence, entry.Grain, entry.Version, entry.EventType, Convert.ToHexString(entry.Payload.Span), entry.Actor, entry.Command,
        entry.Ordinal, entry.Causation, entry.At.ToString("O"), entry.RecordedAt.ToString("O"));

    public static IEnumerable<string> Stored(IEnumerable<JournalEntry> entries) => entries.Select(Stored);
}
