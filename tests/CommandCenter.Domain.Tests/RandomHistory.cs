using System.Collections.Immutable;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using FsCheck;
using FsCheck.Fluent;

namespace CommandCenter.Domain.Tests;

/// <summary>A post asks for something some minutes after the step before; deadlines due by then come first.</summary>
public sealed record RandomStep(int Minutes, string Actor, ICommand Command);

/// <summary>
/// Random histories of one grain. Whatever comes, no decider throws, a refusal has no events, what was decided can be
/// evolved, and the journal read back gives the live state.
/// </summary>
public sealed class RandomHistory(IDecider decider, string key, OperationMode mode, params ICommand[] commands)
{
    private const int Runs = 300;
    private const int ShortestHistory = 20;
    private const int DeadlinesAtOnce = 200;

    private static readonly string[] Actors =
        ["commander", "supervisor", "order-leader", "order-deputy", "order-member-3", "nobody", "policy:test"];

    /// <summary>Holds for each event, with the state before it and after it; fails by exception.</summary>
    public void Check<TState>(Action<TState, IEvent, TState> invariant)
    {
        var step =
            from minutes in Gen.Choose(0, 40)
            from actor in Gen.Elements(Actors)
            from command in Gen.Elements(commands)
            select new RandomStep(minutes, actor, command);
        var property = Prop.ForAll(
            Arb.Array(step.ToArbitrary()), steps => Run(steps, (before, e, after) => invariant((TState)before, e, (TState)after)));
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(Runs).WithStartSize(ShortestHistory), property);
    }

    private void Run(RandomStep[] steps, Action<object, IEvent, object> invariant)
    {
        var (state, now, journal) = (decider.Initial(key), TestPlans.At(9, 0), ImmutableArray.CreateBuilder<IEvent>());
        foreach (var step in steps)
        {
            now += TimeSpan.FromMinutes(step.Minutes);
            MeetDeadlines();
            Decide(step.Command, now, step.Actor);
        }

        var replayed = journal.Select(Stored.Copy).Aggregate(decider.Initial(key), decider.Evolve);
        Assert.Equal(Stored.Show(state), Stored.Show(replayed));

        void MeetDeadlines()
        {
            for (var i = 0; decider.Deadlines(state).OrderBy(static d => d.Due).FirstOrDefault() is { Name: not null } d && d.Due <= now; i++)
            {
                Assert.True(i < DeadlinesAtOnce, $"The deadline {d.Name} does not end.");
                Assert.True(Decide(new MeetDeadline(d.Name, d.Due), now, Actor.Deadline.Value) > 0, $"{d.Name} was held, but ignored.");
            }
        }

        int Decide(ICommand command, DateTimeOffset at, string actor)
        {
            var frame = TestPlans.OpenDay with { Mode = mode };
            var decision = decider.Decide(state, command, new DecisionContext(at, new Actor(actor), frame));
            Assert.True(decision.Rejection is null || decision.Events.IsEmpty);
            foreach (var e in decision.Events)
            {
                var after = decider.Evolve(state, e);
                invariant(state, e, after);
                state = after;
                journal.Add(e);
            }

            return decision.Events.Length;
        }
    }
}
