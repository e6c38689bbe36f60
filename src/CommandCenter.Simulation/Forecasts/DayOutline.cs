using CommandCenter.Boards.Moments;
using CommandCenter.Boards.Units;
using CommandCenter.Domain.Entitlements;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Simulation.Networks;
using CommandCenter.Simulation.Scenarios;

namespace CommandCenter.Simulation.Forecasts;

/// <summary>
/// What a day consists of, as a queueing network: the reception desks, then the steps of the main line; the windows as
/// servers; the households in draw order as customers. Side steps are left out: they have windows of their own.
/// Times are seconds since midnight of the hall.
/// </summary>
public sealed class DayOutline
{
    // From a flat that is written down to its confirmation, in a drill.
    internal const double LookAgain = 30;

    /// <summary>From the plan, the lists in draw order, and the story that the day is expected to follow.</summary>
    public DayOutline(Plan plan, AllocationLists lists, Scenario scenario)
        : this(plan, [.. lists.Households.Select(static h => (h, h.Priority))], TypesOf(plan, lists), scenario, plan.Opens)
    {
    }

    /// <summary>As a moment knows it; an operation may last several days, and the day is that of the moment, or the first one before it.</summary>
    public DayOutline(DayMoment moment, DateTimeOffset at, Scenario scenario)
        : this(moment.Plan, [.. moment.Households.Select(static h => (h.Entry, h.Priority))], [.. moment.Types], scenario, at > moment.Plan.Opens ? at : moment.Plan.Opens)
    {
    }

    private DayOutline(Plan plan, (HouseholdEntry Entry, PriorityReason? Priority)[] inOrder, TypeLeft[] types, Scenario scenario, DateTimeOffset today)
    {
        (Plan, Scenario, Types) = (plan, scenario, types);
        Steps = [.. plan.MainLine.Where(static s => s.Kind != ServiceKind.CheckIn)];
        Stations = [new(), .. Steps.Select(s => new Station
        {
            ByRank = s.Kind == ServiceKind.Selection,
            PriorityEvery = plan.Limits.PriorityEvery,
            PassBack = s.Kind == ServiceKind.Selection ? 0 : plan.Limits.PassBack,
            Between = scenario.Clerking.Between.Mean.TotalSeconds,
        })];
        Selection = 1 + Array.FindIndex(Steps, static s => s.Kind == ServiceKind.Selection);
        today = today.ToOffset(plan.Opens.Offset);
        (Midnight, Opens, Closes) = (today - today.TimeOfDay, plan.Opens.TimeOfDay.TotalSeconds, plan.Closes.TimeOfDay.TotalSeconds);
        Households = [.. inOrder.Select(static h => h.Entry.Id)];
        Bands = [.. inOrder.Select(h => Entitlement.BandOf(h.Entry, plan.Prices))];
        HasPriority = [.. inOrder.Select(static h => h.Priority is not null)];
        Desks = scenario.CheckIn.Desks * scenario.Scale;
    }

    /// <summary>The plan.</summary>
    public Plan Plan { get; }

    /// <summary>Midnight of the day, from which times count.</summary>
    public DateTimeOffset Midnight { get; }

    /// <summary>The households in draw order.</summary>
    public IReadOnlyList<HouseholdId> Households { get; }

    internal Scenario Scenario { get; }

    internal Step[] Steps { get; }

    internal Station[] Stations { get; }

    internal int Selection { get; }

    internal double Opens { get; }

    internal double Closes { get; }

    internal Domain.Entitlements.Band[] Bands { get; }

    internal bool[] HasPriority { get; }

    internal TypeLeft[] Types { get; }

    internal int Desks { get; }

    internal int Servers => Desks + Plan.Windows.Length;

    /// <summary>The moment of a number of seconds since midnight.</summary>
    public DateTimeOffset At(double seconds) => Midnight.AddSeconds(seconds);

    internal double Seconds(DateTimeOffset at) => (at - Midnight).TotalSeconds;

    /// <summary>The station of a step; negative where it is not on the main line.</summary>
    internal int StationOf(StepId? step)
    {
        var place = step is { } known ? Array.FindIndex(Steps, s => s.Id == known) : -1;
        return place < 0 ? -1 : place + 1;
    }

    private static TypeLeft[] TypesOf(Plan plan, AllocationLists lists) =>
        [.. plan.UnitTypes.Select(t => lists.Units.Count(u => u.Type == t.Id) is var n ? new TypeLeft(t.Id, t.Name, t.Area, n, n) : null!)];
}
