namespace CommandCenter.Grains;

/// <summary>How a grain host keeps its grains.</summary>
public sealed record GrainHostOptions
{
    /// <summary>How often a command is decided before the host gives up on lost races. Default 5; at least 1.</summary>
    public int MaxAttempts { get; init; } = 5;

    /// <summary>Answers remembered in memory; older repetitions are answered by the journal. Default 20,000; at least 1.</summary>
    public int RememberedAnswers { get; init; } = 20_000;

    /// <summary>A grain without commands for so long drops its state. Default 15 min, on the system clock.</summary>
    public TimeSpan IdleAfter { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Above so many grains with state, those that were used least recently drop theirs. Default 10,000; at least 1.</summary>
    public int MaxActiveGrains { get; init; } = 10_000;
}
