using CommandCenter.Boards.Moments;
using CommandCenter.Domain.Plans;
using CommandCenter.Simulation.Randomness;
using CommandCenter.Simulation.Scenarios;

namespace CommandCenter.Simulation.Forecasts;

/// <summary>
/// How long things are expected to take today. Times at the window are the plan's, blended with those measured
/// (<see cref="Credibility"/>); what no plan states (walking, missing a call, coming back) is the story's, blended likewise
/// where it is measured.
/// </summary>
public sealed class Expectations
{
    // So many calls weigh as much as the story's share of calls that nobody answers.
    private const double CallsWorth = 50;

    // However short the plan's time: service takes that share of it.
    private const double LeastService = 0.5;

    private Expectations(Belief[] service, Belief approach, double noShow, Appeal appeal)
    {
        (Service, Approach, NoShow, Appeal) = (service, approach, noShow, appeal);
        Tables = [.. service.Select(Table)];
        ApproachTable = Table(approach);
    }

    /// <summary>Per station: from the start to the end of service, and at the desks the whole visit.</summary>
    public IReadOnlyList<Belief> Service { get; }

    /// <summary>From the call to the start of service.</summary>
    public Belief Approach { get; }

    /// <summary>The chance that nobody answers a call.</summary>
    public double NoShow { get; }

    /// <summary>How sought the types of flats are.</summary>
    internal Appeal Appeal { get; }

    internal QuantileTable[] Tables { get; }

    internal QuantileTable ApproachTable { get; }

    /// <summary>A day that goes exactly by its story.</summary>
    public static Expectations OfStory(DayOutline day)
    {
        var story = day.Scenario;
        var service = day.Steps.Select(s => Certain(TimeAt(story, s), VariationAt(story, s)));
        return new([Desk(story), .. service], ApproachOf(story), story.Behaviour.NoShow, Appeal.OfStory(day));
    }

    /// <summary>The plan's day, corrected by what a moment has measured of it.</summary>
    public static Expectations Of(DayOutline day, DayMoment moment)
    {
        var story = day.Scenario;
        var queues = day.Steps.Select(s => moment.Queues.First(q => q.Step == s.Id)).ToList();
        var service = day.Steps.Select((s, i) => Credibility.Blend(
            PlannedService(story, s), queues[i].Services.Count, queues[i].Services.Mean, VariationAt(story, s)));
        var walks = queues.Sum(static q => q.Approaches.Count);
        var walked = walks == 0 ? 0 : queues.Sum(static q => q.Approaches.Count * q.Approaches.Mean) / walks;
        var prior = ApproachOf(story);
        var (calls, missed) = (queues.Sum(static q => q.Calls), queues.Sum(static q => q.NoShows));
        return new(
            [Desk(story), .. service],
            Credibility.Blend(prior.Mean, walks, walked, prior.Variation),
            (missed + (story.Behaviour.NoShow * CallsWorth)) / (calls + CallsWorth),
            Appeal.Of(day, moment));
    }

    // A plan counts the time of a window per household, from one call to the next: walking up and the break between are in it.
    private static double PlannedService(Scenario story, Step step)
    {
        var planned = step.ServiceTime.TotalSeconds;
        return Math.Max(planned * LeastService, planned - ApproachOf(story).Mean - story.Clerking.Between.Mean.TotalSeconds);
    }

    private static Belief Desk(Scenario story) => Certain(story.CheckIn.Service.Mean.TotalSeconds, story.CheckIn.Service.Variation);

    private static Belief Certain(double mean, double variation) => new(mean, variation, 0);

    // Walking and greeting together: their means add up, and so do their variances.
    private static Belief ApproachOf(Scenario story)
    {
        var (walk, start) = (story.Behaviour.Walk, story.Clerking.Start);
        var mean = walk.Mean.TotalSeconds + start.Mean.TotalSeconds;
        return new(mean, Deviation(walk, start) / mean, 0);
    }

    // At a selection window a household thinks, looks at the flat written down for it, and now and then thinks again.
    private static double TimeAt(Scenario story, Step step) => story.Service[step.Id].Mean.TotalSeconds
        + (step.Kind == ServiceKind.Selection ? DayOutline.LookAgain + (story.Behaviour.Thinking.Mean.TotalSeconds * (1 + story.Behaviour.Indecision)) : 0);

    private static double VariationAt(Scenario story, Step step) => step.Kind == ServiceKind.Selection
        ? Deviation(story.Service[step.Id], story.Behaviour.Thinking) / TimeAt(story, step)
        : story.Service[step.Id].Variation;

    private static double Deviation(Distribution one, Distribution other) => Math.Sqrt(Variance(one) + Variance(other));

    private static double Variance(Distribution d) => Math.Pow(d.Mean.TotalSeconds * d.Variation, 2);

    // With the mean 1: each run has its own day's mean.
    private static QuantileTable Table(Belief belief) => new(DistributionKind.Lognormal, 1, belief.Variation);
}
