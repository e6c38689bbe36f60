using CommandCenter.Domain.Incidents;

namespace CommandCenter.Domain.Tests.Incidents;

public sealed class FileTests : IncidentTest
{
    public static TheoryData<IEvent?> OnFile => [null, Resolved, FalseAlarm];

    public static TheoryData<IEvent, string> OffFile => new()
    {
        { Closed, "incident-closed" },
        { Merged, "incident-merged" },
    };

    [Theory]
    [MemberData(nameof(OnFile))]
    public void Note_UntilTheReview_IsWrittenDown(IEvent? ended) =>
        Incident(ended is null ? [Raised] : [Raised, ended])
            .When(new NoteIncident("加派两人"), Now, "order-leader")
            .ThenEvents(new IncidentNoted(I1, "order-leader", "加派两人"));

    [Theory]
    [MemberData(nameof(OffFile))]
    public void Note_AfterwardsOrMerged_IsRefused(IEvent ended, string code) =>
        Incident(Raised, Resolved, ended).When(new NoteIncident("加派两人")).ThenRejected(code);

    [Fact]
    public void Check_ItemOfThePlaybook_IsChecked() =>
        Incident(Raised)
            .When(new CheckIncidentItem("barrier"), Now, "order-leader")
            .ThenEvents(new IncidentItemChecked(I1, "order-leader", "barrier"));

    [Fact]
    public void Check_Twice_DoesNothing() =>
        Incident(Raised, new IncidentItemChecked(I1, "order-leader", "barrier"))
            .When(new CheckIncidentItem("barrier"))
            .ThenNothing();

    [Fact]
    public void Check_ItemOfAnotherPlaybook_IsRefused() =>
        Incident(Raised).When(new CheckIncidentItem("call-doctor")).ThenRejected("not-found", "item");

    [Fact]
    public void Reassign_ToAnotherGroup_KeepsTheTimeToResolve() =>
        Incident(Raised)
            .When(new ReassignIncident(Service, "室内"))
            .ThenEvents(new IncidentReassigned(I1, Order, Service, "室内", At(11, 0)));

    [Fact]
    public void Reassign_ToTheOwner_DoesNothing() =>
        Incident(Raised).When(new ReassignIncident(Order, "室内")).ThenNothing();

    [Fact]
    public void Reassign_ToAGroupThatThePlanDoesNotHave_IsRefused() =>
        Incident(Raised).When(new ReassignIncident(new("police"), "室内")).ThenRejected("not-found", "group");
}
