using System.Collections.Concurrent;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Journal;
using CommandCenter.Server.Operations;

namespace CommandCenter.Server.Forecasts;

/// <summary>
/// Refreshes the forecasts of all operations: one thread of the lowest priority, beside everything that answers anybody. The
/// newest state wins; what came while it was computing is in the next one. It rests most of the time.
/// </summary>
public sealed partial class ForecastWorker : IOperationFollower, IDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);

    // Rest for three times as long as the work took, breaths included, though not so long that the forecast grows old.
    private const int RestFor = 3;
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(9);
    private const int AdviceEvery = 5;

    private readonly ForecastDesk _desk;
    private readonly ILogger _logger;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<OperationId, RunningOperation> _operations = new();
    private readonly Dictionary<OperationId, (long Sequence, long Hour)> _seen = [];
    private readonly AutoResetEvent _due = new(false);
    private readonly ITimer _timer;
    private readonly Thread _thread;
    private int _round;
    private volatile bool _stopped;

    /// <summary>Starts the thread; it works as soon as an operation moves.</summary>
    public ForecastWorker(ForecastDesk desk, TimeProvider time, ILogger<ForecastWorker> logger)
    {
        (_desk, _time, _logger) = (desk, time, logger);
        _timer = time.CreateTimer(_ => _due.Set(), null, Every, Timeout.InfiniteTimeSpan);
        _thread = new(Work) { IsBackground = true, Name = "forecast", Priority = ThreadPriority.Lowest };
        _thread.Start();
    }

    /// <inheritdoc/>
    public IFeedSubscriber Of(OperationId operation) => Deaf.Instance;

    /// <inheritdoc/>
    public void Start(RunningOperation operation) => _operations[operation.Id] = operation;

    /// <inheritdoc/>
    public void Dispose()
    {
        _stopped = true;
        _due.Set();
        _thread.Join();
        _timer.Dispose();
        _due.Dispose();
    }

    private void Work()
    {
        Niceness.Lower();
        while (_due.WaitOne() && !_stopped)
        {
            var began = _time.GetTimestamp();
            foreach (var operation in _operations.Values)
            {
                Refresh(operation);
            }

            _round++;
            var rest = _time.GetElapsedTime(began) * RestFor;
            _timer.Change(rest < Every ? Every : rest > AtMost ? AtMost : rest, Timeout.InfiniteTimeSpan);
        }
    }

    private void Refresh(RunningOperation operation)
    {
        try
        {
            var sequence = operation.Boards.Sequence;
            var before = _seen.TryGetValue(operation.Id, out var seen) ? seen : (Sequence: -1, Hour: long.MaxValue);
            if (before.Sequence == sequence && operation.Speed == 0)
            {
                return;
            }

            if (_desk.Refresh(operation, withAdvice: _round % AdviceEvery == 0) is { } foresight)
            {
                var hour = foresight.Board.At.ToUnixTimeSeconds() / 3600;
                _seen[operation.Id] = (sequence, hour);
                if (hour > before.Hour)
                {
                    Record(operation, foresight);
                }
            }
        }
        catch (Exception e)
        {
            // A forecast that fails is not there; the day goes on without it.
            LogNotMade(operation.Id.Value, e);
        }
    }

    private void Record(RunningOperation operation, Foresight foresight)
    {
        if (foresight.Moment.Phase is OperationPhase.Open or OperationPhase.Closing && operation.Fault is null && operation.Lease.IsHeld)
        {
            _desk.RecordAsync(operation, foresight, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        }
    }

    // Event ids 2300–2309; never used again for something else.
    [LoggerMessage(2300, LogLevel.Warning, "No forecast of {Operation} this time.")]
    private partial void LogNotMade(string operation, Exception exception);

    // It reads the boards when it is ready; nothing is pressed upon it.
    private sealed class Deaf : IFeedSubscriber
    {
        public static readonly Deaf Instance = new();

        public void Apply(JournalEntry entry)
        {
            // See the remark above.
        }
    }
}
