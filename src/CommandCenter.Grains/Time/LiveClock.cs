namespace CommandCenter.Grains.Time;

/// <summary>The machine's clock, read in the time zone of the hall wherever the machine stands.</summary>
public sealed class LiveClock(TimeZoneInfo zone) : TimeProvider
{
    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => zone;
}
