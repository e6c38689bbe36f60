namespace CommandCenter.Load.Fuzzing;

/// <summary>How much nonsense is sent to which server.</summary>
/// <param name="Server">The only address that is ever spoken to.</param>
/// <param name="Operation">The operation.</param>
public sealed record FuzzOptions(Uri Server, string Operation)
{
    /// <summary>The most that one run sends.</summary>
    public const int MostMessages = 10_000_000;

    /// <summary>Messages in all: half to the hub, half to the API.</summary>
    public int Messages { get; init; } = 100_000;

    /// <summary>The same seed sends the same.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>One-time codes of posts in whose name commands are given besides.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];
}
