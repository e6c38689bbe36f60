using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Tests.Operations;

public sealed class FoundingTests : OperationTest
{
    private static readonly CreateOperation Create = new(
        new("demo"), OperationMode.Live, TestPlans.Small(), "plan-hash", 199, 638, "households-hash", 236, "units-hash");

    [Fact]
    public void Create_Nothing_FreezesPlanAndListsWithTheirHashes() =>
        Given(new OperationDecider(), "self").When(Create).ThenEvents(Founding);

    [Fact]
    public void Create_Again_IsRefused() => Operation().When(Create).ThenRejected(Rejections.OperationExists);

    [Fact]
    public void Command_BeforeFounding_IsRefused()
    {
        var nothing = Given(new OperationDecider(), "self");

        Assert.All(
            new ICommand[]
            {
                new ConfirmReadiness("lists"), new WithdrawReadiness("lists"), new OpenOperation("赶时间"), new SuspendOperation("请稍候"), new ResumeOperation(),
                new BeginClosing(), new CloseOperation(),
            },
            c => nothing.When(c).ThenRejected(Rejections.OperationNotFounded));
    }

    [Fact]
    public void Create_PlanWithoutSelection_IsRefused() =>
        RefusedFor(static p => p with { Steps = p.Steps.RemoveAll(static s => s.Kind == ServiceKind.Selection) }, "required", "plan.steps");

    [Fact]
    public void Create_WindowOfAnUnknownStep_IsRefused() =>
        RefusedFor(static p => p with { Windows = [new(new("w1"), new("一", "1"), [new("cooking")])] }, "not-found", "plan.windows.steps");

    [Fact]
    public void Create_PlanWithoutSeverities_IsRefused() =>
        RefusedFor(static p => p with { Severities = [] }, "required", "plan.severities");

    private static void RefusedFor(Func<Plan, Plan> change, string code, string field) =>
        Given(new OperationDecider(), "self").When(Create with { Plan = change(TestPlans.Small()) }).ThenRejected(code, field);
}
