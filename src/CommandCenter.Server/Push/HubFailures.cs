using Microsoft.AspNetCore.SignalR;

namespace CommandCenter.Server.Push;

/// <summary>
/// Logs calls of the hub that fail by a mistake in the program. A refusal is none, and the topics and words of a caller are
/// never logged: they may hold a household's token or a name.
/// </summary>
internal sealed partial class HubFailures(ILogger<HubFailures> logger) : IHubFilter
{
    // It logs every refusal as an error, together with what the caller sent.
    public const string NoisyCategory = "Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher";

    private readonly ILogger _logger = logger;

    /// <inheritdoc/>
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        try
        {
            return await next(invocationContext);
        }
        catch (Exception e) when (e is not (HubException or OperationCanceledException))
        {
            LogFailed(invocationContext.HubMethodName, e);
            throw;
        }
    }

    // Event ids 2250–2259; never used again for something else.
    [LoggerMessage(2250, LogLevel.Error, "A call of '{Method}' on the hub failed.")]
    private partial void LogFailed(string method, Exception exception);
}
