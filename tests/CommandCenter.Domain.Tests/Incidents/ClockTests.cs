using CommandCenter.Domain.Incidents;

namespace CommandCenter.Domain.Tests.Incidents;

public sealed class ClockTests : IncidentTest
{
    private static IncidentEscalated Escalated(IncidentClock clock, int level, string to, DateTimeOffset? next) =>
        new(I1, Order, clock, level, to, next);

    [Fact]
    public void Acknowledge_Missed_GoesUpLevelByLevel()
    {
        const IncidentClock clock = IncidentClock.Acknowledge;
        var first = Incident(Raised).WhenDue("acknowledge").ThenEvents(Escalated(clock, 1, "order-leader", At(10, 12)));
        var second = first.History.WhenDue("acknowledge").ThenEvents(Escalated(clock, 2, "order-deputy", At(10, 22)));
        var third = second.History.WhenDue("acknowledge").ThenEvents(Escalated(clock, 3, "commander", null));

        Assert.DoesNotContain(third.History.Deadlines, static d => d.Name == "acknowledge");
    }

    [Fact]
    public void Reach_MissedWhileSilent_Escalates() =>
        Incident(Raised, Acknowledged with { SilentUntil = At(10, 30) })
            .WhenDue("reach")
            .ThenEvents(Escalated(IncidentClock.Reach, 1, "order-leader", At(10, 20)));

    [Fact]
    public void Resolve_MissedOnScene_Escalates() =>
        Incident(Raised, OnScene)
            .WhenDue("resolve")
            .ThenEvents(Escalated(IncidentClock.Resolve, 1, "order-leader", At(11, 10)));

    [Fact]
    public void Clock_AcknowledgedAfterTheFirstLevel_StopsThere() =>
        Incident(Raised, Escalated(IncidentClock.Acknowledge, 1, "order-leader", At(10, 12)), Acknowledged)
            .When(new MeetDeadline("acknowledge", At(10, 12)), At(10, 12))
            .ThenNothing();

    [Fact]
    public void Clock_GroupWithoutDeputy_SkipsTheDeputy() =>
        Incident(Raised with { Owner = Service }, new IncidentEscalated(I1, Service, IncidentClock.Reach, 1, "service-leader", At(10, 20)))
            .WhenDue("reach")
            .ThenEvents(new IncidentEscalated(I1, Service, IncidentClock.Reach, 3, "commander", null));

    [Fact]
    public void Clock_NoPostAtAll_EndsTheLine() =>
        Incident(Raised)
            .With(TestPlans.Small() with { Posts = [] })
            .WhenDue("reach")
            .ThenEvents(Escalated(IncidentClock.Reach, 3, "", null));

    [Fact]
    public void Clock_Reassigned_GoesUpTheLineOfTheNewOwner() =>
        Incident(Raised, new IncidentReassigned(I1, Order, Service, "室内", At(11, 0)))
            .WhenDue("reach")
            .ThenEvents(new IncidentEscalated(I1, Service, IncidentClock.Reach, 1, "service-leader", At(10, 20)));

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
}
