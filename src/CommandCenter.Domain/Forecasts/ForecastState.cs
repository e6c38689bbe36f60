namespace CommandCenter.Domain.Forecasts;

/// <summary>What was forecast and ordered so far.</summary>
/// <param name="RecordedAt">When a forecast was kept last.</param>
/// <param name="Moves">Moves ordered.</param>
public sealed record ForecastState(DateTimeOffset? RecordedAt, int Moves);
