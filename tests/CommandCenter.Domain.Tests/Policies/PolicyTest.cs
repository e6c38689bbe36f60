using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Policies;

namespace CommandCenter.Domain.Tests.Policies;

/// <summary>Tests of policies read: when an event is recorded, these commands follow.</summary>
public abstract class PolicyTest
{
    protected static Reaction[] React(IPolicy policy, IEvent e, Plan? plan = null) =>
        [.. policy.React(new RecordedEvent(1, GrainAddress.Operation, e, Actor.Setup, TestPlans.At(10, 0)), plan ?? TestPlans.Small())];

    protected static GrainAddress Group(string id) => GrainAddress.Of(new GroupId(id));

    /// <summary>The decider that a command goes to takes it.</summary>
    protected static Outcome Deliver(Reaction reaction, params IEvent[] events) =>
        new History(Deciders.All[reaction.Grain.Kind], reaction.Grain.Key, [.. events], TestPlans.OpenDay)
            .When(reaction.Command, actor: "policy:test");
}
