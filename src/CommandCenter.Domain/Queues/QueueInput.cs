using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Queues;

/// <summary>What a command to a queue must look like, whatever the line.</summary>
internal static class QueueInput
{
    public static Rejection? Check(ICommand command, Plan plan) => command switch
    {
        RankQueue c => IdRule.CheckList(c.Order, "order"),
        IssueTicket c => IdRule.Check(c.Household.Value, "household") ?? ValueRule.Defined(c.Priority, "priority"),
        CallNextTo c => CheckWindow(c.Window, plan),
        CallTicketTo c => CheckTicket(c.Ticket, c.Window, plan)
            ?? (c.Held ? TextRule.CheckOptional(c.Reason, "reason", plan.Limits.MaxText) : CheckReason(c.Reason, plan)),
        WithdrawWindow c => CheckWindow(c.Window, plan),
        ReturnTicket c => CheckTicket(c.Ticket, c.Window, plan),
        PassTicket c => CheckTicket(c.Ticket, c.Window, plan),
        RequeueTicket c => CheckTicket(c.Ticket, null, plan),
        HoldTicket c => CheckTicket(c.Ticket, c.Window, plan) ?? CheckReason(c.Reason, plan),
        PutTicketAside c => CheckTicket(c.Ticket, c.Window, plan) ?? CheckReason(c.Reason, plan),
        ResumeTicket c => CheckTicket(c.Ticket, null, plan),
        CompleteTicket c => CheckTicket(c.Ticket, c.Window, plan),
        EndTicket c => CheckTicket(c.Ticket, null, plan) ?? CheckReason(c.Reason, plan),
        _ => Rejections.UnknownCommand,
    };

    private static Rejection? CheckTicket(TicketId ticket, WindowId? window, Plan plan) =>
        IdRule.Check(ticket.Value, "ticket") ?? (window is { } at ? CheckWindow(at, plan) : null);

    private static Rejection? CheckWindow(WindowId window, Plan plan) =>
        IdRule.Known(window.Value, plan.FindWindow(window) is not null, "window");

    private static Rejection? CheckReason(string? reason, Plan plan) => TextRule.Check(reason, "reason", plan.Limits.MaxText);
}
