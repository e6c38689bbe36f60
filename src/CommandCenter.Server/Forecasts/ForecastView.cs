using CommandCenter.Boards.State;
using CommandCenter.Domain.Forecasts;

namespace CommandCenter.Server.Forecasts;

/// <summary>What the wall and the hall show of a forecast.</summary>
/// <param name="Forecast">The newest; null before the first, and of the past.</param>
/// <param name="State">The day at a glance.</param>
public sealed record ForecastView(ForecastBoard? Forecast, StateBoard? State);

/// <summary>What a household's own page shows of a forecast: its own times, nobody else's.</summary>
/// <param name="Call">When it is called next.</param>
/// <param name="Turn">When its turn to choose comes, where that is still to come.</param>
/// <param name="At">From when the forecast is.</param>
public sealed record TicketOutlook(MomentBand? Call, MomentBand? Turn, DateTimeOffset? At);
