using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;

namespace CommandCenter.Domain.Tests.Groups;

public sealed class DutyTests : DeciderTest
{
    private static readonly GroupId Order = new("order");
    private static readonly MemberId Leader = new("order-01");

    private static readonly MemberSignedIn SignedIn = new(Order, Leader, At(9, 30));

    [Fact]
    public void SignIn_OffDuty_PutsOnDutyAndStartsTheRollCall() =>
        Given(new GroupDecider(), "order")
            .When(new SignIn(Leader), Now)
            .ThenEvents(new MemberSignedIn(Order, Leader, At(10, 30)));

    [Fact]
    public void SignIn_OnDuty_DoesNothing() =>
        Given(new GroupDecider(), "order", SignedIn).When(new SignIn(Leader)).ThenNothing();

    [Fact]
    public void SignIn_NotOnTheRoster_IsRefused() =>
        Given(new GroupDecider(), "order").When(new SignIn(new("service-01"))).ThenRejected("not-found", "member");

    [Fact]
    public void SignIn_GroupNotInThePlan_IsRefused() =>
        Given(new GroupDecider(), "police").When(new SignIn(Leader)).ThenRejected("not-found", "group");

    [Fact]
    public void SignOut_OnDuty_EndsTheRollCall()
    {
        var after = Given(new GroupDecider(), "order", SignedIn)
            .When(new SignOut(Leader))
            .ThenEvents(new MemberSignedOut(Order, Leader));

        Assert.Empty(after.History.Deadlines);
    }

    [Fact]
    public void SignOut_OffDuty_DoesNothing() =>
        Given(new GroupDecider(), "order").When(new SignOut(Leader)).ThenNothing();

    [Fact]
    public void CallRoll_OnDuty_SaysWhereAndStartsAnew()
    {
        var after = Given(new GroupDecider(), "order", SignedIn)
            .When(new CallRoll(Leader, new("hall")), At(9, 20))
            .ThenEvents(new RollCalled(Order, Leader, new("hall"), At(9, 50)));

        Assert.Equal([new Deadline("roll:order-01", At(9, 50))], after.History.Deadlines);
    }

    [Fact]
    public void CallRoll_OffDuty_IsRefused() =>
        Given(new GroupDecider(), "order")
            .When(new CallRoll(Leader, new("hall")))
            .ThenRejected(Rejections.MemberOffDuty);

    [Fact]
    public void CallRoll_FromAZoneThatThePlanDoesNotHave_IsRefused() =>
        Given(new GroupDecider(), "order", SignedIn)
            .When(new CallRoll(Leader, new("roof")))
            .ThenRejected("not-found", "zone");

    [Fact]
    public void RollCall_Missed_IsAmberThenRedThenSilent()
    {
        var amber = Given(new GroupDecider(), "order", SignedIn)
            .WhenDue("roll:order-01")
            .ThenEvents(new RollMissed(Order, Leader, false, At(9, 35)));
        var red = amber.History
            .WhenDue("roll:order-01")
            .ThenEvents(new RollMissed(Order, Leader, true, null));

        Assert.Empty(red.History.Deadlines);
    }

    [Fact]
    public void RollCall_ReportedAfterRed_IsInTimeAgain()
    {
        var red = new RollMissed(Order, Leader, true, null);
        var after = Given(new GroupDecider(), "order", SignedIn, red)
            .When(new CallRoll(Leader, new("gate")), Now)
            .ThenEvents(new RollCalled(Order, Leader, new("gate"), At(10, 30)));

        after.History.WhenDue("roll:order-01").ThenEvents(new RollMissed(Order, Leader, false, At(10, 35)));
    }

    [Fact]
    public void RollCall_DeadlineThatNoLongerHolds_DoesNothing() =>
        Given(new GroupDecider(), "order", SignedIn, new RollCalled(Order, Leader, new("hall"), At(9, 50)))
            .When(new MeetDeadline("roll:order-01", At(9, 30)), At(9, 30))
            .ThenNothing();

    [Fact]
    public void RollCall_MissedAfterTheDay_DoesNothing() =>
        Given(new GroupDecider(), "order", SignedIn).In(OperationPhase.Closed).WhenDue("roll:order-01").ThenNothing();
}
