using CommandCenter.Boards.Flow;
using CommandCenter.Boards.Tests.Histories;
using CommandCenter.Boards.Windows;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Boards.Tests.Flow;

public sealed class FlowBoardTests
{
    private const string Step = "verification";

    [Fact]
    public void Step_ShowsCountsWindowsAndTimes()
    {
        var story = Story.Founded()
            .At(9, 0).Tell(Line.Open(1, Step))
            .Tell(Nine(0).Issue(Step, 1, 1), Nine(0).Issue(Step, 2, 2), Nine(0).Issue(Step, 3, 3))
            .At(9, 10).Tell(Nine(10).Call(Step, 1, 1, 1)).Tell(Nine(10).Start(Step, 1, 1, 1))
            .At(9, 14).Tell(Line.Complete(Step, 1, 1, 1, Nine(10)))
            .At(9, 24).Tell(Nine(24).Call(Step, 2, 2, 1)).Tell(Nine(24).Start(Step, 2, 2, 1))
            .At(9, 30).Tell(Nine(30).Issue(Step, 4, 4));

        var flow = story.Read<FlowBoard>("flow");

        Assert.Equal(["verification", "selection", "signing", "settlement", "consultation"], flow.Steps.Select(static s => s.Step.Value));
        var step = flow.Steps[0];
        Assert.Equal((2, 0, 1, 1), (step.Waiting, step.Called, step.InService, step.Served));
        Assert.Equal(Nine(0), step.OldestSince);
        Assert.Equal((360, 240, 1200), (step.PlannedServiceSeconds, step.MeanServiceSeconds, step.WaitTargetSeconds));
        Assert.Equal((600, 1440, 0.5), (step.WaitP50Seconds, step.WaitP90Seconds, step.WithinTarget));
        Assert.Equal<FlowWindow>(
            [
                new(Line.W(1), SmallHall.Both("1 号窗口", "Window 1"), WindowStatus.Open, WindowPhase.Serving, "V002"),
                new(Line.W(2), SmallHall.Both("2 号窗口", "Window 2"), WindowStatus.Closed, WindowPhase.Free, null),
            ],
            step.Windows);
    }

    [Fact]
    public void Backlog_TakesThePlansTime_UntilThereAreFiveServices()
    {
        var story = Story.Founded(20).Tell(Line.Open(1, Step), Line.Open(2, Step));
        for (var n = 1; n <= 14; n++)
        {
            story.Tell(Nine(0).Issue(Step, n, n));
        }

        Assert.Equal(14 * 6 / 2d, Verification(story).BacklogMinutes);

        for (var n = 1; n <= 4; n++)
        {
            Serve(n);
        }

        Assert.Equal(10 * 6 / 2d, Verification(story).BacklogMinutes);

        Serve(5);
        Assert.Equal(9 * 2 / 2d, Verification(story).BacklogMinutes);

        void Serve(int n) => story
            .At(10, 0).Tell(Nine(0).Call(Step, n, n, 1)).Tell(SmallHall.At(10, 0).Start(Step, n, n, 1))
            .At(10, 2).Tell(Line.Complete(Step, n, n, 1, SmallHall.At(10, 0)));
    }

    [Fact]
    public void Narrowest_IsTheLargestBacklog()
    {
        var story = Story.Founded().Tell(Line.Open(1, Step), Line.Open(5, "signing"))
            .Tell(Nine(0).Issue(Step, 1, 1), Nine(0).Issue("signing", 1, 2), Nine(0).Issue("signing", 2, 3));

        Assert.Equal([("signing", 12d)], Narrowest(story));
    }

    [Fact]
    public void Narrowest_WhereNoWindowIsOpen_ComesBeforeAnyBacklog()
    {
        var story = Story.Founded().Tell(Line.Open(5, "signing"))
            .Tell(Nine(0).Issue("signing", 1, 2), Nine(0).Issue("signing", 2, 3), Nine(0).Issue("settlement", 1, 1));

        Assert.Equal([("settlement", null)], Narrowest(story));
    }

    [Fact]
    public void Narrowest_WhileNobodyWaits_IsNone() => Assert.Empty(Narrowest(Story.Founded().Tell(Line.Open(1, Step))));

    [Fact]
    public void Window_OpenForAnotherStep_CountsThere()
    {
        var story = Story.Founded().Tell(Line.Open(6, "consultation"));

        var flow = story.Read<FlowBoard>("flow");

        Assert.Empty(flow.Steps.Single(static s => s.Step.Value == "settlement").Windows);
        Assert.Equal(["w6"], flow.Steps.Single(static s => s.Step.Value == "consultation").Windows.Select(static w => w.Window.Value));

        story.Tell(new WindowClosed(Line.W(6), Line.Step("consultation")));
        Assert.Single(story.Read<FlowBoard>("flow").Steps.Single(static s => s.Step.Value == "settlement").Windows);
    }

    [Fact]
    public void Wait_OfATicketServedTwice_CountsOnce_FromItsIssue()
    {
        var story = Story.Founded().Tell(Nine(0).Issue(Step, 1, 1))
            .Tell(Nine(5).Call(Step, 1, 1, 1)).Tell(Nine(5).Start(Step, 1, 1, 1))
            .Tell(new Domain.Queues.TicketHeld(Line.T(Step, 1), Line.Step(Step), Line.H(1), Line.W(1), "缺材料"))
            .Tell(Nine(30).Call(Step, 1, 1, 1, Domain.Queues.CallKind.Resumed)).Tell(Nine(30).Start(Step, 1, 1, 1));

        Assert.Equal((300, 300, 1d), (Verification(story).WaitP50Seconds, Verification(story).WaitP90Seconds, Verification(story).WithinTarget));
    }

    private static DateTimeOffset Nine(int minute) => SmallHall.At(9, minute);

    private static FlowStep Verification(Story story) => story.Read<FlowBoard>("flow").Steps[0];

    private static IEnumerable<(string, double?)> Narrowest(Story story) =>
        story.Read<FlowBoard>("flow").Steps.Where(static s => s.Narrowest).Select(static s => (s.Step.Value, s.BacklogMinutes));
}
