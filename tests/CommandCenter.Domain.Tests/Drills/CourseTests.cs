using CommandCenter.Domain.Drills;

namespace CommandCenter.Domain.Tests.Drills;

public sealed class CourseTests : DrillTest
{
    [Fact]
    public void Observe_AfterTheEnd_IsStillNoted() =>
        Running(Ended).When(new ObserveDrill(null, "频道混用", null), Now, "observer").ThenEvents(new DrillObserved(null, "频道混用", null, "observer"));

    [Fact]
    public void Start_Prepared_CountsFromNow()
    {
        var after = Drill(Prepared).When(new StartDrill(10), At(9, 0)).ThenEvents(Started);

        Assert.Equal([new Deadline("inject:crowd", At(9, 15))], after.History.Deadlines);
    }

    [Fact]
    public void Start_NotPrepared_IsRefused() =>
        Drill().When(new StartDrill(10)).ThenRejected(Rejections.DrillNotPrepared);

    [Fact]
    public void Start_TwiceAtTheSameSpeed_DoesNothing() => Running().When(new StartDrill(10)).ThenNothing();

    [Fact]
    public void Start_RunningAtAnotherSpeed_IsRefused() =>
        Running().When(new StartDrill(20)).ThenRejected(Rejections.DrillStartedAlready);

    [Theory]
    [InlineData("0")]
    [InlineData("60")]
    public void Start_SpeedAtTheBounds_IsAccepted(string speed) =>
        Drill(Prepared).When(new StartDrill(decimal.Parse(speed))).ThenOne<DrillStarted>();

    [Theory]
    [InlineData("-0.1")]
    [InlineData("60.1")]
    public void Start_SpeedBeyondTheBounds_IsRefused(string speed) =>
        Drill(Prepared).When(new StartDrill(decimal.Parse(speed))).ThenRejected("out-of-range", "speed");

    [Fact]
    public void PauseAndResume_Running_StopsAndGoesOn()
    {
        var paused = Running().When(new PauseDrill()).ThenEvents(Paused);
        paused.History.When(new PauseDrill()).ThenNothing();
        var resumed = paused.History.When(new ResumeDrill()).ThenEvents(new DrillResumed());
        resumed.History.When(new ResumeDrill()).ThenNothing();
    }

    [Fact]
    public void ChangeSpeed_WhileUnderWay_Changes()
    {
        var after = Running(Paused).When(new ChangeDrillSpeed(0)).ThenEvents(new DrillSpeedChanged(0));

        after.History.When(new ChangeDrillSpeed(0)).ThenNothing();
        after.History.When(new ChangeDrillSpeed(61)).ThenRejected("out-of-range", "value");
    }

    [Fact]
    public void Observe_PinnedToAnInject_KeepsTheScoreOfTheExercise() =>
        Running()
            .When(new ObserveDrill(CrowdId, "两分钟内到场", 4), Now, "observer")
            .ThenEvents(new DrillObserved(CrowdId, "两分钟内到场", 4, "observer"));

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public void Observe_ScoreBeyondOneToFive_IsRefused(int score) =>
        Running().When(new ObserveDrill(null, "两分钟内到场", score)).ThenRejected("out-of-range", "score");

    [Fact]
    public void Observe_UnknownInject_IsRefused() =>
        Running().When(new ObserveDrill(new("flood"), "两分钟内到场", null)).ThenRejected("not-found", "inject");

    [Fact]
    public void End_UnderWay_StopsEverything()
    {
        var after = Running().When(new EndDrill()).ThenEvents(Ended);

        Assert.Empty(after.History.Deadlines);
        after.History.When(new EndDrill()).ThenNothing();
    }

    [Fact]
    public void AnyCommand_BeforeTheStart_IsRefused() =>
        Assert.All(Directing(), static c => Drill(Prepared).When(c).ThenRejected(Rejections.DrillNotStarted));

    [Fact]
    public void AnyCommand_NotPrepared_IsRefused() =>
        Assert.All(Directing(), static c => Drill().When(c).ThenRejected(Rejections.DrillNotPrepared));

    [Fact]
    public void AnyCommand_AfterTheEnd_IsRefused() =>
        Assert.All(
            Directing().Where(static c => c is not EndDrill).Append(new StartDrill(10)),
            static c => Running(Ended).When(c).ThenRejected(Rejections.DrillOver));

    private static IEnumerable<ICommand> Directing() =>
    [
        new PauseDrill(), new ResumeDrill(), new ChangeDrillSpeed(5), new DeliverInject(CrowdId), new HoldInject(CrowdId),
        new CancelInject(CrowdId), new PostponeInjects(5), new EndDrill(),
    ];
}
