using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;

namespace CommandCenter.Domain.Tests.Operations;

public sealed class PhaseTests : OperationTest
{
    private static readonly IEvent[] ToReady = [.. Confirmed(OpenItems), new OperationReady()];

    [Fact]
    public void Suspend_Open_StopsWithItsSentence() =>
        Operation(Opened).When(new SuspendOperation("请稍候"), actor: "commander").ThenEvents(Suspended);

    [Fact]
    public void Suspend_WithoutSentence_IsRefused() =>
        Operation(Opened).When(new SuspendOperation("")).ThenRejected("required", "sentence");

    [Fact]
    public void Resume_BySomebodyElse_GoesOn() =>
        Operation(Opened, Suspended).When(new ResumeOperation(), actor: "supervisor").ThenEvents(new OperationResumed());

    [Theory]
    [InlineData("commander")]
    [InlineData("policy:x")]
    [InlineData("system:deadline")]
    public void Resume_ByWhoSuspendedOrByNobody_IsRefused(string actor) =>
        Operation(Opened, Suspended).When(new ResumeOperation(), actor: actor).ThenRejected(Rejections.SecondPersonNeeded);

    [Fact]
    public void Resume_SuspendedAgainByAnother_CountsTheLastOne()
    {
        var again = Operation(Opened, Suspended, new OperationResumed(), Suspended with { By = new Actor("supervisor") });

        again.When(new ResumeOperation(), actor: "supervisor").ThenRejected(Rejections.SecondPersonNeeded);
        again.When(new ResumeOperation(), actor: "commander").ThenEvents(new OperationResumed());
    }

    [Fact]
    public void BeginClosing_Open_Closes() => Operation(Opened).When(new BeginClosing()).ThenEvents(new OperationClosing());

    [Fact]
    public void Close_Closing_IsOver() =>
        Operation(Opened, new OperationClosing()).When(new CloseOperation()).ThenEvents(new OperationClosed());

    [Fact]
    public void BeginClosingAndClose_Twice_DoNothing()
    {
        Operation(Opened, new OperationClosing()).When(new BeginClosing()).ThenNothing();
        Operation(Opened, new OperationClosing(), new OperationClosed()).When(new CloseOperation()).ThenNothing();
    }

    /// <summary>Which commands are good in which phase; all else is refused with the phase.</summary>
    public static TheoryData<OperationPhase, string> Good => new()
    {
        { OperationPhase.Preparing, "" },
        { OperationPhase.Ready, "open" },
        { OperationPhase.Open, "suspend closing" },
        { OperationPhase.Suspended, "resume" },
        { OperationPhase.Closing, "close closing" },
        { OperationPhase.Closed, "close" },
    };

    [Theory]
    [MemberData(nameof(Good))]
    public void Command_InEachPhase_OnlyTheGoodOnesAreTaken(OperationPhase phase, string good)
    {
        var commands = new Dictionary<string, ICommand>
        {
            ["open"] = new OpenOperation(null), ["suspend"] = new SuspendOperation("请稍候"), ["resume"] = new ResumeOperation(),
            ["closing"] = new BeginClosing(), ["close"] = new CloseOperation(),
        };

        foreach (var (name, command) in commands)
        {
            var decision = In(phase).When(command, actor: "supervisor").Decision;

            var expected = good.Split(' ').Contains(name) ? null
                : phase == OperationPhase.Preparing && name == "open" ? Rejections.ReadinessOpen.Code
                : Rejections.WrongPhase.Code;
            Assert.Equal((name, expected), (name, decision.Rejection?.Code));
        }
    }

    [Fact]
    public void Frame_FollowsEveryPhase()
    {
        IEvent[] day = [.. Founding, new OperationReady(), Opened, Suspended, new OperationResumed(), new OperationClosing(), new OperationClosed()];
        var frame = OperationFrame.Empty;

        var phases = day.Select(e => (frame = frame.Apply(e)).Phase).ToList();

        Assert.Equal(
            [
                OperationPhase.Preparing, OperationPhase.Preparing, OperationPhase.Preparing, OperationPhase.Ready, OperationPhase.Open,
                OperationPhase.Suspended, OperationPhase.Open, OperationPhase.Closing, OperationPhase.Closed,
            ],
            phases);
        Assert.Equal(OperationMode.Live, frame.Mode);
        Assert.Equal("试点安置", frame.Plan.Name.Zh);
    }

    private static History In(OperationPhase phase) => Operation(phase switch
    {
        OperationPhase.Preparing => [],
        OperationPhase.Ready => ToReady,
        OperationPhase.Open => [Opened],
        OperationPhase.Suspended => [Opened, Suspended],
        OperationPhase.Closing => [Opened, new OperationClosing()],
        _ => [Opened, new OperationClosing(), new OperationClosed()],
    });
}
