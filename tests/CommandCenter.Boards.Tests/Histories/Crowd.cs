using CommandCenter.Boards.Units;
using CommandCenter.Boards.Windows;
using CommandCenter.Domain;
using CommandCenter.Domain.Cards;
using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Drills;
using CommandCenter.Domain.Findings;
using CommandCenter.Domain.Forecasts;
using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Meetings;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Boards.Tests.Histories;

/// <summary>Makes up what somebody asks for next.</summary>
internal sealed class Crowd(Random random, int households, BoardSet boards)
{
    private static readonly string[] Steps = ["verification", "selection", "signing", "settlement", "consultation"];

    private int _incidents;
    private int _cases;
    private int _meetings;
    private int _cards;

    /// <summary>How long nothing happens; now and then long enough for deadlines to run out.</summary>
    public TimeSpan Pause() => TimeSpan.FromSeconds(random.Next(100) == 0 ? random.Next(600) : random.Next(12));

    public (string Post, GrainAddress Grain, ICommand Command) Next(DateTimeOffset now) => random.Next(100) switch
    {
        < 61 => AtWindow(),
        < 74 => OfHousehold(),
        < 80 => OfInventory(),
        < 86 => OfGroup(now),
        < 92 => OfIncident(),
        < 95 => OfCase(now),
        < 96 => Half ? OfCard() : OfFinding(),
        < 97 => OfDrill(now),
        < 98 => OfForecast(now),
        _ => OfDay(now),
    };

    private HouseholdId Household => SmallHall.Household(1 + random.Next(households)).Id;

    private StepId Step => new(Steps[random.Next(Steps.Length)]);

    private TicketId Ticket => Line.T(Step.Value, 1 + random.Next(households));

    private bool Half => random.Next(2) == 0;

    private (string, GrainAddress, ICommand) AtWindow()
    {
        var window = 1 + random.Next(6);
        var screen = (WindowBoard)boards.Read(TopicNames.Of(Line.W(window)))!.Data;
        var address = GrainAddress.Of(Line.W(window));
        return random.Next(8) == 0 ? ($"clerk-{window}", address, Disturbance())
            : screen is { Kind: ServiceKind.Selection, Ticket: { Phase: WindowPhase.Serving, Settled: false } } ? Choice(screen)
            : ($"clerk-{window}", address, Usual(screen));
    }

    /// <summary>What a clerk does who looks at the screen; a household appears three times in four.</summary>
    private ICommand Usual(WindowBoard screen) => screen switch
    {
        { Status: not WindowStatus.Open } => new OpenWindow(Half ? null : new("consultation")),
        { Ticket: null } => new CallNext(),
        { Ticket.Phase: WindowPhase.Called } => random.Next(4) == 0 ? new Recall() : new Arrive(),
        { Ticket.Phase: WindowPhase.Arrived } => new StartService(),
        _ => new CompleteService(null, null),
    };

    private ICommand Disturbance() => random.Next(10) switch
    {
        0 => new Pass(),
        1 or 2 => new Hold("缺少材料"),
        3 => new ResumeHeld(Ticket),
        4 or 5 => new Transfer(Step, "转办"),
        6 => new PauseWindow("打印机卡纸"),
        7 => new CloseWindow(),
        8 => new OpenWindow(Step),
        _ => new CallTicket(Ticket, "行动不便"),
    };

    private (string, GrainAddress, ICommand) Choice(WindowBoard screen)
    {
        var household = screen.Household!.Id;
        var unit = SmallHall.Units[random.Next(SmallHall.Units.Length)].Id;
        return random.Next(8) switch
        {
            0 => ("reception", GrainAddress.Of(household), new Decline("无合适户型")),
            < 4 => ("clerk", GrainAddress.Inventory, new ReserveUnit(household, unit, screen.Window)),
            _ => ("clerk", GrainAddress.Inventory, new ConfirmUnit(household, screen.Reservation?.Unit.Id ?? unit, screen.Window)),
        };
    }

    private (string, GrainAddress, ICommand) OfHousehold()
    {
        ICommand command = random.Next(20) switch
        {
            < 9 => new CheckIn(Half ? [1] : [], null, random.Next(8) == 0 ? PriorityReason.Pregnant : null),
            < 14 => new ReportBack(),
            14 or 15 => new Visit(new("consultation")),
            16 or 17 => new StepBack(Step, "材料有误"),
            18 => new ReportBack(),
            _ => random.Next(2) == 0 ? new GiveUp("放弃安置") : new ReportBack(),
        };
        return ("reception", GrainAddress.Of(Household), command);
    }

    private (string, GrainAddress, ICommand) OfInventory()
    {
        var unit = SmallHall.Units[random.Next(SmallHall.Units.Length)].Id;
        ICommand command = random.Next(6) switch
        {
            0 => new ReleaseUnit(unit),
            1 => Half ? new WithdrawUnit(unit, "漏水") : new ReturnUnit(unit),
            2 or 3 => new ProposeReversal(Taken(), "登记有误"),
            _ => new ApproveReversal(Taken()),
        };
        return (Half ? "commander" : "supervisor", GrainAddress.Inventory, command);
    }

    /// <summary>One of the first flats that the board shows as taken, so that two signatures now and then meet.</summary>
    private UnitId Taken()
    {
        var board = (BuildingBoard)boards.Read("units:1")!.Data;
        var taken = board.Floors.SelectMany(static f => f.Units).Where(static u => u.Standing == UnitStanding.Confirmed).Take(2).ToList();
        return taken.Count == 0 ? SmallHall.Units[0].Id : taken[random.Next(taken.Count)].Unit;
    }

    private (string, GrainAddress, ICommand) OfGroup(DateTimeOffset now)
    {
        var group = Half ? "order" : "service";
        var member = new MemberId($"{group}-{1 + random.Next(4):00}");
        var assignment = new AssignmentId($"{group}-a{1 + random.Next(12):000}");
        ICommand command = random.Next(10) switch
        {
            0 => new SignIn(member),
            1 => random.Next(4) == 0 ? new SignOut(member) : new SignIn(member),
            2 or 3 => new CallRoll(member, SmallHall.Plan.Zones[random.Next(3)].Id),
            4 => new Assign(null, "到南门引导", now.AddMinutes(3), null, null),
            5 => new AcceptAssignment(assignment),
            6 => new RefuseAssignment(assignment, "人手不足"),
            7 => new FinishAssignment(assignment, "已完成"),
            8 => new OfferLead(member),
            _ => new TakeLead(member),
        };
        return (Half ? "commander" : $"{group}-leader", GrainAddress.Of(new GroupId(group)), command);
    }

    private (string, GrainAddress, ICommand) OfIncident()
    {
        var raise = _incidents == 0 || random.Next(5) == 0;
        var incident = new IncidentId($"i{(raise ? ++_incidents : 1 + random.Next(_incidents)):0000}");
        var type = SmallHall.Plan.Playbooks[random.Next(3)].Id;
        ICommand command = raise
            ? new RaiseIncident(type, SmallHall.Plan.Zones[random.Next(3)].Id, null, "现场情况", random.Next(3) == 0 ? Household : null)
            : random.Next(13) switch
            {
                0 or 1 => new AcknowledgeIncident(),
                2 => new RespondToIncident(),
                3 => new ReachIncident(),
                4 => new NoteIncident("已通知"),
                5 => new CheckIncidentItem(Half ? "barrier" : "doctor"),
                6 => new ReassignIncident(new(Half ? "order" : "service"), "归口处理"),
                7 => new ChangeSeverity(1 + random.Next(4), "情况变化"),
                8 => random.Next(3) == 0 ? new MergeIncident(new($"i{1 + random.Next(_incidents):0000}")) : new ReachIncident(),
                9 => random.Next(3) == 0 ? new CallFalseAlarm("误报") : new AcknowledgeIncident(),
                10 => new ResolveIncident("已疏散"),
                11 => new CloseIncident("复盘完成"),
                _ => new ReopenIncident("再次发生"),
            };
        return (Half ? "order-leader" : "service-leader", GrainAddress.Of(incident), command);
    }

    private (string, GrainAddress, ICommand) OfCase(DateTimeOffset now)
    {
        var register = _cases == 0 || random.Next(4) == 0;
        var matter = new CaseId($"c{(register ? ++_cases : 1 + random.Next(_cases)):0000}");
        ICommand command = register
            ? new RegisterCase((CaseCategory)random.Next(6), (CaseChannel)random.Next(6), Half ? Household : null, "咨询差价", (CaseKind)random.Next(2), null)
            : random.Next(5) switch
            {
                0 => new AssignCase(new("service-leader")),
                1 => new NoteCase("已电话联系"),
                2 => new ReplyInterim("正在核实", now.AddMinutes(30)),
                3 => new AnswerCase("按第 12 条办理", new("c12"), _cards > 0 && Half ? new($"q{_cards}") : null),
                _ => new ReopenCase("住户有异议"),
            };
        return ("reception", GrainAddress.Of(matter), command);
    }

    private (string, GrainAddress, ICommand) OfCard() => _cards == 0 || Half
        ? ("reception", GrainAddress.Of(new CardId($"q{++_cards}")), new WriteCard("差价怎么算？", Half ? "按第 12 条" : "按第 20 条", new("c12")))
        : ("supervisor", GrainAddress.Of(new CardId($"q{_cards}")), new ReviseCard($"以第 {random.Next(9)} 版为准", new("c12"), "更正"));

    private (string, GrainAddress, ICommand) OfFinding() => Half
        ? ("supervisor", GrainAddress.Of(new FindingId($"f{random.Next(4)}")), new RecordFinding(1 + random.Next(40), new(Half ? "order" : "service"), "请说明"))
        : ("service-leader", GrainAddress.Of(new FindingId($"f{random.Next(4)}")), new AnswerFinding("已整改"));

    private (string, GrainAddress, ICommand) OfForecast(DateTimeOffset now)
    {
        var course = new DayCourse(new(now.AddHours(4), now.AddHours(5), now.AddHours(6)), new(60, 600, 1200), new(0, 0, 3));
        ICommand command = Half
            ? new RecordForecast(1, course, [new(new("verification"), new(30, 60, 90))], [new(Household, course.EndsAt)], [])
            : new OrderMove(new(MoveKind.Pause, [Line.W(1 + random.Next(6))], null, null, null), course, course);
        return ("commander", GrainAddress.Forecast, command);
    }

    private (string, GrainAddress, ICommand) OfDrill(DateTimeOffset now)
    {
        var inject = new InjectId($"i{1 + random.Next(2)}");
        ICommand command = random.Next(13) switch
        {
            0 => new PauseDrill(),
            1 or 2 => new ResumeDrill(),
            3 => new ChangeDrillSpeed(20),
            4 => new DeliverInject(inject),
            5 => new HoldInject(inject),
            6 => random.Next(2) == 0 ? new CancelInject(inject) : new PostponeInjects(5),
            7 => new AdvanceDrill(1),
            8 => new NoteImprovement("增设引导牌", new("order"), now.AddDays(3)),
            10 => new ChooseYardstick(null, Step, 60 + random.Next(600), new("drill-1")),
            11 => new DropYardstick(null, Step),
            9 => new FinishImprovement(1 + random.Next(2), "已增设"),
            _ => new ObserveDrill(inject, "响应及时", 4),
        };
        return ("director", GrainAddress.Drill, command);
    }

    private (string, GrainAddress, ICommand) OfDay(DateTimeOffset now) => random.Next(4) switch
    {
        0 when random.Next(3) == 0 => ("commander", GrainAddress.Operation, new SuspendOperation("系统检修，请稍候")),
        < 3 => ("supervisor", GrainAddress.Operation, new ResumeOperation()),
        _ => ("commander", GrainAddress.Of(new MeetingId($"m{++_meetings}")),
            new HoldMeeting(MeetingType.DailyHuddle, "碰头", [new("增派一人", new("order"), now.AddMinutes(10))], ["增设座椅"])),
    };
}
