using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Drills;

/// <summary>Injects come at their time or by hand; nothing comes before the start or after the end.</summary>
internal static class InjectRules
{
    private const string Prefix = "inject:";

    public static Decision Deliver(DrillState state, DeliverInject c) =>
        Find(state, c.Inject, out var inject) is { } refusal ? refusal
        : inject.Status switch
        {
            InjectStatus.Delivered => Decision.Nothing,
            InjectStatus.Cancelled => Rejections.InjectCancelledAlready,
            _ => Decision.Accept(new InjectDelivered(inject.Inject)),
        };

    public static Decision Hold(DrillState state, HoldInject c) =>
        Find(state, c.Inject, out var inject) is { } refusal ? refusal
        : inject.Status switch
        {
            InjectStatus.InHand => Decision.Nothing,
            InjectStatus.Delivered => Rejections.InjectDeliveredAlready,
            InjectStatus.Cancelled => Rejections.InjectCancelledAlready,
            _ => Decision.Accept(new InjectHeld(c.Inject)),
        };

    public static Decision Cancel(DrillState state, CancelInject c) =>
        Find(state, c.Inject, out var inject) is { } refusal ? refusal
        : inject.Status switch
        {
            InjectStatus.Cancelled => Decision.Nothing,
            InjectStatus.Delivered => Rejections.InjectDeliveredAlready,
            _ => Decision.Accept(new InjectCancelled(c.Inject)),
        };

    public static Decision Postpone(DrillState state, PostponeInjects c)
    {
        var fault = c.Minutes is >= 1 and <= 240 ? null : Rejections.OutOfRange.For("minutes", "1–240");
        return (fault ?? CourseRules.RefuseUnlessUnderWay(state)) is { } refusal
            ? refusal
            : Decision.Accept(new InjectsPostponed(c.Minutes));
    }

    /// <summary>Pending injects with a time, counted from the start and shifted by all postponements.</summary>
    public static IEnumerable<Deadline> Deadlines(DrillState state)
    {
        if (!state.IsUnderWay)
        {
            yield break;
        }

        foreach (var (inject, status) in state.Injects)
        {
            if (status == InjectStatus.Pending && inject.At is { } at)
            {
                yield return new($"{Prefix}{inject.Id}", state.Start + at + state.Postponed);
            }
        }
    }

    public static Decision Meet(DrillState state, MeetDeadline c) =>
        Deadlines(state).Contains(new Deadline(c.Name, c.Due))
            ? Deliver(state, new(new InjectId(c.Name[Prefix.Length..])))
            : Decision.Nothing;

    private static Rejection? Find(DrillState state, InjectId id, out ScriptedInject inject)
    {
        var found = state.Find(id);
        inject = found!;
        return CourseRules.RefuseUnlessUnderWay(state) ?? IdRule.Known(id.Value, found is not null, "inject");
    }
}
