using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;
using CommandCenter.TestKit.Halls;

namespace CommandCenter.Domain.Tests.Households;

/// <summary>Households under random commands, also such as no queue and no window would send; steps are kept by the <see cref="JourneyLedger"/>.</summary>
public sealed class HouseholdPropertyTests
{
    private static readonly (StepId Step, TicketId Ticket, WindowId Window)[] Places =
    [
        (new("verification"), new("verification-001"), new("w1")), (new("verification"), new("verification-002"), new("w2")),
        (new("selection"), new("selection-001"), new("w3")), (new("selection"), new("selection-002"), new("w4")),
        (new("signing"), new("signing-001"), new("w5")), (new("settlement"), new("settlement-001"), new("w6")),
        (new("consultation"), new("consultation-001"), new("w2")),
    ];

    private static readonly Unit[] Flats =
        [.. Enumerable.Range(1, 2).Select(static n => new Unit(new($"1-10{n}"), new("1"), 1, $"10{n}", new("t"), 60m, "南"))];

    private static IEnumerable<ICommand> Commands() =>
    [
        new RegisterHousehold(new(new("h1"), "001", [new(1, "张三", "123x")], null, null, false, 0m)), new CheckIn([1], null, null),
        new CheckIn([], new("王代理", "4321"), PriorityReason.Disabled), new ReportBack(), new Visit(new("consultation")), new Decline("不选"),
        new GiveUp("不再等候"), new StepBack(new("verification"), "补材料"), new StepBack(new("signing"), "合同有误"),
        .. Flats.SelectMany(static IEnumerable<ICommand> (u) => [new TakeUnit(u), new LoseUnit(u.Id, "登记有误")]),
        .. Places.SelectMany(static IEnumerable<ICommand> (p) =>
        [
            new NoteTicket(p.Step, p.Ticket, "X001"), new NoteTicket(p.Step, p.Ticket, "X001"), new Notify(p.Step, p.Ticket, "X001", p.Window),
            new BeginStep(p.Step, p.Ticket, p.Window), new CompleteStep(p.Step, p.Ticket, p.Window, null), new NoteWaiting(p.Ticket),
            new NotePass(p.Step, p.Ticket, 1), new TransferTo(p.Step, p.Ticket, new("consultation"), "问政策"),
            new TransferTo(p.Step, p.Ticket, new("verification"), "补材料"),
        ]),
    ];

    [Fact]
    public void AnyHistory_StepsInTheirOrder_OneTicketAtATime_AndNobodySignsWithoutAFlat()
    {
        JourneyLedger? ledger = null;
        new RandomHistory(new HouseholdDecider(), "h1", OperationMode.Live, [.. Commands()]).Check<HouseholdState>((before, e, after) =>
        {
            ledger = before.Entry is null || ledger is null ? new(TestPlans.Small()) : ledger;
            ledger.Apply(e);
            Assert.True(e is not HouseholdQueued || before.Ticket is null, $"{e}");
            Assert.True(e is not SelectionOpened || after.Ticket is { Stage: TicketStage.Serving }, $"{e}");
            Assert.True(e is not StepCompleted { Step.Value: "selection", Next: not null } || !before.Units.IsEmpty, $"{e}");
            Assert.True(!before.CheckedIn || after.CheckedIn, $"{e}");
            Assert.True(after.Current is null || !after.Finished, $"{e}");
        });
    }
}
