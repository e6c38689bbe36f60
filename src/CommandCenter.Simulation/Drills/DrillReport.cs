using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CommandCenter.Domain.Operations;

namespace CommandCenter.Simulation.Drills;

/// <summary>What a drill came to. Computed from the journal, apart from the two clocks and the check-in waits, which no entry holds.</summary>
public sealed record DrillReport
{
    /// <summary>Says that no day that counts went so.</summary>
    public string Mark { get; } = DrillMark.Words;

    /// <summary>The operation.</summary>
    public required string Operation { get; init; }

    /// <summary>The scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>The seed.</summary>
    public required long Seed { get; init; }

    /// <summary>Households on the list.</summary>
    public required int Households { get; init; }

    /// <summary>People on the list.</summary>
    public required int People { get; init; }

    /// <summary>Households that checked in.</summary>
    public required int CheckedIn { get; init; }

    /// <summary>Households that came to the end of the line, those that declined included.</summary>
    public required int Completed { get; init; }

    /// <summary>Households that chose none of the flats left.</summary>
    public required int Declined { get; init; }

    /// <summary>Households that left for good before the end.</summary>
    public required int GaveUp { get; init; }

    /// <summary>Times a called household did not appear.</summary>
    public required int NoShows { get; init; }

    /// <summary>When the last household was done, operation time; null when none was.</summary>
    public required DateTimeOffset? EndOfDay { get; init; }

    /// <summary>Flats confirmed and not reversed.</summary>
    public required int UnitsConfirmed { get; init; }

    /// <summary>Flats that were confirmed to a second household while a first one had them. Always 0, counted all the same.</summary>
    public required int DoubleAllocations { get; init; }

    /// <summary>Incidents raised.</summary>
    public required int Incidents { get; init; }

    /// <summary>Incidents that escalated past the group leader.</summary>
    public required int Escalations { get; init; }

    /// <summary>Matters registered.</summary>
    public required int Cases { get; init; }

    /// <summary>Matters answered.</summary>
    public required int CasesAnswered { get; init; }

    /// <summary>Commands sent by the simulated people.</summary>
    public required long Commands { get; init; }

    /// <summary>Of these, refused.</summary>
    public required long Rejections { get; init; }

    /// <summary>Entries in the journal.</summary>
    public required long Events { get; init; }

    /// <summary>Operation time that passed, seconds.</summary>
    public required double VirtualSeconds { get; init; }

    /// <summary>Real time that passed, seconds.</summary>
    public required double WallSeconds { get; init; }

    /// <summary>Per step.</summary>
    public required IReadOnlyDictionary<string, StepReport> Steps { get; init; }

    /// <summary>Per window.</summary>
    public required IReadOnlyDictionary<string, WindowReport> Windows { get; init; }

    /// <summary>Flats left at the end, per type.</summary>
    public required IReadOnlyDictionary<string, int> UnitsLeft { get; init; }

    /// <summary>The journal's last sequence.</summary>
    public required long Sequence { get; init; }

    /// <summary>The journal's chain at that sequence: the same for the same scenario and seed.</summary>
    public required string Chain { get; init; }
}

/// <summary>A step: how many were served, and how long they waited from ticket to service, seconds.</summary>
public sealed record StepReport(int Served, double WaitP50, double WaitP90, double WaitMax)
{
    /// <summary>From the single waits.</summary>
    public static StepReport From(IEnumerable<TimeSpan> waits)
    {
        var sorted = waits.Select(static w => Math.Round(w.TotalSeconds, 1)).Order().ToArray();
        return sorted.Length == 0
            ? new(0, 0, 0, 0)
            : new(sorted.Length, At(sorted, 0.5), At(sorted, 0.9), sorted[^1]);
    }

    // Nearest rank: the smallest value that so large a share does not exceed.
    private static double At(double[] sorted, double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];
}

/// <summary>A window: how many it served, and which share of its open time a household was at it, 0 to 1.</summary>
public sealed record WindowReport(int Served, double Occupancy);

/// <summary>Writes reports as JSON.</summary>
[JsonSerializable(typeof(DrillReport))]
public sealed partial class DrillReportJson : JsonSerializerContext
{
    /// <summary>camelCase, a line a value, Chinese left readable.</summary>
    public static DrillReportJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
