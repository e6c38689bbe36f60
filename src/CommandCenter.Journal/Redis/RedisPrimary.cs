using StackExchange.Redis;

namespace CommandCenter.Journal.Redis;

/// <summary>
/// The commands that this program sends: each to a server that takes writes, and to no other. The client's own preference would
/// fall back to a replica while the first is away, which lags, takes no writes, and makes a dead store look well.
/// </summary>
/// <param name="redis">The line.</param>
public sealed class RedisPrimary(IDatabase redis)
{
    private const CommandFlags Only = CommandFlags.DemandMaster;

    /// <summary>Runs a script.</summary>
    public Task<RedisResult> RunAsync(RedisScript script, RedisKey[] keys, RedisValue[] values)
    {
        ArgumentNullException.ThrowIfNull(script);
        return redis.ScriptEvaluateAsync(script.Text, keys, values, Only);
    }

    /// <summary>Sends any command; keys as <see cref="RedisKey"/>, so that a cluster finds their server.</summary>
    public Task<RedisResult> ExecuteAsync(string command, params object[] arguments) => redis.ExecuteAsync(command, arguments, Only);

    /// <summary>A value, or null.</summary>
    public Task<RedisValue> StringGetAsync(RedisKey key) => redis.StringGetAsync(key, Only);

    /// <summary>Sets a value.</summary>
    public Task<bool> StringSetAsync(RedisKey key, RedisValue value) => redis.StringSetAsync(key, value, flags: Only);

    /// <summary>Adds to a set.</summary>
    public Task<bool> SetAddAsync(RedisKey key, RedisValue member) => redis.SetAddAsync(key, member, Only);

    /// <summary>All of a set.</summary>
    public Task<RedisValue[]> SetMembersAsync(RedisKey key) => redis.SetMembersAsync(key, Only);

    /// <summary>A field of a hash, or null.</summary>
    public Task<RedisValue> HashGetAsync(RedisKey key, RedisValue field) => redis.HashGetAsync(key, field, Only);

    /// <summary>Sets a field of a hash; always, or where there is none.</summary>
    public Task<bool> HashSetAsync(RedisKey key, RedisValue field, RedisValue value, When when = When.Always) =>
        redis.HashSetAsync(key, field, value, when, Only);

    /// <summary>Whether a hash has a field.</summary>
    public Task<bool> HashExistsAsync(RedisKey key, RedisValue field) => redis.HashExistsAsync(key, field, Only);

    /// <summary>Removes a field of a hash; true for whoever removed it.</summary>
    public Task<bool> HashDeleteAsync(RedisKey key, RedisValue field) => redis.HashDeleteAsync(key, field, Only);

    /// <summary>All fields of a hash.</summary>
    public Task<HashEntry[]> HashGetAllAsync(RedisKey key) => redis.HashGetAllAsync(key, Only);
}
