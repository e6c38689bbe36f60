using System.Collections.Immutable;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Simulation.Forecasts;

/// <summary>Sums the runs of a forecast up.</summary>
internal static class Outlook
{
    public static DayForecast Of(DayOutline day, RunRecord record, Situation situation) => new()
    {
        Runs = record.Runs,
        Midnight = day.Midnight,
        From = situation.Now,
        EndsAt = Band.Of(record.Ends),
        PastClosing = Band.Of(record.Past),
        LongestWait = Band.Of(record.Waits),
        SoldOut = day.Types.Select((t, i) => (t.Type, Band: Band.Of(Row(record.SoldOut, i, record.Runs)))).ToDictionary(static x => x.Type, static x => x.Band),
        NextWait = NextWaits(day, record),
        Households = [.. Households(day, record)],
        Course = [.. Course(record, situation)],
    };

    private static Dictionary<StepId, Band> NextWaits(DayOutline day, RunRecord record)
    {
        var waits = new Dictionary<StepId, Band>();
        for (var s = 0; s < day.Steps.Length; s++)
        {
            var row = Row(record.NextWait, s + 1, record.Runs);
            row.Sort();

            // Where nobody comes any more the number is missing, and sorts first.
            var missing = row.LastIndexOf(double.NaN) + 1;
            if (missing < record.Runs / 2)
            {
                waits[day.Steps[s].Id] = Band.Of(row[missing..]);
            }
        }

        return waits;
    }

    private static IEnumerable<HouseholdOutlook> Households(DayOutline day, RunRecord record)
    {
        for (var h = 0; h < day.Households.Count; h++)
        {
            var call = Band.Of(Row(record.CallAt, h, record.Runs));
            var turns = record.Turns[h];
            if (turns == 0 && double.IsPositiveInfinity(call.P10))
            {
                continue;
            }

            yield return new(
                day.Households[h], call, turns == 0 ? null : Band.Of(Row(record.TurnAt, h, record.Runs)),
                turns == 0 ? null : (double)record.AnyLeft[h] / turns, turns == 0 ? [] : Types(day, record, h));
        }
    }

    private static ImmutableArray<TypeChance> Types(DayOutline day, RunRecord record, int household) =>
    [
        .. day.Types.Select((t, i) => (t.Type, t.Area, Left: record.Left[(household * day.Types.Length) + i]))
            .Where(t => t.Area <= day.Bands[household].MaxArea)
            .Select(t => new TypeChance(t.Type, (double)t.Left / record.Turns[household])),
    ];

    // Until nothing more happens in nine runs of ten.
    private static IEnumerable<CoursePoint> Course(RunRecord record, Situation situation)
    {
        var end = Band.Of(record.Ends).P90;
        for (var g = (int)(situation.Now / RunRecord.Grid); g < RunRecord.GridSteps && g * RunRecord.Grid < end; g++)
        {
            yield return new((g + 1) * RunRecord.Grid, Band.Of(Row(record.Course, g, record.Runs)));
        }
    }

    private static Span<T> Row<T>(T[] table, int row, int runs) => table.AsSpan(row * runs, runs);
}
