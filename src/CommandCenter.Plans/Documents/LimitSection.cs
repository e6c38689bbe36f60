using CommandCenter.Domain.Plans;
using CommandCenter.Plans.Yaml;

namespace CommandCenter.Plans.Documents;

/// <summary>Times and numbers of the rules; defaults and ranges are those documented at <see cref="Limits"/>.</summary>
internal static class LimitSection
{
    private static readonly Limits Default = new();

    public static Limits Read(YamlMap map) => new()
    {
        CallTimeout = map.Duration("callTimeout", Seconds(10), Minutes(30), Default.CallTimeout),
        Recalls = map.Whole("recalls", 0, 10, Default.Recalls),
        RecallInterval = map.Duration("recallInterval", Seconds(10), Minutes(30), Default.RecallInterval),
        PassBack = map.Whole("passBack", 0, 100, Default.PassBack),
        PassesToEndOfDay = map.Whole("passesToEndOfDay", 1, 10, Default.PassesToEndOfDay),
        PriorityEvery = map.Whole("priorityEvery", 2, 20, Default.PriorityEvery),
        ReadyWindowGetsNextArrival = map.Flag("readyWindowGetsNextArrival", Default.ReadyWindowGetsNextArrival),
        ReserveFor = map.Duration("reserveFor", Seconds(30), Minutes(60), Default.ReserveFor),
        RollCallEvery = map.Duration("rollCallEvery", Minutes(5), Hours(4), Default.RollCallEvery),
        RollCallRedAfter = map.Duration("rollCallRedAfter", Minutes(1), Hours(1), Default.RollCallRedAfter),
        SimpleCaseBeforeClose = map.Duration("simpleCaseBeforeClose", TimeSpan.Zero, Hours(12), Default.SimpleCaseBeforeClose),
        ComplexInterimWithin = map.Duration("complexInterimWithin", Hours(1), Hours(24 * 30), Default.ComplexInterimWithin),
        EscalateEvery = map.Duration("escalateEvery", Minutes(1), Hours(24), Default.EscalateEvery),
        MaxText = map.Whole("maxText", 50, 5_000, Default.MaxText),
    };

    private static TimeSpan Seconds(int count) => TimeSpan.FromSeconds(count);

    private static TimeSpan Minutes(int count) => TimeSpan.FromMinutes(count);

    private static TimeSpan Hours(int count) => TimeSpan.FromHours(count);
}
