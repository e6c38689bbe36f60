using CommandCenter.Domain.Identity;
using CommandCenter.Journal.Attachments;
using CommandCenter.Journal.Redis;
using StackExchange.Redis;

namespace CommandCenter.Server.Attachments;

/// <summary>The photos and voice notes beside the journals in Redis, so that what comes in at one node is there at all.</summary>
/// <param name="redis">The line to Redis.</param>
internal sealed class RedisAttachments(RedisConnection redis) : IAttachmentShelf
{
    /// <inheritdoc/>
    public async Task<string> KeepAsync(OperationId operation, AttachmentKind kind, byte[] bytes, CancellationToken cancellationToken)
    {
        var hash = IAttachmentShelf.HashOf(bytes);
        await redis.KeepAsync(db => db.StringSetAsync(Key(operation, kind, hash), bytes), $"Keeping a {kind.Name}");
        return hash;
    }

    /// <inheritdoc/>
    public async Task<byte[]?> FindAsync(OperationId operation, AttachmentKind kind, string hash, CancellationToken cancellationToken) =>
        (byte[]?)await redis.CallAsync(db => db.StringGetAsync(Key(operation, kind, hash)), $"Looking for a {kind.Name}");

    private static RedisKey Key(OperationId operation, AttachmentKind kind, string hash) => $"cc:{{{operation}}}:{kind.Name}:{hash}";
}
