namespace CommandCenter.Load.Running;

/// <summary>How much load is put on which server, and for how long.</summary>
/// <param name="Server">The only address that is ever spoken to.</param>
/// <param name="Operation">The operation.</param>
public sealed record LoadOptions(Uri Server, string Operation)
{
    /// <summary>The most watchers that one run opens.</summary>
    public const int MostWatchers = 10_000;

    /// <summary>The most phones.</summary>
    public const int MostPhones = 1_000;

    /// <summary>The longest run.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(2);

    /// <summary>Hub connections; every fourth in English, the others in Chinese.</summary>
    public int Watchers { get; init; } = 100;

    /// <summary>Phones that give commands; they share the devices that the codes join.</summary>
    public int Phones { get; init; }

    /// <summary>Commands a second, by all phones together.</summary>
    public double CommandsPerSecond { get; init; } = 5;

    /// <summary>How long, after everybody is connected.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>One-time codes of the posts that phones act in.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>Where it is written when each panel came, as <see cref="Measuring.Sightings.Csv"/> says; null for nowhere.</summary>
    public string? Arrivals { get; init; }

    /// <summary>Commands even to an operation that counts; otherwise only to drills.</summary>
    public bool EvenLive { get; init; }
}
