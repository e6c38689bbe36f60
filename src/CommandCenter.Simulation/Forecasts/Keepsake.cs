using CommandCenter.Boards.Moments;
using CommandCenter.Boards.Queues;
using CommandCenter.Domain.Forecasts;

namespace CommandCenter.Simulation.Forecasts;

/// <summary>What of a forecast is kept in the journal, to be held against the day afterwards.</summary>
public static class Keepsake
{
    /// <summary>The day's course, the next waits, the next calls of those who wait, and the types that were not sold out.</summary>
    public static RecordForecast Of(DayForecast forecast, DayMoment moment)
    {
        var midnight = forecast.Midnight;
        var waiting = moment.Households.Where(static h => h.Ticket is { Standing: TicketStanding.Waiting }).Select(static h => h.Entry.Id).ToHashSet();
        return new(
            AgeSeconds: 1,
            Course(forecast),
            [.. forecast.NextWait.OrderBy(static w => w.Key.Value, StringComparer.Ordinal).Select(static w => new WaitForecast(w.Key, Whole(w.Value)))],
            [.. forecast.Households.Where(h => waiting.Contains(h.Household)).Select(h => new CallForecast(h.Household, Moments(h.CallAt, midnight)))],
            [.. forecast.SoldOut.Where(static s => !double.IsNegativeInfinity(s.Value.P10)).OrderBy(static s => s.Key.Value, StringComparer.Ordinal)
                .Select(s => new SellOutForecast(s.Key, Moments(s.Value, midnight)))]);
    }

    /// <summary>The course of the day alone.</summary>
    public static DayCourse Course(DayForecast forecast) =>
        new(Moments(forecast.EndsAt, forecast.Midnight), Whole(forecast.LongestWait), Whole(forecast.PastClosing));

    /// <summary>A band of seconds since midnight as moments.</summary>
    public static MomentBand Moments(Band band, DateTimeOffset midnight) => new(At(band.P10, midnight), At(band.P50, midnight), At(band.P90, midnight));

    private static DateTimeOffset? At(double seconds, DateTimeOffset midnight) =>
        double.IsFinite(seconds) ? midnight.AddSeconds(Math.Round(seconds)) : null;

    private static NumberBand Whole(Band band) => new((int)Math.Round(band.P10), (int)Math.Round(band.P50), (int)Math.Round(band.P90));
}
