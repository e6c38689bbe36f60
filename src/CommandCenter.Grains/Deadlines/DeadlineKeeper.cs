using CommandCenter.Domain;
using CommandCenter.Domain.Identity;
using CommandCenter.Grains.Running;
using CommandCenter.Grains.Time;

namespace CommandCenter.Grains.Deadlines;

/// <summary>
/// Sends <see cref="MeetDeadline"/> to grains whose deadlines are due, in the order of their due times. The deadlines come
/// from the grains' states, so they survive a restart, and those that came due meanwhile are sent at once. The command id
/// follows from the deadline, so sending one again changes nothing.
/// </summary>
internal sealed class DeadlineKeeper : IDuty, IDisposable
{
    // Real timers take no more; it is then looked at again.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly GrainHost _host;
    private readonly IGrainHost _commands;
    private readonly Clocks _clocks;
    private readonly Faults _faults;
    private readonly Signal _signal = new();
    private readonly ITimer _timer;

    public DeadlineKeeper(GrainHost host, IGrainHost commands, Clocks clocks, Faults faults)
    {
        _host = host;
        _commands = commands;
        _clocks = clocks;
        _faults = faults;
        _timer = clocks.Operation.CreateTimer(
            static signal => ((Signal)signal!).Set(), _signal, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        host.Schedule.EarliestChanged = _signal.Set;
    }

    public async ValueTask<bool> DoNextAsync(CancellationToken cancellationToken)
    {
        if (!_host.Schedule.TryTake(_clocks.Operation.GetUtcNow(), out var due))
        {
            return false;
        }

        var (grain, deadline) = due;
        try
        {
            await _commands.ExecuteAsync(
                new(grain, new MeetDeadline(deadline.Name, deadline.Due), CommandIds.Deadline(grain, deadline), Actor.Deadline),
                cancellationToken);
            GrainMetrics.DeadlineFired(grain.Kind);
        }
        catch (Exception e) when (Faults.IsForeseen(e))
        {
            _host.Schedule.PutBack(due);
            throw;
        }
        catch (Exception e)
        {
            _faults.Add($"Deadline {deadline.Name} of a {grain.Kind}", e);
        }

        return true;
    }

    public async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        if (_host.NextDue is { } due)
        {
            var wait = due - _clocks.Operation.GetUtcNow();
            _timer.Change(TimeSpan.FromTicks(Math.Clamp(wait.Ticks, 0, LongestWait.Ticks)), Timeout.InfiniteTimeSpan);

            // The clock may have jumped past it before the timer was set.
            if (due <= _clocks.Operation.GetUtcNow())
            {
                return;
            }
        }

        await _signal.WaitAsync(cancellationToken);
    }

    /// <summary>Lets it look at the clock now.</summary>
    public void Wake() => _signal.Set();

    public void Dispose() => _timer.Dispose();
}
