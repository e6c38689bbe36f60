using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;

namespace CommandCenter.Domain.Tests.Groups;

public sealed class GroupPropertyTests
{
    private static readonly MemberId[] Members = [new("order-01"), new("order-02"), new("order-03"), new("service-01")];
    private static readonly AssignmentId[] Ids = [new("order-a001"), new("i1"), new("x1")];
    private static readonly DateTimeOffset Due = TestPlans.At(10, 0);

    private static IEnumerable<ICommand> Commands() =>
    [
        .. Members.SelectMany(static IEnumerable<ICommand> (m) =>
            [new SignIn(m), new SignOut(m), new CallRoll(m, new("hall")), new OfferLead(m), new TakeLead(m)]),
        .. Ids.SelectMany(static IEnumerable<ICommand> (a) =>
            [new AcceptAssignment(a), new RefuseAssignment(a, "人手不足"), new FinishAssignment(a, "已办"), new Assign(a, "疏导", Due, null, null)]),
        new Assign(null, "巡查", TestPlans.At(12, 0), new("i1"), null),
        new Assign(new("i1"), "处置", Due, new("i1"), null),
        new EndIncidentAssignments(new("i1"), "事件已解决。"),
    ];

    [Fact]
    public void AnyHistory_OrdersNeverGoBack_AndOnlyMembersLead() =>
        new RandomHistory(new GroupDecider(), "order", OperationMode.Live, [.. Commands()]).Check<GroupState>((before, e, after) =>
        {
            Assert.All(before.Assignments, a => Assert.True(Allowed(a.Value.Status, after.Assignments[a.Key].Status), $"{a.Key}: {e}"));
            Assert.All(after.OnDuty.Keys, static m => Assert.StartsWith("order-", m.Value, StringComparison.Ordinal));
            Assert.True(e is not LeadTaken taken || before.Offered == taken.Lead);
        });

    private static bool Allowed(AssignmentStatus before, AssignmentStatus after) =>
        before == after || before == AssignmentStatus.Sent || (before != AssignmentStatus.Done && after == AssignmentStatus.Done);
}
