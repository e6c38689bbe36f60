using CommandCenter.Domain.Identity;
using Microsoft.Extensions.Logging;

namespace CommandCenter.Grains;

// Event ids 1100–1199; never used again for something else.
public sealed partial class GrainHost
{
    [LoggerMessage(1100, LogLevel.Information, "Operation {Operation} replayed to entry {Sequence}: {Grains} grains.")]
    private partial void LogOpened(OperationId operation, long sequence, int grains);

    [LoggerMessage(1101, LogLevel.Critical, "Operation {Operation} takes no commands: {Reason}")]
    private partial void LogStopped(OperationId operation, string reason, Exception exception);

    [LoggerMessage(1102, LogLevel.Debug, "{Grain} was overtaken after version {Version}, attempt {Attempt}; deciding again.")]
    private partial void LogConflict(GrainAddress grain, long version, int attempt);

    [LoggerMessage(1103, LogLevel.Warning, "The outcome of command {Command} to {Grain} is unknown; looking it up.")]
    private partial void LogOutcomeUnknown(GrainAddress grain, CommandId command, Exception exception);
}
