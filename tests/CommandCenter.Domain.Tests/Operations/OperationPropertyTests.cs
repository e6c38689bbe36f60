using CommandCenter.Domain.Operations;

namespace CommandCenter.Domain.Tests.Operations;

public sealed class OperationPropertyTests
{
    private static readonly (OperationPhase From, OperationPhase To)[] Ways =
    [
        (OperationPhase.Preparing, OperationPhase.Ready), (OperationPhase.Preparing, OperationPhase.Open),
        (OperationPhase.Ready, OperationPhase.Open), (OperationPhase.Open, OperationPhase.Suspended),
        (OperationPhase.Suspended, OperationPhase.Open), (OperationPhase.Open, OperationPhase.Closing),
        (OperationPhase.Closing, OperationPhase.Closed), (OperationPhase.Ready, OperationPhase.Preparing),
    ];

    private static IEnumerable<ICommand> Commands() =>
    [
        .. Enumerable.Repeat<ICommand>(
            new CreateOperation(new("demo"), OperationMode.Live, TestPlans.Small(), "p", 199, 638, "h", 236, "u"), 5),
        .. Readiness.Items(TestPlans.Small()).Select(static i => new ConfirmReadiness(i)),
        new WithdrawReadiness("power"), new OpenOperation(null), new OpenOperation("赶时间"), new OpenOperation("赶时间"), new SuspendOperation("请稍候"), new SuspendOperation("请稍候"),
        new ResumeOperation(), new ResumeOperation(), new ResumeOperation(), new BeginClosing(), new CloseOperation(),
    ];

    [Fact]
    public void AnyHistory_PhasesGoOnlyTheirWays_AndTheFrameWithThem()
    {
        var frame = OperationFrame.Empty;
        new RandomHistory(new OperationDecider(), "self", OperationMode.Live, [.. Commands()]).Check<OperationState>((before, e, after) =>
        {
            frame = (before.Id is null ? OperationFrame.Empty : frame).Apply(e);
            Assert.True(before.Phase == after.Phase || Ways.Contains((before.Phase, after.Phase)), $"{before.Phase} → {after.Phase}");
            Assert.Equal(after.Phase, frame.Phase);
            Assert.Equal(after.Phase == OperationPhase.Suspended, after.SuspendedBy is not null);
            Assert.True(e is ReadinessWithdrawn || before.Confirmed.IsSubsetOf(after.Confirmed));
        });
    }
}
