using CommandCenter.Domain.Draws;
using CommandCenter.Domain.Entitlements;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Domain.Tests;

/// <summary>One command of each type to the grains of the main line that is accepted after <see cref="Before"/>.</summary>
internal static class GoodCoreCommands
{
    private static readonly DateTimeOffset At = TestPlans.At(10, 0);
    private static readonly StepId Step = new("verification");
    private static readonly TicketId Ticket = new("verification-001");
    private static readonly WindowId W1 = new("w1");
    private static readonly HouseholdId H1 = new("h1");
    private static readonly Unit Flat = new(new("1-101"), new("1"), 1, "101", new("t"), 75m, "南");
    private static readonly HouseholdEntry Entry = new(H1, "001", [new(1, "张三", "123x")], null, null, false, 0m);
    private static readonly Band Band = new(105m, 145m, 1);

    public static IReadOnlyList<ICommand> All { get; } =
    [
        new CreateOperation(new("demo"), OperationMode.Live, TestPlans.Small(), "plan", 199, 638, "households", 236, "units"),
        new ConfirmReadiness("power"), new WithdrawReadiness("power"), new OpenOperation("赶时间"), new SuspendOperation("请稍候"), new ResumeOperation(), new BeginClosing(), new CloseOperation(),

        new RegisterHousehold(Entry), new CheckIn([1], new("王代理", "4321"), PriorityReason.Aged70), new ReportBack(), new Visit(new("consultation")),
        new Decline("不选"), new StepBack(Step, "补材料"), new GiveUp("不再等候"), new NoteTicket(Step, Ticket, "V001"),
        new Notify(Step, Ticket, "V001", W1), new NoteWaiting(Ticket), new NotePass(Step, Ticket, 1), new BeginStep(Step, Ticket, W1),
        new CompleteStep(Step, Ticket, W1, "通过"), new TransferTo(Step, Ticket, new("consultation"), "问政策"), new TakeUnit(Flat),
        new LoseUnit(Flat.Id, "登记有误"),

        new RankQueue([H1]), new IssueTicket(new("h9"), PriorityReason.Aged70), new CallNextTo(W1), new CallTicketTo(W1, Ticket, "急事", false),
        new WithdrawWindow(W1), new ReturnTicket(Ticket, W1), new PassTicket(Ticket, W1), new RequeueTicket(Ticket),
        new HoldTicket(Ticket, W1, "缺材料"), new PutTicketAside(Ticket, W1, "问政策"), new ResumeTicket(Ticket), new CompleteTicket(Ticket, W1),
        new EndTicket(Ticket, "弃号"),

        new OpenWindow(Step), new PauseWindow("午餐"), new CloseWindow(), new CallNext(), new CallTicket(Ticket, "急事"), new Recall(), new Arrive(),
        new StartService(), new CompleteService("通过", "已核对"), new Pass(), new Hold("缺材料"), new ResumeHeld(Ticket),
        new Transfer(new("consultation"), "问政策"), new SuspendWindow("请稍候"), new ResumeWindow(),
        new SeatTicket(Ticket, "V001", Step, H1, PriorityReason.Aged70), new DeclineAsk(Ticket, "ticket-unknown"), new SettleSelection(H1, Flat.Id),
        new UnsettleSelection(H1, Flat.Id), new ReleaseWindow(Ticket),

        new ListUnits([Flat]), new AdmitHousehold(H1, W1, "张*", Band), new DismissHousehold(H1, W1), new ReserveUnit(H1, Flat.Id, W1),
        new ReleaseUnit(Flat.Id), new ConfirmUnit(H1, Flat.Id, W1), new WithdrawUnit(Flat.Id, "漏水"), new ReturnUnit(Flat.Id),
        new ProposeReversal(Flat.Id, "登记有误"), new ApproveReversal(Flat.Id),

        new FreezeDrawList([H1]), new RecordOrder([H1], "公证书"), new ComputeOrder("seed", "现场公布"),
    ];

    /// <summary>What has happened in the grain before the command of this type.</summary>
    public static IEnumerable<IEvent> Before(Type command) => command.Namespace switch
    {
        var n when n == typeof(OperationDecider).Namespace => Operation(command),
        var n when n == typeof(HouseholdDecider).Namespace => Household(command),
        var n when n == typeof(TicketQueueDecider).Namespace => Queue(command),
        var n when n == typeof(WindowDecider).Namespace => Window(command),
        var n when n == typeof(InventoryDecider).Namespace => Inventory(command),
        var n when n == typeof(DrawDecider).Namespace && command != typeof(FreezeDrawList) => [new DrawListFrozen([H1])],
        _ => [],
    };

    private static IEvent[] Operation(Type command)
    {
        IEvent[] founded = [new OperationCreated(new("demo"), OperationMode.Live)];
        IEvent[] open = [.. founded, new OperationOpened(null, [])];
        return command == typeof(CreateOperation) ? []
            : command == typeof(ConfirmReadiness) || command == typeof(OpenOperation) ? founded
            : command == typeof(ResumeOperation) ? [.. open, new OperationSuspended("请稍候", new Actor("supervisor"))]
            : command == typeof(CloseOperation) ? [.. open, new OperationClosing()]
            : open;
    }

    private static IEvent[] Household(Type command)
    {
        IEvent[] registered = [new HouseholdRegistered(Entry)];
        IEvent[] checkedIn = [.. registered, new HouseholdCheckedIn(H1, [1], null, null, Step)];
        IEvent[] waiting = [.. checkedIn, new HouseholdQueued(H1, Step, Ticket, "V001")];
        StepId selection = new("selection");
        IEvent[] selecting =
        [
            .. waiting, new StepCompleted(H1, Step, Ticket, W1, null, selection, null), new HouseholdQueued(H1, selection, new("selection-001"), "S001"),
            new StepStarted(H1, selection, new("selection-001"), new("w3")),
        ];
        return command == typeof(RegisterHousehold) ? []
            : command == typeof(CheckIn) ? registered
            : command == typeof(NoteTicket) ? checkedIn
            : command == typeof(ReportBack) ? [.. waiting, new HouseholdPassed(H1, Step, Ticket, 1)]
            : command == typeof(Decline) || command == typeof(StepBack) ? selecting
            : command == typeof(LoseUnit) ? [.. selecting, new UnitTaken(H1, Flat, Entitlement.Difference(Entry, [Flat], new()))]
            : waiting;
    }

    private static IEvent[] Queue(Type command)
    {
        IEvent[] waiting = [new TicketIssued(Ticket, "V001", Step, H1, null, null, At)];
        IEvent[] called = [.. waiting, new TicketCalled(Ticket, "V001", Step, H1, W1, CallKind.InOrder, null, null, At)];
        return command == typeof(RequeueTicket) ? [.. called, new TicketPassed(Ticket, Step, H1, 1, false)]
            : command == typeof(ResumeTicket) ? [.. waiting, new TicketHeld(Ticket, Step, H1, null, "问政策")]
            : command == typeof(RankQueue) || command == typeof(IssueTicket) || command == typeof(CallNextTo) || command == typeof(CallTicketTo)
                || command == typeof(WithdrawWindow) ? waiting
            : called;
    }

    private static IEvent[] Window(Type command)
    {
        IEvent[] open = [new WindowOpened(W1, Step, "clerk-1")];
        IEvent[] seated = [.. open, new TicketSeated(W1, Step, Ticket, "V001", H1, null, At.AddMinutes(-9), At.AddMinutes(-7))];
        IEvent[] missed = [.. seated, new TicketRecalled(W1, Step, Ticket, "V001", H1, 2, At)];
        IEvent[] serving = [.. seated, new HouseholdArrived(W1, Step, Ticket, H1, At), new ServiceStarted(W1, Step, Ticket, "V001", H1, At)];
        return command == typeof(OpenWindow) ? []
            : command == typeof(Pass) ? missed
            : command == typeof(Recall) || command == typeof(Arrive) || command == typeof(StartService) ? seated
            : command == typeof(CompleteService) || command == typeof(Hold) || command == typeof(Transfer) || command == typeof(SettleSelection)
                || command == typeof(ReleaseWindow) ? serving
            : open;
    }

    private static IEvent[] Inventory(Type command)
    {
        IEvent[] admitted = [new UnitsListed([Flat]), new HouseholdAdmitted(H1, W1, "张*", Band)];
        IEvent[] confirmed = [.. admitted, new UnitConfirmed(Flat, H1, W1, "张*")];
        return command == typeof(ListUnits) ? []
            : command == typeof(ReleaseUnit) ? [.. admitted, new UnitReserved(Flat.Id, H1, W1, At.AddMinutes(5))]
            : command == typeof(ReturnUnit) ? [.. admitted, new UnitWithdrawn(Flat.Id, "漏水")]
            : command == typeof(ProposeReversal) ? confirmed
            : command == typeof(ApproveReversal) ? [.. confirmed, new ReversalProposed(Flat.Id, "登记有误", PostRole.Supervisor)]
            : admitted;
    }
}
