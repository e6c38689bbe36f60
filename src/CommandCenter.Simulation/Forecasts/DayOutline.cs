using CommandCenter.Domain.Entitlements;
using CommandCenter.Domain.Plans;
using CommandCenter.Simulation.Networks;
using CommandCenter.Simulation.Randomness;
using CommandCenter.Simulation.Scenarios;

namespace CommandCenter.Simulation.Forecasts;

/// <summary>
/// A whole day as a queueing network: the reception desks, then the steps of the main line with their usual windows, open
/// from the plan's opening and away for lunch in turn. Side steps are left out: they have windows of their own.
/// Times are seconds since midnight of the hall.
/// </summary>
public sealed class DayOutline
{
    /// <summary>From the plan, the lists in draw order, and the story that the day is expected to follow.</summary>
    public DayOutline(Plan plan, AllocationLists lists, Scenario scenario)
    {
        (Plan, Scenario) = (plan, scenario);
        Steps = [.. plan.MainLine.Where(static s => s.Kind != ServiceKind.CheckIn)];
        Service = [new(scenario.CheckIn.Service), .. Steps.Select(s => new QuantileTable(scenario.Service[s.Id]))];
        Stations = [new(), .. Steps.Select(s => new Station
        {
            ByRank = s.Kind == ServiceKind.Selection,
            PriorityEvery = plan.Limits.PriorityEvery,
            PassBack = plan.Limits.PassBack,
            Between = scenario.Clerking.Between.Mean.TotalSeconds,
        })];
        Selection = 1 + Array.FindIndex(Steps, static s => s.Kind == ServiceKind.Selection);
        Closes = plan.Closes.TimeOfDay.TotalSeconds;
        Bands = [.. lists.Households.Select(h => Entitlement.BandOf(h, plan.Prices))];
        HasPriority = [.. lists.Households.Select(static h => h.Priority is not null)];
        Types = [.. plan.UnitTypes];
        Stock = [.. Types.Select(t => lists.Units.Count(u => u.Type == t.Id))];
        (Servers, Changes) = Open();
    }

    internal Plan Plan { get; }

    internal Scenario Scenario { get; }

    internal Step[] Steps { get; }

    internal QuantileTable[] Service { get; }

    internal Station[] Stations { get; }

    internal int Selection { get; }

    internal double Closes { get; }

    internal Domain.Entitlements.Band[] Bands { get; }

    internal bool[] HasPriority { get; }

    internal UnitType[] Types { get; }

    internal int[] Stock { get; }

    internal int Servers { get; }

    internal ServerChange[] Changes { get; }

    /// <summary>When a household comes that stands at a place of the list from 0 to 1.</summary>
    internal double ArrivalAt(double position)
    {
        var before = 0.0;
        foreach (var slot in Scenario.Arrivals.Slots)
        {
            if (position <= before + slot.Share)
            {
                return (slot.From + ((slot.To - slot.From) * ((position - before) / slot.Share))).TotalSeconds;
            }

            before += slot.Share;
        }

        return Scenario.Arrivals.Slots[^1].To.TotalSeconds;
    }

    private (int Servers, ServerChange[] Changes) Open()
    {
        var opens = Plan.Opens.TimeOfDay.TotalSeconds;
        var desks = Scenario.CheckIn.Desks * Scenario.Scale;
        var changes = Enumerable.Range(0, desks).Select(d => new ServerChange(opens, d, 0)).ToList();
        var server = desks;
        foreach (var (step, index) in Steps.Select(static (s, i) => (s, i)))
        {
            var windows = Plan.Windows.Count(w => w.Steps[0] == step.Id);
            for (var w = 0; w < windows; w++, server++)
            {
                changes.Add(new(opens, server, index + 1));
                if (Scenario.Clerking is { LunchFrom: { } from, LunchFor: var length })
                {
                    var lunch = (from + (length * (w % Math.Min(windows, 3)))).TotalSeconds;
                    changes.Add(new(lunch, server, -1));
                    changes.Add(new(lunch + length.TotalSeconds, server, index + 1));
                }
            }
        }

        return (server, [.. changes.OrderBy(static c => c.At).ThenBy(static c => c.Server)]);
    }
}
