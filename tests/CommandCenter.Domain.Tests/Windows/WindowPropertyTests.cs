using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Domain.Tests.Windows;

public sealed class WindowPropertyTests
{
    private static readonly StepId[] Steps = [new("verification"), new("consultation"), new("selection")];
    private static readonly (TicketId Ticket, HouseholdId Household)[] Tickets = [(new("verification-001"), new("h1")), (new("consultation-001"), new("h2"))];

    private static IEnumerable<ICommand> Commands() =>
    [
        new OpenWindow(null), new OpenWindow(Steps[1]), new PauseWindow("午餐"), new CloseWindow(), new CallNext(), new CallNext(), new Recall(),
        new Arrive(), new StartService(), new CompleteService(null, null), new Pass(), new Hold("缺材料"), new Transfer(Steps[1], "问政策"),
        new SuspendWindow("请稍候"), new ResumeWindow(), new DeclineAsk(null, "x"),
        .. Tickets.SelectMany(static IEnumerable<ICommand> (t) =>
        [
            new CallTicket(t.Ticket, "急事"), new ResumeHeld(t.Ticket), new ReleaseWindow(t.Ticket), new SettleSelection(t.Household, null),
            new UnsettleSelection(t.Household, new("1-101")),
            .. Steps.Select(s => new SeatTicket(t.Ticket, "V001", s, t.Household, PriorityReason.Aged70)),
        ]),
    ];

    [Fact]
    public void AnyHistory_OneTicketAtATime_AndNobodyIsShortOfTime() =>
        new RandomHistory(new WindowDecider(), "w2", OperationMode.Live, [.. Commands()]).Check<WindowState>((before, e, after) =>
        {
            var limits = TestPlans.Small().Limits;
            Assert.True(before.Seat is null || after.Seat is null || before.Seat.Ticket == after.Seat.Ticket, $"{e}");
            Assert.True(after.Seat is null || !after.Asking, $"{e}: asks with a ticket");
            Assert.True(after.Mode != WindowMode.Closed || after.Seat is null, $"{e}: closed with a ticket");
            Assert.True(
                after.Seat is not { } seat || seat.Until == seat.CalledAt + limits.CallTimeout + (seat.Recalls * limits.RecallInterval), $"{e}");
            Assert.True(e is not NoShow || before.Seat is { ArrivedAt: null, Recalls: var recalls } && recalls == limits.Recalls, $"{e}");
            Assert.True(e is not ServiceCompleted || before.Seat is { ArrivedAt: not null, StartedAt: not null }, $"{e}");
        });
}
