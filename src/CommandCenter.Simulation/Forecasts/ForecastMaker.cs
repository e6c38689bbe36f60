using CommandCenter.Boards.Moments;
using CommandCenter.Simulation.Scenarios;

namespace CommandCenter.Simulation.Forecasts;

/// <summary>
/// Makes forecasts one after another in the same arrays, some megabytes, so that a server which makes one every few seconds
/// leaves no work to the garbage collector.
/// </summary>
/// <remarks>Not safe on several threads.</remarks>
/// <param name="afterRun">Called after each run, for whoever must not work too long at a stretch.</param>
public sealed class ForecastMaker(Action? afterRun = null)
{
    private RunRecord? _room;

    /// <inheritdoc cref="DayForecast.Of(DayMoment, DateTimeOffset, Scenario, int, long)"/>
    public DayForecast Make(DayMoment moment, DateTimeOffset at, Scenario scenario, int runs, long seed)
    {
        var day = new DayOutline(moment, at, scenario);
        var forecaster = new Forecaster(day, Expectations.Of(day, moment), runs, _room);
        _room = forecaster.Room;
        return forecaster.Run(SituationReader.Read(day, moment, at), seed, afterRun);
    }
}
