using CommandCenter.Domain.Identity;
using CommandCenter.Journal;
using CommandCenter.Journal.Redis;
using StackExchange.Redis;

namespace CommandCenter.Server.Nodes;

/// <summary>
/// Which posts are on the line at which process, kept in Redis for a few seconds: whoever dies says nothing more, and its posts
/// run out. No fact of the day, and lost without harm. Safe on any thread.
/// </summary>
/// <param name="redis">The line to Redis.</param>
internal sealed class RedisPresence(RedisConnection redis)
{
    /// <summary>How long it counts; it is said with each pulse.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromSeconds(4);

    private static readonly RedisScript Meet = RedisScript.Read(typeof(RedisPresence), "presence.lua");

    private readonly string _process = Guid.NewGuid().ToString("N");

    /// <summary>Says which posts are on the line here.</summary>
    /// <returns>Those that are on the line elsewhere; null where Redis cannot say, or takes no writes just now.</returns>
    public async Task<IReadOnlyCollection<PostId>?> MeetAsync(OperationId operation, IReadOnlyCollection<PostId> here)
    {
        try
        {
            RedisValue[] values = [_process, (long)Lasts.TotalMilliseconds, .. here.Select(static p => (RedisValue)p.Value)];
            var said = (RedisValue[]?)await redis.RunAsync(Meet, [$"cc:{{{operation}}}:presence"], values, "Asking who is on the line");
            return [.. (said ?? []).Select(static p => new PostId(p.ToString()))];
        }
        catch (JournalUnavailableException)
        {
            return null;
        }
    }
}
