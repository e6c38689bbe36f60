namespace CommandCenter.Journal.Redis;

/// <summary>Which Redis, and how long it is waited for.</summary>
public sealed record RedisOptions
{
    /// <summary>
    /// <c>HOST:PORT</c>, several with commas, and options as the client StackExchange.Redis reads them; for sentinels
    /// <c>HOST:26379,HOST:26379,serviceName=NAME</c>.
    /// </summary>
    public required string Servers { get; init; }

    /// <summary>Its password; null for none.</summary>
    public string? Password { get; init; }

    /// <summary>How long one call may take before its outcome counts as unknown. Default 2 s; the client itself knows no such limit.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How many replicas must hold an append before it is answered. Default 0: the server that it was sent to alone,
    /// as durable as that server's <c>appendfsync</c>.
    /// </summary>
    public int Replicas { get; init; }
}
