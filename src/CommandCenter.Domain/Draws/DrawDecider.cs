using System.Collections.Immutable;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Draws;

/// <summary>The order of selection: recorded from a ball machine or notary, or computed from a public seed; never silently twice.</summary>
public sealed class DrawDecider : Decider<DrawState>
{
    /// <inheritdoc/>
    public override string Kind => "draw";

    /// <inheritdoc/>
    public override DrawState Initial(string key) => new([], false);

    /// <inheritdoc/>
    public override Decision Decide(DrawState state, ICommand command, in DecisionContext context) => command switch
    {
        FreezeDrawList c => Decision.Unless(
            IdRule.CheckList(c.Households, "households") ?? (state.Households.IsEmpty ? null : Rejections.DrawListFrozenAlready),
            new DrawListFrozen(c.Households)),
        RecordOrder c => Decision.Unless(
            Check(c.Evidence, context) ?? IdRule.CheckList(c.Order, "order") ?? CheckState(state) ?? CheckOrder(state.Households, c.Order),
            new DrawOrderRecorded(c.Order, c.Evidence)),
        ComputeOrder c => Compute(state, c, context),
        _ => Rejections.UnknownCommand,
    };

    /// <inheritdoc/>
    public override DrawState Evolve(DrawState state, IEvent @event) => @event switch
    {
        DrawListFrozen e => state with { Households = e.Households },
        DrawOrderRecorded or DrawOrderComputed => state with { HasOrder = true },
        _ => throw Unknown(@event),
    };

    private static Decision Compute(DrawState state, ComputeOrder c, in DecisionContext context) =>
        (Check(c.Evidence, context) ?? TextRule.Check(c.Seed, "seed", context.Plan.Limits.MaxText) ?? CheckState(state)) is { } no
            ? no
            : Decision.Accept(new DrawOrderComputed(SeededOrder.Of(state.Households, c.Seed), c.Seed, c.Evidence));

    private static Rejection? Check(string evidence, in DecisionContext context) =>
        TextRule.Check(evidence, "evidence", context.Plan.Limits.MaxText);

    private static Rejection? CheckState(DrawState state) =>
        state.Households.IsEmpty ? Rejections.DrawListOpen
        : state.HasOrder ? Rejections.OrderExists
        : null;

    // Everybody of the frozen list, and nobody else; that nobody stands in it twice is checked before.
    private static Rejection? CheckOrder(ImmutableArray<HouseholdId> frozen, ImmutableArray<HouseholdId> order)
    {
        var open = frozen.ToHashSet();
        foreach (var household in order)
        {
            if (!open.Remove(household))
            {
                return Rejections.NotFound.For("order", household.Value);
            }
        }

        return open.Count == 0 ? null : Rejections.Required.For("order", open.Min(static h => h.Value)!);
    }
}
