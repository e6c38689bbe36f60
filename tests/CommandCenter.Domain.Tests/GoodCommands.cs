using CommandCenter.Domain.Cards;
using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Communication;
using CommandCenter.Domain.Drills;
using CommandCenter.Domain.Findings;
using CommandCenter.Domain.Forecasts;
using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Meetings;
using CommandCenter.Domain.Zones;

namespace CommandCenter.Domain.Tests;

/// <summary>One command of each type that is accepted after <see cref="Before"/>.</summary>
internal static class GoodCommands
{
    private static readonly DateTimeOffset Later = TestPlans.At(12, 0);
    private static readonly MemberId Member = new("order-03");
    private static readonly AssignmentId Sent = new("a1");
    private static readonly Inject Script = new(new("crowd"), null, "居民", null, "大门拥挤", null, null);

    public static IReadOnlyList<ICommand> All { get; } =
    [
        new SignIn(Member), new SignOut(Member), new CallRoll(Member, new("hall")),
        new Assign(new("a2"), "疏导", Later, new("i1"), new("m1")), new AcceptAssignment(Sent), new RefuseAssignment(Sent, "人手不足"),
        new FinishAssignment(Sent, "已办"), new EndIncidentAssignments(new("i1"), "事件已解决。"), new OfferLead(Member), new TakeLead(Member),

        new RaiseIncident(new("crowding"), new("gate"), 2, "大门拥挤", new("h1")), new AcknowledgeIncident(), new RespondToIncident(),
        new ReachIncident(), new NoteIncident("加派"), new AddIncidentPhoto(new string('a', 64), 1000, 800, 600),
        new AddIncidentVoice(new string('c', 64), 1000, VoiceContainer.Webm, 12),
        new CheckIncidentItem("barrier"), new ReassignIncident(new("service"), "室内"),
        new ChangeSeverity(1, "加重"), new MergeIncident(new("i2")), new CallFalseAlarm("误报"), new ResolveIncident("已疏散"),
        new CloseIncident("已复盘"), new ReopenIncident("又起"),

        new RegisterCase(CaseCategory.Request, CaseChannel.Window, new("h1"), "换户型", CaseKind.Complex, new("reception")),
        new AssignCase(new("reception")), new NoteCase("已核对"), new ReplyInterim("正在核实", Later), new AnswerCase("已答复", new("c12"), null),
        new ReopenCase("未解决"),

        new WriteCard("新增人口按什么标准？", "每人二十平方米", new("c12")), new ReviseCard("每人三十五平方米", new("c12"), "标准有误"),
        new RecordFinding(7, new("order"), "未按时到岗"), new AnswerFinding("已补岗"),

        new RecordForecast(5, Parts.Course, [new(new("signing"), new(60, 120, 300))], [new(new("h1"), Parts.Course.EndsAt)], [new(new("t75"), default)]),
        new OrderMove(Parts.Shift, Parts.Course, Parts.Course),

        new HoldMeeting(MeetingType.DailyHuddle, "情况平稳", [new("疏导", new("order"), Later)], ["延长服务"]),

        new CheckCommunication(60), new SeeCommunicationCheck(1), new AnswerCommunicationCheck(1),

        new SetZoneState(ZoneCondition.Paused, "人多限流"),

        new PrepareDrill("standard-day", 7, [Script]), new StartDrill(10), new PauseDrill(), new ResumeDrill(), new ChangeDrillSpeed(5),
        new DeliverInject(Script.Id), new HoldInject(Script.Id), new CancelInject(Script.Id), new PostponeInjects(5),
        new ObserveDrill(Script.Id, "到场快", 5), new AdvanceDrill(10), new NoteImprovement("增设引导牌", new("order"), Later),
        new FinishImprovement(1, "已增设"), new ChooseYardstick(null, new("signing"), 240, new("drill-1")),
        new DropYardstick(null, new("signing")), new EndDrill(),
    ];

    /// <summary>What has happened in the grain before the command of this type.</summary>
    public static IEnumerable<IEvent> Before(Type command, string key) => command.Namespace switch
    {
        var n when n == typeof(GroupDecider).Namespace => Group(command),
        var n when n == typeof(IncidentDecider).Namespace => Incident(command, new(key)),
        var n when n == typeof(CaseDecider).Namespace => Case(command, new(key)),
        var n when n == typeof(CardDecider).Namespace => Card(command, new(key)),
        var n when n == typeof(FindingDecider).Namespace => Finding(command, new(key)),
        var n when n == typeof(CommunicationDecider).Namespace && command != typeof(CheckCommunication) =>
            [new CommunicationCheckStarted(1, [new("commander"), new("reception")], 60, Later)],
        var n when n == typeof(DrillDecider).Namespace => Drill(command),
        _ => [],
    };

    private static IEnumerable<IEvent> Group(Type command)
    {
        yield return new AssignmentSent(new("order"), Sent, "疏导", Later, null, null, "commander");
        if (command != typeof(OfferLead))
        {
            yield return new MemberSignedIn(new("order"), Member, Later);
            yield return new LeadOffered(new("order"), Member, "commander");
        }
    }

    private static IEnumerable<IEvent> Incident(Type command, IncidentId id)
    {
        if (command == typeof(RaiseIncident))
        {
            yield break;
        }

        var playbook = TestPlans.Small().FindPlaybook(new("crowding"))!;
        yield return new IncidentRaised(
            id, playbook.Id, new("gate"), 2, "大门拥挤", null, "reception", new("order"), false, playbook.Checklist, Later, Later, Later);
        if (command == typeof(CloseIncident) || command == typeof(ReopenIncident))
        {
            yield return new IncidentResolved(id, new("order"), "order-leader", "已疏散");
        }
    }

    private static IEnumerable<IEvent> Case(Type command, CaseId id)
    {
        if (command == typeof(RegisterCase))
        {
            yield break;
        }

        yield return new CaseRegistered(
            id, CaseCategory.Request, CaseChannel.Window, null, "换户型", CaseKind.Complex, new("commander"), Later);
        if (command == typeof(ReopenCase))
        {
            yield return new CaseAnswered(id, "已答复", new("c12"));
        }
    }

    private static IEnumerable<IEvent> Card(Type command, CardId id)
    {
        if (command != typeof(WriteCard))
        {
            yield return new CardWritten(id, "新增人口按什么标准？", "每人二十平方米", new("c12"));
        }
    }

    private static IEnumerable<IEvent> Finding(Type command, FindingId id)
    {
        if (command != typeof(RecordFinding))
        {
            yield return new FindingRecorded(id, 7, new("order"), "未按时到岗");
        }
    }

    private static IEnumerable<IEvent> Drill(Type command)
    {
        if (command != typeof(PrepareDrill))
        {
            yield return new DrillPrepared("standard-day", 7, [Script]);
        }

        if (command != typeof(PrepareDrill) && command != typeof(StartDrill))
        {
            yield return new DrillStarted(10, Later);
        }

        if (command == typeof(DropYardstick))
        {
            yield return new YardstickChosen(null, new("signing"), 240, new("drill-1"), "director");
        }

        if (command == typeof(FinishImprovement))
        {
            yield return new ImprovementNoted(1, "增设引导牌", new("order"), Later, "observer");
        }
    }
}
