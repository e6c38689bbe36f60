using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Drills;
using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Meetings;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Policies;

namespace CommandCenter.Domain.Tests.Policies;

public sealed class MeetingAndDrillPolicyTests : PolicyTest
{
    private static readonly DateTimeOffset Noon = TestPlans.At(12, 0);

    private static readonly MeetingHeld Held = new(
        new("m1"), MeetingType.Coordination, "纪要",
        [new("增设隔离带", new("order"), Noon), new("加开窗口", new("service"), Noon)], ["延长午间服务", "增加座椅"]);

    [Fact]
    public void MeetingHeld_AssignsEveryDecision() =>
        Assert.Equal(
            [
                new(Group("order"), new Assign(new("m1-1"), "增设隔离带", Noon, null, new("m1"))),
                new(Group("service"), new Assign(new("m1-2"), "加开窗口", Noon, null, new("m1"))),
            ],
            React(new MeetingHeldAssignsDecisions(), Held));

    [Fact]
    public void MeetingHeld_RegistersEverySuggestion()
    {
        var reactions = React(new MeetingHeldRegistersSuggestions(), Held);

        Assert.Equal([Case("m1-s1", "延长午间服务"), Case("m1-s2", "增加座椅")], reactions);
        Assert.All(reactions, static r => Deliver(r).ThenOne<CaseRegistered>());

        static Reaction Case(string id, string text) => new(
            GrainAddress.Of(new CaseId(id)),
            new RegisterCase(CaseCategory.Suggestion, CaseChannel.Meeting, null, text, CaseKind.Complex, null));
    }

    [Fact]
    public void InjectDelivered_WithIncident_RaisesItUnderTheNameOfTheInject()
    {
        var inject = new Inject(new("crowd"), null, "居民", null, "大门拥挤", null, new(new("crowding"), new("gate"), 1));

        var reaction = Assert.Single(React(new InjectDeliveredRaisesIncident(), new InjectDelivered(inject)));

        Assert.Equal(
            new(GrainAddress.Of(new IncidentId("inj-crowd")), new RaiseIncident(new("crowding"), new("gate"), 1, "大门拥挤", null)),
            reaction);
    }

    [Fact]
    public void InjectDelivered_WithoutIncident_RaisesNone() =>
        Assert.Empty(React(
            new InjectDeliveredRaisesIncident(), new InjectDelivered(new(new("rumour"), null, "居民", null, "听说没房了", null, null))));

    [Fact]
    public void MemberSignedIn_ConfirmsTheGroup() =>
        Assert.Equal(
            [new(GrainAddress.Operation, new ConfirmReadiness("group:order"))],
            React(new MemberSignedInConfirmsGroup(), new MemberSignedIn(new("order"), new("order-01"), Noon)));
}
