using CommandCenter.Boards.Moments;
using CommandCenter.Domain.Forecasts;
using CommandCenter.Domain.Identity;
using CommandCenter.Simulation.Forecasts;
using CommandCenter.Simulation.Scenarios;

namespace CommandCenter.Server.Forecasts;

/// <summary>The newest forecast of an operation, with the moment that it started from. Immutable.</summary>
/// <param name="Moment">The moment.</param>
/// <param name="Story">What was expected where neither plan nor measurement says anything.</param>
/// <param name="Forecast">What came of it.</param>
/// <param name="Board">What the screens show.</param>
/// <param name="Version">Grows with every forecast, also over a restart.</param>
public sealed record Foresight(DayMoment Moment, Scenario Story, DayForecast Forecast, ForecastBoard Board, long Version)
{
    private readonly Lazy<Dictionary<HouseholdId, HouseholdOutlook>> _byHousehold =
        new(() => Forecast.Households.ToDictionary(static h => h.Household));

    private readonly Lazy<Dictionary<string, HouseholdMoment>> _byPage =
        new(() => Moment.Households.Where(static h => h.OwnPage is not null).ToDictionary(static h => h.OwnPage!, StringComparer.Ordinal));

    /// <summary>The household whose own page a topic is, or null.</summary>
    public HouseholdMoment? OfPage(string topic) => _byPage.Value.GetValueOrDefault(topic);

    /// <summary>The topics of the households' own pages.</summary>
    public IEnumerable<string> Pages => _byPage.Value.Keys;

    /// <summary>Midnight of the hall, from which the forecast's moments count.</summary>
    public DateTimeOffset Midnight => Forecast.Midnight;

    /// <summary>What a household can expect, or null.</summary>
    public HouseholdOutlook? Of(HouseholdId household) => _byHousehold.Value.GetValueOrDefault(household);

    /// <summary>A band of the forecast as moments.</summary>
    public MomentBand At(Band band) => Keepsake.Moments(band, Midnight);
}
