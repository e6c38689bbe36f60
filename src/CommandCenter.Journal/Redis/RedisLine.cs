using System.Net;
using StackExchange.Redis;

namespace CommandCenter.Journal.Redis;

/// <summary>One line of the client, and what it tells of itself. Commands on it are answered one after another.</summary>
internal sealed class RedisLine : IAsyncDisposable
{
    private readonly ConnectionMultiplexer _redis;

    /// <summary>Tells whose line it is what becomes of it.</summary>
    public RedisLine(ConnectionMultiplexer redis, RedisConnection owner)
    {
        _redis = redis;
        Primary = new(redis.GetDatabase());
        redis.ConnectionFailed += (_, e) =>
        {
            if (e.ConnectionType == ConnectionType.Interactive && !IsReplica(e.EndPoint)) owner.Lost();
        };
        redis.ConfigurationChanged += (_, _) => owner.Moved();
    }

    /// <summary>The server that takes writes.</summary>
    public RedisPrimary Primary { get; }

    /// <summary>The client itself, for those who look on.</summary>
    internal ConnectionMultiplexer Client => _redis;

    /// <summary>Is told of every message of a channel, on a thread of the pool, while the line is up.</summary>
    public async Task<IAsyncDisposable> HearAsync(string channel, Action<string> heard)
    {
        var name = RedisChannel.Literal(channel);
        var subscriber = _redis.GetSubscriber();
        void Hear(RedisChannel _, RedisValue message) => heard(message.ToString());
        await subscriber.SubscribeAsync(name, Hear, CommandFlags.FireAndForget);
        return new Hearing(() => subscriber.UnsubscribeAsync(name, Hear, CommandFlags.FireAndForget));
    }

    public async ValueTask DisposeAsync()
    {
        await _redis.CloseAsync(allowCommandsToComplete: false);
        await _redis.DisposeAsync();
    }

    // One that only follows may go: nothing is asked of it. Whoever is no longer known was the first, as far as anybody here can say.
    private bool IsReplica(EndPoint? server)
    {
        try
        {
            return server is not null && _redis.GetServer(server).IsReplica;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private sealed class Hearing(Func<Task> end) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await end();
    }
}
