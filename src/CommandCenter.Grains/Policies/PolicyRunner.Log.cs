using Microsoft.Extensions.Logging;

namespace CommandCenter.Grains.Policies;

// Event ids 1200–1299; never used again for something else.
internal sealed partial class PolicyRunner
{
    [LoggerMessage(1200, LogLevel.Information, "Policy {Policy}: a {Kind} refused what follows from entry {Sequence}: {Code}.")]
    private partial void LogRefused(string policy, long sequence, string kind, string code);
}
