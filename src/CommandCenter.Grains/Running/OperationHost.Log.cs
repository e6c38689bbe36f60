using Microsoft.Extensions.Logging;

namespace CommandCenter.Grains.Running;

// Event ids 1310–1399; never used again for something else.
public sealed partial class OperationHost
{
    [LoggerMessage(1310, LogLevel.Warning, "What the operation does by itself is held up; trying again in {Wait}.")]
    private partial void LogRetry(TimeSpan wait, Exception exception);

    [LoggerMessage(1311, LogLevel.Warning, "The policies' position was not saved; what follows it will be sent again.")]
    private partial void LogPositionNotSaved(Exception exception);
}
