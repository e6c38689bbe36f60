using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Windows;

/// <summary>What a command to a window must look like, whatever the window's state.</summary>
internal static class WindowInput
{
    public static Rejection? Check(ICommand command, Plan plan)
    {
        var limit = plan.Limits.MaxText;
        return command switch
        {
            OpenWindow { Step: { } step } => IdRule.Known(step.Value, plan.FindStep(step) is not null, "step"),
            PauseWindow c => TextRule.Check(c.Reason, "reason", limit),
            CallTicket c => IdRule.Check(c.Ticket.Value, "ticket") ?? TextRule.Check(c.Reason, "reason", limit),
            CompleteService c => TextRule.CheckOptional(c.Outcome, "outcome", limit) ?? TextRule.CheckOptional(c.Note, "note", limit),
            Hold c => TextRule.Check(c.Reason, "reason", limit),
            ResumeHeld c => IdRule.Check(c.Ticket.Value, "ticket"),
            Transfer c => IdRule.Known(c.Step.Value, plan.FindStep(c.Step) is not null, "step") ?? TextRule.Check(c.Reason, "reason", limit),
            SuspendWindow c => TextRule.Check(c.Sentence, "sentence", limit),
            SeatTicket c => Check(c, plan),
            DeclineAsk c => IdRule.CheckOptional(c.Ticket, "ticket") ?? TextRule.Check(c.Code, "code", limit),
            SettleSelection c => IdRule.Check(c.Household.Value, "household") ?? IdRule.CheckOptional(c.Unit, "unit"),
            UnsettleSelection c => IdRule.Check(c.Household.Value, "household") ?? IdRule.Check(c.Unit.Value, "unit"),
            ReleaseWindow c => IdRule.Check(c.Ticket.Value, "ticket"),
            OpenWindow or CloseWindow or CallNext or Recall or Arrive or StartService or Pass or ResumeWindow or MeetDeadline => null,
            _ => Rejections.UnknownCommand,
        };
    }

    private static Rejection? Check(SeatTicket c, Plan plan) =>
        IdRule.Check(c.Ticket.Value, "ticket")
        ?? TextRule.Check(c.Number, "number", plan.Limits.MaxText)
        ?? IdRule.Known(c.Step.Value, plan.FindStep(c.Step) is not null, "step")
        ?? IdRule.Check(c.Household.Value, "household")
        ?? ValueRule.Defined(c.Priority, "priority");
}
