using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Tests.Groups;

public sealed class OverdueTests : DeciderTest
{
    private const string Deadline = "assignment:order-a001";
    private static readonly GroupId Order = new("order");
    private static readonly AssignmentId A1 = new("order-a001");

    private static readonly AssignmentSent Sent = new(Order, A1, "疏导大门", At(10, 30), null, null, "supervisor");
    private static readonly MemberSignedIn LeaderIn = new(Order, new("order-01"), At(23, 0));
    private static readonly MemberSignedIn DeputyIn = new(Order, new("order-02"), At(23, 0));

    private static History Group(params IEvent[] events) => Given(new GroupDecider(), "order", events);

    private static AssignmentOverdue Overdue(int level, string to, DateTimeOffset? next) => new(Order, A1, level, to, next);

    [Fact]
    public void Overdue_Unanswered_GoesUpLevelByLevel()
    {
        var first = Group(LeaderIn, DeputyIn, Sent).WhenDue(Deadline).ThenEvents(Overdue(1, "order-01", At(10, 40)));
        var second = first.History.WhenDue(Deadline).ThenEvents(Overdue(2, "order-02", At(10, 50)));
        var third = second.History.WhenDue(Deadline).ThenEvents(Overdue(3, "commander", null));

        Assert.DoesNotContain(third.History.Deadlines, static d => d.Name == Deadline);
    }

    [Fact]
    public void Overdue_LeaderOffDuty_GoesToTheDeputyAtOnce() =>
        Group(DeputyIn, Sent).WhenDue(Deadline).ThenEvents(Overdue(2, "order-02", At(10, 40)));

    [Fact]
    public void Overdue_NobodyOnDuty_GoesToTheCommanderAtOnce() =>
        Group(Sent).WhenDue(Deadline).ThenEvents(Overdue(3, "commander", null));

    [Fact]
    public void Overdue_DeputySignedInMeanwhile_IsToldNext() =>
        Group(LeaderIn, Sent, Overdue(1, "order-01", At(10, 40)), DeputyIn)
            .WhenDue(Deadline)
            .ThenEvents(Overdue(2, "order-02", At(10, 50)));

    [Fact]
    public void Overdue_GroupWithoutDeputy_SkipsTheDeputy()
    {
        var service = new GroupId("service");
        var sent = Sent with { Group = service, Assignment = new("s1") };
        var signedIn = new MemberSignedIn(service, new("service-01"), At(23, 0));
        var told = new AssignmentOverdue(service, new("s1"), 1, "service-01", At(10, 40));

        Given(new GroupDecider(), "service", signedIn, sent, told)
            .WhenDue("assignment:s1")
            .ThenEvents(new AssignmentOverdue(service, new("s1"), 3, "commander", null));
    }

    [Fact]
    public void Overdue_DeputyTookTheLead_IsToldOnce() =>
        Group(LeaderIn, DeputyIn, new LeadTaken(Order, new("order-02"), "order-deputy"), Sent, Overdue(1, "order-02", At(10, 40)))
            .WhenDue(Deadline)
            .ThenEvents(Overdue(3, "commander", null));

    [Fact]
    public void Overdue_AfterAnOutage_LeavesEachLevelItsTime() =>
        Group(LeaderIn, Sent)
            .When(new MeetDeadline(Deadline, At(10, 30)), At(12, 0), Actor.Deadline.Value)
            .ThenEvents(Overdue(1, "order-01", At(12, 10)));

    [Fact]
    public void Overdue_NobodyAtAll_EndsTheLine() =>
        Group(Sent).With(TestPlans.Small() with { Posts = [] }).WhenDue(Deadline).ThenEvents(Overdue(3, "", null));

    [Fact]
    public void Overdue_OrderThatCameWithAnIncident_IsLeftToTheIncidentsClock()
    {
        var incident = Group(Sent with { Incident = new("i1"), From = "policy:IncidentRaisedAssignsOwner" });
        Assert.DoesNotContain(incident.Deadlines, static d => d.Name == Deadline);
        incident.When(new MeetDeadline(Deadline, At(10, 30)), At(10, 30)).ThenNothing();

        Assert.Contains(Group(Sent with { Incident = new("i1") }).Deadlines, static d => d.Name == Deadline);
    }

    [Fact]
    public void Overdue_DoneMeanwhile_DoesNothing() =>
        Group(Sent, new AssignmentDone(Order, A1, "order-leader", "已疏导"))
            .When(new MeetDeadline(Deadline, At(10, 30)), At(10, 30))
            .ThenNothing();
}
