using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Households;

/// <summary>What a command to a household must look like, wherever it stands.</summary>
internal static class HouseholdInput
{
    private const int MostPasses = 1000;

    public static Rejection? Check(ICommand command, Plan plan)
    {
        var limit = plan.Limits.MaxText;
        return command switch
        {
            RegisterHousehold c => HouseholdRule.Check(c.Entry, limit),
            CheckIn c => HouseholdRule.CheckProxy(c.Proxy, "proxy", limit) ?? ValueRule.Defined(c.Priority, "priority"),
            Visit c => CheckStep(c.Step, "step", plan),
            Decline c => TextRule.Check(c.Reason, "reason", limit),
            StepBack c => CheckStep(c.To, "to", plan) ?? TextRule.Check(c.Reason, "reason", limit),
            GiveUp c => TextRule.Check(c.Reason, "reason", limit),
            NoteTicket c => CheckAt(c.Step, c.Ticket, null, plan) ?? TextRule.Check(c.Number, "number", limit),
            Notify c => CheckAt(c.Step, c.Ticket, c.Window, plan) ?? TextRule.Check(c.Number, "number", limit),
            NoteWaiting c => IdRule.Check(c.Ticket.Value, "ticket"),
            NotePass c => CheckAt(c.Step, c.Ticket, null, plan) ?? ValueRule.Between(c.Count, 1, MostPasses, "count"),
            BeginStep c => CheckAt(c.Step, c.Ticket, c.Window, plan),
            CompleteStep c => CheckAt(c.Step, c.Ticket, c.Window, plan) ?? TextRule.CheckOptional(c.Outcome, "outcome", limit),
            TransferTo c => CheckStep(c.From, "from", plan) ?? IdRule.Check(c.Ticket.Value, "ticket")
                ?? CheckStep(c.To, "to", plan) ?? TextRule.Check(c.Reason, "reason", limit),
            TakeUnit c => UnitRule.Check(c.Unit, "unit", limit),
            LoseUnit c => IdRule.Check(c.Unit.Value, "unit") ?? TextRule.Check(c.Reason, "reason", limit),
            ReportBack => null,
            _ => Rejections.UnknownCommand,
        };
    }

    private static Rejection? CheckAt(StepId step, TicketId ticket, WindowId? window, Plan plan) =>
        CheckStep(step, "step", plan)
        ?? IdRule.Check(ticket.Value, "ticket")
        ?? (window is { } at ? IdRule.Known(at.Value, plan.FindWindow(at) is not null, "window") : null);

    private static Rejection? CheckStep(StepId step, string field, Plan plan) =>
        IdRule.Known(step.Value, plan.FindStep(step) is not null, field);
}
