using System.Collections.Immutable;
using CommandCenter.Boards;
using CommandCenter.Boards.Forecasts;
using CommandCenter.Domain.Forecasts;
using CommandCenter.Domain.Operations;
using CommandCenter.Journal;
using CommandCenter.Simulation.Drills;
using CommandCenter.Simulation.Scenarios;

namespace CommandCenter.Simulation.Forecasts;

/// <summary>
/// Plays along with a drill and makes a forecast every hour from the opening on, from the boards alone, as the server does;
/// at the end the day itself has judged them.
/// </summary>
/// <param name="story">What the forecast expects of the day: the drill's own story, of which it knows what <see cref="Expectations"/> says, or the plan's alone, as on a day that nobody has written.</param>
/// <param name="runs">Runs of each forecast.</param>
public sealed class JudgedDay(Scenario story, int runs) : IFeedSubscriber
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly BoardSet _boards = new();
    private readonly Calibration _calibration = new();
    private DateTimeOffset? _next;
    private bool _over;

    /// <summary>One score an hour.</summary>
    public ImmutableArray<HourScore> Scores => _calibration.Scores();

    /// <summary>Plays a whole drill on an empty journal, and judges the forecasts made on the way.</summary>
    public static async ValueTask<ImmutableArray<HourScore>> PlayAsync(
        DrillSetup setup, IJournal journal, Scenario story, int runs, CancellationToken cancellationToken)
    {
        var day = new JudgedDay(story, runs);
        await DrillRun.RunAsync(setup, journal, [day], null, cancellationToken);
        return day.Scores;
    }

    /// <inheritdoc/>
    public void Apply(JournalEntry entry)
    {
        while (!_over && _next is { } mark && entry.At > mark)
        {
            Forecast(mark);
            _next = mark + Hour;
        }

        _boards.Apply(entry);
        _calibration.Apply(entry);
        switch (entry.Event)
        {
            case OperationOpened: _next = entry.At; break;
            case OperationClosed: _over = true; break;
            default: break;
        }
    }

    private void Forecast(DateTimeOffset mark)
    {
        var moment = _boards.ReadMoment();
        if (moment.Households.All(static h => h.IsOver))
        {
            return;
        }

        var kept = Keepsake.Of(DayForecast.Of(moment, mark, story, runs, seed: mark.ToUnixTimeSeconds()), moment);
        _calibration.Take(new ForecastRecorded(mark, kept.Course, kept.Waits, kept.Calls, kept.SoldOut));
    }
}
