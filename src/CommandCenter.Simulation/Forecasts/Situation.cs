using CommandCenter.Simulation.Networks;

namespace CommandCenter.Simulation.Forecasts;

/// <summary>Where everyone is when a forecast begins, in the network's numbers. Times are seconds since midnight.</summary>
internal sealed record Situation
{
    public required double Now { get; init; }

    /// <summary>Where each server serves; negative for nowhere.</summary>
    public required int[] StationOf { get; init; }

    /// <summary>What is known of the windows' day: openings, lunches, moves. In order of time.</summary>
    public required ServerChange[] Changes { get; init; }

    /// <summary>Who is called to a window or at one.</summary>
    public IReadOnlyList<Seated> Seats { get; init; } = [];

    /// <summary>Who waits, in the order in which they joined; after them those who were passed, so that an idle window takes one of them only where nobody else waits.</summary>
    public IReadOnlyList<InLine> Lines { get; init; } = [];

    /// <summary>Who was passed, or put aside, and will report back.</summary>
    public IReadOnlyList<Absent> Away { get; init; } = [];

    /// <summary>Who has not come yet.</summary>
    public required IReadOnlyList<int> ToCome { get; init; }

    /// <summary>Per station: calls since the last one with priority; negative where there was none.</summary>
    public required int[] SincePriority { get; init; }

    /// <summary>Households done so far.</summary>
    public int Done { get; init; }

    /// <summary>When the last of them was done.</summary>
    public double LastDoneAt { get; init; }

    /// <summary>Those done after closing time.</summary>
    public int PastClosing { get; init; }

    /// <summary>Before the doors open: everybody is still to come, and the windows open with the day.</summary>
    public static Situation Morning(DayOutline day) => new()
    {
        Now = 0,
        StationOf = [.. Enumerable.Repeat(-1, day.Servers)],
        Changes = Roster.Morning(day),
        ToCome = [.. Enumerable.Range(0, day.Households.Count)],
        SincePriority = [.. Enumerable.Repeat(-1, day.Stations.Length)],
    };

    /// <summary>The same with other changes of some windows in place of those known, of breaks or of places.</summary>
    public Situation With(IReadOnlyCollection<ServerChange> changes) => this with
    {
        Changes = [.. Changes.Where(c => !changes.Any(n => n.Server == c.Server && n.For > 0 == c.For > 0)).Concat(changes).OrderBy(static c => c.At)],
    };

    /// <summary>The same with one change of a window in place of all that is known of it.</summary>
    public Situation Instead(ServerChange change) => this with
    {
        Changes = [.. Changes.Where(c => c.Server != change.Server).Append(change).OrderBy(static c => c.At)],
    };
}

/// <summary>A household at a window: since when it was called, and, once so, came, and is served. Settled: it has chosen already.</summary>
internal readonly record struct Seated(int Customer, int Station, int Server, double CalledAt, double? ArrivedAt, double? StartedAt, bool Settled);

/// <summary>A household in line. Calls: so many go before it, after a pass; negative for one that was not passed.</summary>
internal readonly record struct InLine(int Customer, int Station, double Since, int Calls, bool Last);

/// <summary>A household that is away: since when, and whether it may stay away for good.</summary>
internal readonly record struct Absent(int Customer, int Station, double Since, bool Last, bool MayLeave);
