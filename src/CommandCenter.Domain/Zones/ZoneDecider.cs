using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;

namespace CommandCenter.Domain.Zones;

/// <summary>A place of the site and how it is: open, crowded, paused, closed.</summary>
public sealed class ZoneDecider : Decider<ZoneState>
{
    /// <inheritdoc/>
    public override string Kind => "zone";

    /// <inheritdoc/>
    public override ZoneState Initial(string key) => new(new ZoneId(key), ZoneCondition.Open, null);

    /// <inheritdoc/>
    public override Decision Decide(ZoneState state, ICommand command, in DecisionContext context) => command switch
    {
        SetZoneState c => Set(state, c, context),
        MeetDeadline => Decision.Nothing,
        _ => Rejections.UnknownCommand,
    };

    /// <inheritdoc/>
    public override ZoneState Evolve(ZoneState state, IEvent @event) => @event switch
    {
        ZoneStateSet e => state with { Condition = e.State, Reason = e.Reason },
        _ => throw Unknown(@event),
    };

    private static Decision Set(ZoneState state, SetZoneState c, in DecisionContext context)
    {
        var keepsPeopleOut = c.State is ZoneCondition.Paused or ZoneCondition.Closed;
        var limit = context.Plan.Limits.MaxText;
        var fault = ValueRule.Defined<ZoneCondition>(c.State, "state")
            ?? (keepsPeopleOut ? TextRule.Check(c.Reason, "reason", limit) : TextRule.CheckOptional(c.Reason, "reason", limit))
            ?? IdRule.Known(state.Zone.Value, context.Plan.FindZone(state.Zone) is not null, "zone")
            ?? (context.Operation.Phase == OperationPhase.Closed ? Rejections.OperationOver : null);
        return fault is not null ? fault
            : (state.Condition, state.Reason) == (c.State, c.Reason) ? Decision.Nothing
            : Decision.Accept(new ZoneStateSet(state.Zone, c.State, c.Reason));
    }
}
