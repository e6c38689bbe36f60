using Microsoft.Extensions.Logging;

namespace CommandCenter.Grains.Running;

// Event ids 1300–1309; never used again for something else.
internal sealed partial class Faults
{
    [LoggerMessage(1300, LogLevel.Error, "{What} failed; the rest goes on.")]
    private partial void LogFault(string what, Exception exception);
}
