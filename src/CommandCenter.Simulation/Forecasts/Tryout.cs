using CommandCenter.Boards.Moments;
using CommandCenter.Domain.Forecasts;
using CommandCenter.Simulation.Scenarios;

namespace CommandCenter.Simulation.Forecasts;

/// <summary>
/// What a move would do: the rest of the day with it, against the same runs without it. Every household has the same luck in
/// both (common random numbers), so that their difference is the move's.
/// </summary>
public sealed class Tryout
{
    private readonly DayOutline _day;
    private readonly Forecaster _forecaster;
    private readonly Situation _situation;
    private readonly long _seed;
    private readonly Action? _afterRun;

    /// <summary>Tries moves out at a moment.</summary>
    /// <param name="moment">The moment.</param>
    /// <param name="at">Operation time.</param>
    /// <param name="scenario">What is expected where neither plan nor measurement says anything.</param>
    /// <param name="runs">Runs of each day.</param>
    /// <param name="seed">What is random follows from it.</param>
    /// <param name="afterRun">Called after each run, for whoever must not work too long at a stretch.</param>
    public Tryout(DayMoment moment, DateTimeOffset at, Scenario scenario, int runs, long seed, Action? afterRun = null)
    {
        _day = new(moment, at, scenario);
        _forecaster = new(_day, Expectations.Of(_day, moment), runs);
        _situation = SituationReader.Read(_day, moment, at);
        (_seed, _afterRun) = (seed, afterRun);
        Without = Course(_situation);
    }

    /// <summary>The day if nothing is done.</summary>
    public DayCourse Without { get; }

    /// <summary>The day with a move that the plan allows.</summary>
    public DayCourse With(Move move) => Course(_situation.With([.. StandingOrders.Of(_day, move, _situation.Now)]));

    private DayCourse Course(Situation situation) => Keepsake.Course(_forecaster.Run(situation, _seed, _afterRun));
}
