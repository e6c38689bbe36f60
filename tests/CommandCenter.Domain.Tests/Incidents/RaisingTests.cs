using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;

namespace CommandCenter.Domain.Tests.Incidents;

public sealed class RaisingTests : IncidentTest
{
    private static readonly RaiseIncident Raise = new(new("crowding"), new("gate"), null, "大门拥挤", null);

    [Fact]
    public void Raise_WithoutSeverity_TakesOwnerChecklistAndTimesFromThePlan()
    {
        var after = Incident().When(Raise, At(10, 0), "order-member-3").ThenEvents(Raised);

        Assert.Equal(
            [new("acknowledge", At(10, 2)), new("reach", At(10, 10)), new Deadline("resolve", At(11, 0))],
            after.History.Deadlines);
    }

    [Fact]
    public void Raise_InAZoneWithItsOwnOwner_GoesToThatGroup() =>
        Assert.Equal(Service, Incident().When(Raise with { Zone = new("hall") }).ThenOne<IncidentRaised>().Owner);

    [Fact]
    public void Raise_StatedSeverity_SetsTheClocks()
    {
        var e = Incident().When(Raise with { Severity = 1 }, At(10, 0)).ThenOne<IncidentRaised>();

        Assert.Equal((1, At(10, 1), At(10, 5), At(10, 30)), (e.Severity, e.AcknowledgeBy, e.ReachBy, e.ResolveBy));
    }

    [Fact]
    public void Raise_ConfidentialTypeWithHousehold_KeepsBoth()
    {
        var e = Incident().When(new RaiseIncident(new("medical"), new("hall"), null, "老人晕倒", new("h017"))).ThenOne<IncidentRaised>();

        Assert.Equal((true, new HouseholdId("h017")), (e.Confidential, e.Household));
    }

    [Fact]
    public void Raise_SameAgain_DoesNothing() => Incident(Raised).When(Raise).ThenNothing();

    [Fact]
    public void Raise_OtherUnderTheSameId_IsRefused() =>
        Incident(Raised).When(Raise with { Text = "打架" }).ThenRejected(Rejections.IncidentExists);

    [Fact]
    public void Raise_UnknownType_IsRefused() =>
        Incident().When(Raise with { Type = new("flood") }).ThenRejected("not-found", "type");

    [Fact]
    public void Raise_UnknownZone_IsRefused() =>
        Incident().When(Raise with { Zone = new("roof") }).ThenRejected("not-found", "zone");

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(int.MinValue)]
    public void Raise_SeverityBeyondOneToFour_IsRefused(int severity) =>
        Incident().When(Raise with { Severity = severity }).ThenRejected("out-of-range", "severity");

    [Fact]
    public void Raise_PlanWithoutTimes_IsRefused() =>
        Incident().With(TestPlans.Small() with { Severities = [] }).When(Raise).ThenRejected("not-found", "severity");

    [Fact]
    public void AnyCommand_NeverRaised_IsRefused()
    {
        ICommand[] commands =
        [
            new AcknowledgeIncident(), new RespondToIncident(), new ReachIncident(), new NoteIncident("x"), new CheckIncidentItem("barrier"),
            new ReassignIncident(Service, "x"), new ChangeSeverity(1, "x"), new MergeIncident(new("i2")), new CallFalseAlarm("x"),
            new ResolveIncident("x"), new CloseIncident("x"), new ReopenIncident("x"),
        ];
        Assert.All(commands, static c => Incident().When(c).ThenRejected(Rejections.IncidentUnknown));
    }
}
