using System.Collections.Immutable;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Simulation.Randomness;
using CommandCenter.Simulation.Scenarios;

namespace CommandCenter.Simulation.Forecasts;

/// <summary>
/// What is expected of a day that no scenario tells: the plan's hours and times, and for what a plan does not state the
/// figures of the reference operation. The day's own measurements correct it from the first household on.
/// </summary>
public static class PlainStory
{
    private const double Variation = 0.5;

    // Windows go to lunch in turn, on a day that has a noon.
    private static readonly TimeSpan Lunch = new(11, 40, 0);
    private static readonly TimeSpan LunchFor = TimeSpan.FromMinutes(30);

    // Households are invited from a little before the opening until there is time left to go through all steps.
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan RoomAtTheEnd = TimeSpan.FromMinutes(160);

    /// <summary>The story of a plan.</summary>
    public static Scenario Of(Plan plan)
    {
        var opens = plan.Opens.TimeOfDay;
        var hasNoon = opens < Lunch && plan.Closes.TimeOfDay > Lunch + (3 * LunchFor);
        var last = TimeSpan.FromTicks(Math.Max(opens.Ticks + TimeSpan.TicksPerHour, (plan.Closes.TimeOfDay - RoomAtTheEnd).Ticks));
        return new()
        {
            Id = "plan",
            Name = plan.Name,
            IsGuess = true,
            Arrivals = new([new(opens - Early, last, 1)], ByDrawOrder: true, Absent: 0.02),
            CheckIn = new(Math.Max(1, plan.Posts.Count(static p => p.Role == PostRole.Reception)), Of(55, 0.4)),
            Service = plan.Steps.ToImmutableDictionary(static s => s.Id, static s => new Distribution(DistributionKind.Lognormal, s.ServiceTime, Variation)),
            Behaviour = new(0.55, Of(50, 0.5), 0.035, Of(14 * 60, 0.6), 0.06, 0.12, 0.18, Of(110, 0.6)),
            Preferences = new(ImmutableDictionary<UnitTypeId, double>.Empty, 0.5, 0.9, 0.9, 0.8, -14),
            Clerking = new(Of(12, 0.5), Of(10, 0.5), hasNoon ? Lunch : null, hasNoon ? LunchFor : TimeSpan.Zero),
            Groups = new(Of(60, 0.6), Of(120, 0.6), Of(600, 0.6), Of(70, 0.6), Of(900, 0.6), 0.03),
        };
    }

    private static Distribution Of(double seconds, double variation) => new(DistributionKind.Lognormal, TimeSpan.FromSeconds(seconds), variation);
}
