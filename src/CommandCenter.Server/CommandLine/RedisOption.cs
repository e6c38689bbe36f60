using System.CommandLine;
using CommandCenter.Journal.Redis;

namespace CommandCenter.Server.CommandLine;

/// <summary><c>--redis HOST:PORT</c>: the Redis that nodes share. Its password comes from the environment, so that no list of processes shows it.</summary>
internal static class RedisOption
{
    /// <summary>The variable with the password.</summary>
    public const string PasswordVariable = "COMMANDCENTER_REDIS_PASSWORD";

    public static Option<string?> Create(string purpose) => new("--redis")
    {
        Description = $"{purpose} Several servers with commas, sentinels with serviceName=NAME; the password in {PasswordVariable}.",
        HelpName = "HOST:PORT",
    };

    /// <summary>What the option says, or null where it is not given.</summary>
    public static RedisOptions? Of(string? servers) =>
        servers is null ? null : new() { Servers = servers, Password = Environment.GetEnvironmentVariable(PasswordVariable) };
}
