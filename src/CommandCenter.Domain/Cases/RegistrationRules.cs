using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Cases;

/// <summary>Taking a matter in: who answers for it, and by when.</summary>
internal static class RegistrationRules
{
    public static Decision Register(CaseState state, RegisterCase c, in DecisionContext context)
    {
        if (Check(c, context.Plan) is { } fault)
        {
            return fault;
        }

        if (state.Registered is { } registered)
        {
            return IsSame(registered, c) ? Decision.Nothing : Rejections.CaseExists;
        }

        if (ResponsibleFor(c, context) is not { } responsible)
        {
            return Rejections.Required.For("responsible");
        }

        return Decision.Accept(new CaseRegistered(
            state.Case, c.Category, c.Channel, c.Household, c.Text, c.Kind, responsible, DueOf(c.Kind, context)));
    }

    /// <summary>
    /// Simple: before the hall closes today, or before midnight when that moment is past. Complex: the first interim reply.
    /// The hall's day is told by the offset of the plan's closing moment, so that no machine's time zones matter.
    /// </summary>
    public static DateTimeOffset DueOf(CaseKind kind, in DecisionContext context)
    {
        var (plan, now) = (context.Plan, context.Now);
        if (kind == CaseKind.Complex)
        {
            return now + plan.Limits.ComplexInterimWithin;
        }

        var midnight = new DateTimeOffset(now.ToOffset(plan.Closes.Offset).Date, plan.Closes.Offset);
        var due = midnight + plan.Closes.TimeOfDay - plan.Limits.SimpleCaseBeforeClose;
        return due > now ? due : midnight.AddDays(1);
    }

    private static Rejection? Check(RegisterCase c, Plan plan) =>
        (Enum.IsDefined(c.Category) ? null : Rejections.OutOfRange.For("category"))
        ?? (Enum.IsDefined(c.Channel) ? null : Rejections.OutOfRange.For("channel"))
        ?? IdRule.CheckOptional(c.Household, "household")
        ?? TextRule.Check(c.Text, "text", plan.Limits.MaxText)
        ?? (Enum.IsDefined(c.Kind) ? null : Rejections.OutOfRange.For("kind"))
        ?? (c.Responsible is { } post ? IdRule.Known(post.Value, plan.FindPost(post) is not null, "responsible") : null);

    private static PostId? ResponsibleFor(RegisterCase c, in DecisionContext context) =>
        c.Responsible
        ?? (context.Role is null ? (PostId?)null : context.Actor.Post)
        ?? context.Plan.FindPost(PostRole.Commander)?.Id;

    private static bool IsSame(CaseRegistered registered, RegisterCase c) =>
        (registered.Category, registered.Channel, registered.Household, registered.Text, registered.Kind)
        == (c.Category, c.Channel, c.Household, c.Text, c.Kind);
}
