using CommandCenter.Domain.Drills;

namespace CommandCenter.Domain.Tests.Drills;

public sealed class ImprovementTests : DrillTest
{
    private static readonly NoteImprovement Signs = new("增设引导牌", new("order"), At(18, 0));
    private static readonly ImprovementNoted Noted = new(1, Signs.Text, Signs.Owner, Signs.Due, "observer");

    [Fact]
    public void Note_AlsoAfterTheEnd_IsNumbered()
    {
        var first = Running(Ended).When(Signs, Now, "observer").ThenEvents(Noted);

        first.History.When(Signs, Now, "observer").ThenEvents(Noted with { No = 2 });
    }

    [Fact]
    public void Note_WithoutADrill_IsRefused() => Drill().When(Signs).ThenRejected(Rejections.DrillNotPrepared);

    [Fact]
    public void Note_UnknownOwner_IsRefused() => Running().When(Signs with { Owner = new("police") }).ThenRejected("not-found", "owner");

    [Fact]
    public void Finish_OnceWithAnAnswer_IsDone()
    {
        var done = Running(Noted).When(new FinishImprovement(1, "已增设"), Now, "commander").ThenEvents(new ImprovementDone(1, "已增设", "commander"));

        done.History.When(new FinishImprovement(1, "已增设")).ThenNothing();
        done.History.When(new FinishImprovement(1, "换了位置")).ThenRejected(Rejections.ImprovementDoneAlready);
    }

    [Fact]
    public void Finish_UnknownOrWithoutAnAnswer_IsRefused()
    {
        Running(Noted).When(new FinishImprovement(2, "已增设")).ThenRejected("not-found", "no");
        Running(Noted).When(new FinishImprovement(1, " ")).ThenRejected("required", "answer");
    }
}
