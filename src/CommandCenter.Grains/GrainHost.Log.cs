using CommandCenter.Domain.Identity;
using Microsoft.Extensions.Logging;

namespace CommandCenter.Grains;

// Event ids 1100–1199; never used again for something else. No line says which household, post or person: the kind of grain does,
// and the entry that it is about can be looked up in the journal by whoever may.
public sealed partial class GrainHost
{
    [LoggerMessage(1100, LogLevel.Information, "Operation {Operation} replayed to entry {Sequence}: {Grains} grains.")]
    private partial void LogOpened(OperationId operation, long sequence, int grains);

    [LoggerMessage(1101, LogLevel.Critical, "Operation {Operation} takes no commands: {Reason}")]
    private partial void LogStopped(OperationId operation, string reason, Exception exception);

    [LoggerMessage(1102, LogLevel.Debug, "A {Kind} was overtaken after version {Version}, attempt {Attempt}; deciding again.")]
    private partial void LogConflict(string kind, long version, int attempt);

    [LoggerMessage(1103, LogLevel.Warning, "The outcome of a command to a {Kind} is unknown; looking it up.")]
    private partial void LogOutcomeUnknown(string kind, Exception exception);
}
