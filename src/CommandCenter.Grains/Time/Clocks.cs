namespace CommandCenter.Grains.Time;

/// <summary>The two times there are.</summary>
/// <param name="Operation">The day's own time, real or a drill's; rules and deadlines go by it.</param>
/// <param name="System">The machine's time: recording, idleness, retries. In a headless drill it is the operation's too.</param>
public sealed record Clocks(TimeProvider Operation, TimeProvider System)
{
    /// <summary>Operation time, with the offset of the hall.</summary>
    public DateTimeOffset Now => Operation.GetLocalNow();

    /// <summary>The clocks of a day that counts: the machine's, read in the time zone of the hall.</summary>
    /// <param name="zone">An IANA time zone, as in <see cref="Domain.Plans.Plan.TimeZone"/>.</param>
    /// <exception cref="TimeZoneNotFoundException">The machine does not know the zone.</exception>
    public static Clocks Live(string zone) => new(new LiveClock(TimeZoneInfo.FindSystemTimeZoneById(zone)), TimeProvider.System);
}
