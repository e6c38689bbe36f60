using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Tests.Incidents;

public sealed class ClockTests : IncidentTest
{
    private static readonly string[] Everybody = ["order-01", "order-02", "service-01"];

    private static IncidentEscalated Escalated(
        IncidentClock clock, int level, string to, DateTimeOffset? next, params SkippedPost[] skipped) =>
        new(I1, Order, clock, level, to, next, [.. skipped], false);

    private static SkippedPost Absent(int level, string post) => new(level, new(post), SkipReason.NotOnDuty);

    private static SkippedPost Missing(int level) => new(level, null, SkipReason.NotInPlan);

    [Fact]
    public void Acknowledge_Missed_GoesUpLevelByLevel()
    {
        const IncidentClock clock = IncidentClock.Acknowledge;
        var first = Incident(Raised).OnDuty(Everybody).WhenDue("acknowledge").ThenEvents(Escalated(clock, 1, "order-leader", At(10, 12)));
        var second = first.History.WhenDue("acknowledge").ThenEvents(Escalated(clock, 2, "order-deputy", At(10, 22)));
        var third = second.History.WhenDue("acknowledge").ThenEvents(Escalated(clock, 3, "commander", null));

        Assert.DoesNotContain(third.History.Deadlines, static d => d.Name == "acknowledge");
    }

    [Fact]
    public void Clock_LeaderNotSignedIn_GoesToTheDeputyAndSaysSo() =>
        Incident(Raised).OnDuty("order-02")
            .WhenDue("reach")
            .ThenEvents(Escalated(IncidentClock.Reach, 2, "order-deputy", At(10, 20), Absent(1, "order-leader")));

    [Fact]
    public void Clock_DeputyGoneMeanwhile_IsPassedOverWhenItsTurnComes() =>
        Incident(Raised, Escalated(IncidentClock.Reach, 1, "order-leader", At(10, 20))).OnDuty("order-01")
            .WhenDue("reach")
            .ThenEvents(Escalated(IncidentClock.Reach, 3, "commander", null, Absent(2, "order-deputy")));

    [Fact]
    public void Clock_MemberSignedOut_NoLongerHoldsThePost()
    {
        var history = Incident(Raised).OnDuty("order-01", "order-02");

        (history with { Operation = history.Operation.Apply(new MemberSignedOut(Order, new("order-01"))) })
            .WhenDue("reach")
            .ThenEvents(Escalated(IncidentClock.Reach, 2, "order-deputy", At(10, 20), Absent(1, "order-leader")));
    }

    [Fact]
    public void Clock_DeputyLeads_IsToldOnceAndAsLeader()
    {
        var history = Incident(Raised).OnDuty("order-02");
        history = history with { Operation = history.Operation.Apply(new LeadTaken(Order, new("order-02"), "order-deputy")) };

        history.WhenDue("reach")
            .ThenEvents(Escalated(IncidentClock.Reach, 1, "order-deputy", At(10, 20)))
            .History.WhenDue("reach")
            .ThenEvents(Escalated(IncidentClock.Reach, 3, "commander", null, new SkippedPost(2, new("order-deputy"), SkipReason.ToldBefore)));
    }

    [Fact]
    public void Clock_NobodySignedIn_GoesToTheCommandersPostAndSaysThatNobodyIsThere() =>
        Incident(Raised)
            .With(WithCommandGroup)
            .WhenDue("reach")
            .ThenEvents(Escalated(
                IncidentClock.Reach, 3, "commander", null, Absent(1, "order-leader"), Absent(2, "order-deputy"), Absent(3, "commander"))
                with { NobodyThere = true });

    [Fact]
    public void Clock_SecondCommanderSignedIn_IsTheOneToBeTold() =>
        Incident(Raised)
            .With(WithCommandGroup)
            .OnDuty("command-02")
            .WhenDue("reach")
            .ThenEvents(Escalated(IncidentClock.Reach, 3, "commander-2", null, Absent(1, "order-leader"), Absent(2, "order-deputy")));

    [Fact]
    public void Reach_MissedWhileSilent_Escalates() =>
        Incident(Raised, Acknowledged with { SilentUntil = At(10, 30) }).OnDuty(Everybody)
            .WhenDue("reach")
            .ThenEvents(Escalated(IncidentClock.Reach, 1, "order-leader", At(10, 20)));

    [Fact]
    public void Resolve_MissedOnScene_Escalates() =>
        Incident(Raised, OnScene).OnDuty(Everybody)
            .WhenDue("resolve")
            .ThenEvents(Escalated(IncidentClock.Resolve, 1, "order-leader", At(11, 10)));

    [Fact]
    public void Clock_AcknowledgedAfterTheFirstLevel_StopsThere() =>
        Incident(Raised, Escalated(IncidentClock.Acknowledge, 1, "order-leader", At(10, 12)), Acknowledged)
            .When(new MeetDeadline("acknowledge", At(10, 12)), At(10, 12))
            .ThenNothing();

    [Fact]
    public void Clock_GroupWithoutDeputy_SkipsTheDeputy() =>
        Incident(Raised with { Owner = Service }, Escalated(IncidentClock.Reach, 1, "service-leader", At(10, 20)) with { Owner = Service })
            .OnDuty(Everybody)
            .WhenDue("reach")
            .ThenEvents(Escalated(IncidentClock.Reach, 3, "commander", null, Missing(2)) with { Owner = Service });

    [Fact]
    public void Clock_NoPostAtAll_EndsTheLine() =>
        Incident(Raised)
            .With(TestPlans.Small() with { Posts = [] })
            .WhenDue("reach")
            .ThenEvents(Escalated(IncidentClock.Reach, 3, "", null, Missing(1), Missing(2), Missing(3)) with { NobodyThere = true });

    [Fact]
    public void Clock_Reassigned_GoesUpTheLineOfTheNewOwner() =>
        Incident(Raised, new IncidentReassigned(I1, Order, Service, "室内", At(11, 0))).OnDuty(Everybody)
            .WhenDue("reach")
            .ThenEvents(Escalated(IncidentClock.Reach, 1, "service-leader", At(10, 20)) with { Owner = Service });

    [Theory]
    [InlineData("resolve")]
    [InlineData("reach")]
    [InlineData(null)]
    public void Clock_DeadlineThatNoLongerHolds_DoesNothing(string? name) =>
        Incident(Raised, Resolved).When(new MeetDeadline(name!, At(11, 0)), At(11, 0)).ThenNothing();

    [Fact]
    public void ChangeSeverity_Worse_CountsTheNewTimesFromTheRaising()
    {
        var after = Incident(Raised)
            .When(new ChangeSeverity(1, "有人受伤"), At(10, 3))
            .ThenEvents(new IncidentSeverityChanged(I1, 2, 1, "有人受伤", At(10, 1), At(10, 5), At(10, 30)));

        Assert.Equal(
            [new("acknowledge", At(10, 1)), new("reach", At(10, 5)), new Deadline("resolve", At(10, 30))],
            after.History.Deadlines);
    }

    [Fact]
    public void ChangeSeverity_AfterReopening_CountsTheTimeToResolveFromThere()
    {
        var e = Incident(Raised, Resolved, new IncidentReopened(I1, Order, "commander", "又起", At(13, 0)))
            .When(new ChangeSeverity(1, "有人受伤"), At(12, 1))
            .ThenOne<IncidentSeverityChanged>();

        Assert.Equal(At(12, 30), e.ResolveBy);
    }

    [Fact]
    public void ChangeSeverity_Same_DoesNothing() => Incident(Raised).When(new ChangeSeverity(2, "x")).ThenNothing();

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void ChangeSeverity_BeyondOneToFour_IsRefused(int value) =>
        Incident(Raised).When(new ChangeSeverity(value, "x")).ThenRejected("out-of-range", "value");

    private static Plan WithCommandGroup => TestPlans.Small() with
    {
        Posts =
        [
            .. TestPlans.Small().Posts.Where(static p => p.Role != PostRole.Commander),
            Commander("commander", "command-01"), Commander("commander-2", "command-02"),
        ],
    };

    private static Post Commander(string id, string member) =>
        new(new(id), new(id, id), PostRole.Commander, new GroupId("command"), null, new MemberId(member));
}
