using CommandCenter.Domain.Communication;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Policies;

namespace CommandCenter.Domain.Tests.Policies;

public sealed class CommunicationPolicyTests : PolicyTest
{
    private static readonly Plan Asking =
        TestPlans.Small() with { Readiness = [new(Readiness.Communication, new("通讯测试", "Communication"), new("service"))] };

    [Fact]
    public void CheckPassed_WhereThePlanListsTheItem_ConfirmsIt()
    {
        Assert.Equal(
            [new(GrainAddress.Operation, new ConfirmReadiness(Readiness.Communication))],
            React(new CommunicationCheckPassedConfirms(), new CommunicationCheckPassed(1), Asking));
        Assert.Empty(React(new CommunicationCheckPassedConfirms(), new CommunicationCheckPassed(1)));
    }

    [Fact]
    public void CheckStarted_WhereThePlanListsTheItem_OpensItAgain()
    {
        var started = new CommunicationCheckStarted(2, [new("reception")], 60, TestPlans.At(10, 1));

        Assert.Equal(
            [new(GrainAddress.Operation, new WithdrawReadiness(Readiness.Communication))],
            React(new CommunicationCheckStartedWithdraws(), started, Asking));
        Assert.Empty(React(new CommunicationCheckStartedWithdraws(), started));
    }
}
