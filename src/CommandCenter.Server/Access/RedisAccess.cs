using System.Collections.Concurrent;
using System.Security.Cryptography;
using CommandCenter.Journal;
using CommandCenter.Journal.Redis;
using StackExchange.Redis;

namespace CommandCenter.Server.Access;

/// <summary>
/// Codes, devices and keys in Redis, one hash per shelf. Whether a device is in is asked with every request, so what was found
/// stays in memory for a second: a device that is put out at one node is out at all a second later. While Redis is away a
/// genuine cookie is enough, unless the device is known to be out: nothing can be written then, and screens must stay up.
/// </summary>
/// <param name="redis">The line to Redis.</param>
/// <param name="time">System time.</param>
internal sealed class RedisAccess(RedisConnection redis, TimeProvider time) : IAccessStore
{
    private const string What = "Asking for codes and devices";
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<(string Shelf, string Name), long> _seen = new();
    private readonly ConcurrentDictionary<(string Shelf, string Name), bool> _gone = new();
    private readonly ConcurrentDictionary<string, (string Name, byte[] Json)[]> _lists = new();

    /// <inheritdoc/>
    public byte[] Secret(string name, int bytes)
    {
        Keep(db => db.HashSetAsync(Key("secrets"), name, RandomNumberGenerator.GetBytes(bytes), When.NotExists));
        return Read("secrets", name)!;
    }

    /// <inheritdoc/>
    public void Write(string shelf, string name, byte[] json) => Keep(db => db.HashSetAsync(Key(shelf), name, json));

    /// <inheritdoc/>
    public byte[]? Read(string shelf, string name) => (byte[]?)Call(db => db.HashGetAsync(Key(shelf), name));

    /// <inheritdoc/>
    public async ValueTask<bool> HasAsync(string shelf, string name)
    {
        if (_seen.TryGetValue((shelf, name), out var at) && time.GetElapsedTime(at) < Fresh)
        {
            return true;
        }

        try
        {
            if (await redis.CallAsync(db => db.HashExistsAsync(Key(shelf), name), What))
            {
                _seen[(shelf, name)] = time.GetTimestamp();
                return true;
            }

            Forget(shelf, name);
            return false;
        }
        catch (JournalUnavailableException)
        {
            return !_gone.ContainsKey((shelf, name));
        }
    }

    /// <inheritdoc/>
    public IEnumerable<(string Name, byte[] Json)> All(string shelf)
    {
        try
        {
            return _lists[shelf] = [.. Call(db => db.HashGetAllAsync(Key(shelf))).Select(static e => (e.Name.ToString(), (byte[])e.Value!))];
        }
        catch (JournalUnavailableException) when (_lists.TryGetValue(shelf, out var known))
        {
            // Who is there is asked for by screens and casts that go on while Redis is away.
            return known;
        }
    }

    /// <inheritdoc/>
    public bool Take(string shelf, string name)
    {
        Forget(shelf, name);
        return Keep(db => db.HashDeleteAsync(Key(shelf), name));
    }

    // Only what was there once is worth keeping in mind: anybody can ask for what never was.
    private void Forget(string shelf, string name)
    {
        if (_seen.TryRemove((shelf, name), out _))
        {
            _gone[(shelf, name)] = true;
        }
    }

    private static RedisKey Key(string shelf) => $"cc:{{access}}:{shelf}";

    // Those who ask cannot wait otherwise; a call is bounded in time, and seldom: what comes with every request is not asked like this.
    private T Call<T>(Func<RedisPrimary, Task<T>> call) => Task.Run(() => redis.CallAsync(call, What)).GetAwaiter().GetResult();

    // Whoever was put out must not be in again after a failover.
    private T Keep<T>(Func<RedisPrimary, Task<T>> call) => Task.Run(() => redis.KeepAsync(call, What)).GetAwaiter().GetResult();
}
