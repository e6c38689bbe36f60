using CommandCenter.Domain.Identity;
using CommandCenter.Journal.Redis;
using StackExchange.Redis;

namespace CommandCenter.Server.Photos;

/// <summary>The photos beside the journals in Redis, so that one taken at one node is seen at all.</summary>
/// <param name="redis">The line to Redis.</param>
internal sealed class RedisPhotos(RedisConnection redis) : IPhotoShelf
{
    /// <inheritdoc/>
    public async Task<string> KeepAsync(OperationId operation, byte[] bytes, CancellationToken cancellationToken)
    {
        var hash = IPhotoShelf.HashOf(bytes);
        await redis.CallAsync(db => db.StringSetAsync(Key(operation, hash), bytes, when: When.NotExists), "Keeping a photo");
        return hash;
    }

    /// <inheritdoc/>
    public async Task<byte[]?> FindAsync(OperationId operation, string hash, CancellationToken cancellationToken) =>
        (byte[]?)await redis.CallAsync(db => db.StringGetAsync(Key(operation, hash)), "Looking for a photo");

    private static RedisKey Key(OperationId operation, string hash) => $"cc:{{{operation}}}:photo:{hash}";
}
