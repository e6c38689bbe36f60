using CommandCenter.Domain.Drills;

namespace CommandCenter.Boards.Drills;

/// <summary>What is known of the drill.</summary>
internal sealed class DrillFacts
{
    public DrillPrepared? Prepared { get; set; }

    public DateTimeOffset? SetUpAt { get; set; }

    public DrillStatus Status { get; set; }

    public decimal Speed { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? Until { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public int PostponedMinutes { get; set; }

    public List<InjectFacts> Injects { get; } = [];

    public List<Observation> Observations { get; } = [];

    public List<Improvement> Improvements { get; } = [];

    /// <summary>What the day is held against, in the order in which it was chosen.</summary>
    public List<YardstickChosen> Yardsticks { get; } = [];

    /// <summary>The newest moment that the drill heard of: what was due before it is late.</summary>
    public DateTimeOffset Now { get; set; }
}

/// <summary>What is known of an inject.</summary>
internal sealed class InjectFacts(Inject inject)
{
    public Inject Inject => inject;

    public InjectStatus Status { get; set; }

    public DateTimeOffset? DeliveredAt { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public long? AnsweredBy { get; set; }

    public bool IsAwaited => DeliveredAt is not null && AnsweredAt is null && inject.Action is not null;

    /// <summary>Null while it may still come in time, or where the journal cannot show it.</summary>
    public bool? InTime(DateTimeOffset now) =>
        DeliveredAt is not { } delivered || inject.Action is not { } action ? null
        : AnsweredAt is { } answered ? answered - delivered <= action.Within
        : now - delivered > action.Within ? false
        : null;
}
