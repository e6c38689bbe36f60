using System.Threading.RateLimiting;
using CommandCenter.Server.Api;
using Microsoft.AspNetCore.RateLimiting;

namespace CommandCenter.Server.Access;

/// <summary>How often somebody may ask.</summary>
public sealed record RateLimits
{
    /// <summary>Attempts to join a post per address and minute. Default 10: with 39 bits a code, guessing is hopeless.</summary>
    public int EnrolmentsPerMinute { get; init; } = 10;

    /// <summary>Commands per post and second, on the average. Default 20; a person gives less than one.</summary>
    public int CommandsPerSecond { get; init; } = 20;

    /// <summary>Commands per post at once, e.g. an outbox after an hour without network. Default 200.</summary>
    public int CommandBurst { get; init; } = 200;

    /// <summary>Searches for households per post and second, on the average. Default 5; a desk types one after the other.</summary>
    public int SearchesPerSecond { get; init; } = 5;

    /// <summary>Searches per post at once. Default 30.</summary>
    public int SearchBurst { get; init; } = 30;

    internal const string Searches = "searches";
    internal const string Enrolment = "enrolment";
    internal const string Commands = "commands";

    internal void Add(IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.AddPolicy(Enrolment, http => RateLimitPartition.GetFixedWindowLimiter(Address(http), _ => new()
        {
            PermitLimit = EnrolmentsPerMinute, Window = TimeSpan.FromMinutes(1), AutoReplenishment = true,
        }));
        options.AddPolicy(Commands, http => RateLimitPartition.GetTokenBucketLimiter(Sender(http), _ => new()
        {
            TokenLimit = CommandBurst, TokensPerPeriod = CommandsPerSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1), AutoReplenishment = true,
        }));
        options.AddPolicy(Searches, http => RateLimitPartition.GetTokenBucketLimiter(Sender(http), _ => new()
        {
            TokenLimit = SearchBurst, TokensPerPeriod = SearchesPerSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1), AutoReplenishment = true,
        }));
        options.OnRejected = static (context, _) => new(Problem.TooMany.After(Seconds(context)).WriteAsync(context.HttpContext));
    });

    private static string Address(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";

    private static string Sender(HttpContext http) =>
        DeviceCookie.CallerOf(http) is { } caller ? $"{caller.Operation}/{caller.Post}" : Address(http);

    private static int Seconds(OnRejectedContext context) =>
        context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : 1;
}
