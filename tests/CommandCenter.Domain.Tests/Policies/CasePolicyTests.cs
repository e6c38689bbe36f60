using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Entitlements;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Policies;

namespace CommandCenter.Domain.Tests.Policies;

public sealed class CasePolicyTests : PolicyTest
{
    private static readonly CaseId Difference = new("diff-h001");

    private static readonly UnitLost Lost = new(new("h001"), new("1-101"), "登记有误", new WorkedDifference([], 0m, 0m, 0m));

    private static readonly CaseRegistered Registered = new(
        Difference, CaseCategory.PriceDifference, CaseChannel.Window, new HouseholdId("h001"), "选房后结算差价", CaseKind.Simple,
        new("commander"), TestPlans.At(17, 0));

    [Fact]
    public void UnitLost_DifferenceAnsweredBefore_OpensItAgain()
    {
        var reaction = Assert.Single(React(new UnitLostReopensCase(), Lost));

        Assert.Equal(new(GrainAddress.Of(Difference), new ReopenCase("登记有误")), reaction);
        Deliver(reaction, Registered, new CaseAnswered(Difference, "已结清", new("c20")))
            .ThenEvents(new CaseReopened(Difference, "登记有误", 1, TestPlans.At(17, 0)));
    }

    [Fact]
    public void UnitLost_DifferenceStillOpen_LeavesItAsItIs() =>
        Deliver(React(new UnitLostReopensCase(), Lost)[0], Registered).ThenRejected(Rejections.CaseOpenYet);
}
