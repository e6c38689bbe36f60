using CommandCenter.TestKit;
using Microsoft.Extensions.Logging;

namespace CommandCenter.Server.Tests;

/// <summary>Keeps every line that a server logs.</summary>
internal sealed class LogBook : ILoggerProvider
{
    public RecordedLog Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => Lines;

    public void Dispose()
    {
        // Nothing is held.
    }
}
