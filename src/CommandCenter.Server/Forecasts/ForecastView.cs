using CommandCenter.Boards.State;
using CommandCenter.Domain.Forecasts;

namespace CommandCenter.Server.Forecasts;

/// <summary>What the wall and the hall show of a forecast.</summary>
/// <param name="Forecast">The newest; null before the first. Of the past, the one that the journal kept last.</param>
/// <param name="State">The day at a glance.</param>
/// <param name="IsPast">Whether this is looked back on.</param>
public sealed record ForecastView(ForecastBoard? Forecast, StateBoard? State, bool IsPast = false)
{
    /// <summary>As it was: the journal keeps a forecast an hour, without its fan and without advice.</summary>
    public static ForecastView Past(ForecastRecorded? kept, StateBoard? state) => new(
        kept is null ? null : new(kept.At, 0, kept.Course, kept.Waits, kept.SoldOut, [], null), state, IsPast: true);
}

/// <summary>What a household's own page shows of a forecast: its own times, nobody else's.</summary>
/// <param name="Call">When it is called next.</param>
/// <param name="Turn">When its turn to choose comes, where that is still to come.</param>
/// <param name="At">From when the forecast is.</param>
public sealed record TicketOutlook(MomentBand? Call, MomentBand? Turn, DateTimeOffset? At);
