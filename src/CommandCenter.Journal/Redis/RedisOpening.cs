using StackExchange.Redis;

namespace CommandCenter.Journal.Redis;

/// <summary>How the client is set up: calls fail at once while the line is down, and it is looked for twice a second.</summary>
internal static class RedisOpening
{
    private const int LeastThreads = 32;

    /// <summary>Connects; to a server or to sentinels that are not there yet in the background.</summary>
    public static async Task<ConnectionMultiplexer> ConnectAsync(RedisOptions options, TimeSpan retryEvery, CancellationToken cancellationToken)
    {
        // Replies must find a thread at once also when all others are busy rendering.
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(Math.Max(workers, LeastThreads), Math.Max(ports, LeastThreads));
        var settings = ConfigurationOptions.Parse(options.Servers);
        settings.Password = options.Password ?? settings.Password;
        settings.AbortOnConnectFail = false;
        settings.BacklogPolicy = BacklogPolicy.FailFast;
        settings.ConnectTimeout = (int)options.CallTimeout.TotalMilliseconds;

        // By this the client finds out that a connection is dead; calls are bounded by what waits for them, whatever it is.
        settings.AsyncTimeout = Math.Max(settings.AsyncTimeout, (int)options.CallTimeout.TotalMilliseconds * 2);
        settings.ReconnectRetryPolicy = new LinearRetry((int)retryEvery.TotalMilliseconds);
        settings.Protocol = RedisProtocol.Resp2;
        settings.ClientName = "commandcenter";
        return await ConnectionMultiplexer.ConnectAsync(settings).WaitAsync(cancellationToken);
    }
}
