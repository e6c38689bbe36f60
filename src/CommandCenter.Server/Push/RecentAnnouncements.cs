using System.Collections.Concurrent;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Server.Push;

/// <summary>
/// The newest announcements of each operation, so that a hall whose line was cut says afterwards what it missed. Only what
/// is still of use: a call of some minutes ago has been answered or passed. Safe on any thread.
/// </summary>
public sealed class RecentAnnouncements
{
    /// <summary>How old an announcement may be, operation time: as long as a household has to come, with its recalls.</summary>
    public static readonly TimeSpan OfUseFor = TimeSpan.FromMinutes(3);

    private const int Most = 64;

    private readonly ConcurrentDictionary<OperationId, Queue<Announcement>> _byOperation = new();

    internal void Add(OperationId operation, Announcement announcement)
    {
        var recent = _byOperation.GetOrAdd(operation, static _ => new());
        lock (recent)
        {
            recent.Enqueue(announcement);
            if (recent.Count > Most)
            {
                recent.Dequeue();
            }
        }
    }

    /// <summary>Those after an entry that are still of use at a moment, oldest first.</summary>
    internal IReadOnlyList<Announcement> Since(OperationId operation, long sequence, DateTimeOffset now)
    {
        if (!_byOperation.TryGetValue(operation, out var recent))
        {
            return [];
        }

        lock (recent)
        {
            return [.. recent.Where(a => a.Sequence > sequence && now - a.At <= OfUseFor)];
        }
    }
}
