namespace CommandCenter.Journal.Events.Upcasting;

/// <summary>The upcasters of every shape that was ever stored and is no longer written.</summary>
public static class AllUpcasters
{
    /// <summary>Every upcaster.</summary>
    public static IReadOnlyList<IUpcaster> List { get; } =
    [
        new RollMissedFromV1(),
        new IncidentEscalatedFromV1(),
        new DrillPreparedFromV1(),
        new InjectDeliveredFromV1(),
        new DrillPreparedFromV2(),
        new InjectDeliveredFromV2(),
    ];
}
