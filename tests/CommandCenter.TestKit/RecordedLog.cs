using Microsoft.Extensions.Logging;

namespace CommandCenter.TestKit;

/// <summary>Keeps log lines, and lets a test wait for one by its event id. Safe on any thread.</summary>
public sealed class RecordedLog : ILogger
{
    private readonly Lock _lock = new();
    private readonly List<(int Event, LogLevel Level, string Text)> _lines = [];
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The lines so far.</summary>
    public IReadOnlyList<(int Event, LogLevel Level, string Text)> Lines
    {
        get
        {
            lock (_lock)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>Waits until a line with this event id has been logged, and returns its text.</summary>
    public async Task<string> LineAsync(int eventId)
    {
        while (true)
        {
            Task more;
            lock (_lock)
            {
                if (_lines.Find(l => l.Event == eventId) is { Text: { } text })
                {
                    return text;
                }

                more = _more.Task;
            }

            await more.Expected($"a log line with event id {eventId}");
        }
    }

    /// <inheritdoc/>
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_lock)
        {
            _lines.Add((eventId.Id, logLevel, formatter(state, exception)));
            _more.SetResult();
            _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => true;

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;
}
