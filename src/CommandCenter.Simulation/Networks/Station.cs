namespace CommandCenter.Simulation.Networks;

/// <summary>How the line of a station moves; the same rules as the queue's (<see cref="Domain.Queues"/>).</summary>
public sealed record Station
{
    /// <summary>The line goes by rank rather than by arrival; there is no priority then.</summary>
    public bool ByRank { get; init; }

    /// <summary>At most one call with priority in so many; 1: whoever has priority always goes first.</summary>
    public int PriorityEvery { get; init; } = 1;

    /// <summary>Calls that go before a customer who was passed and reports back.</summary>
    public int PassBack { get; init; }

    /// <summary>From the end of a visit to the next call at the same server, seconds.</summary>
    public double Between { get; init; }
}

/// <summary>At a moment a server changes to a station, stops, or takes a break; a visit under way is finished first.</summary>
/// <param name="At">When, seconds.</param>
/// <param name="Server">Which.</param>
/// <param name="Station">Where it serves from then on; negative for nowhere. Without meaning for a break.</param>
/// <param name="For">The length of a break, from the end of the visit under way, seconds; 0 for a change that lasts.</param>
public readonly record struct ServerChange(double At, int Server, int Station, double For = 0);
