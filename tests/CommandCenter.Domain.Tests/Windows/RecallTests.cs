using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Domain.Tests.Windows;

/// <summary>120 s to appear, two recalls 60 s apart, then the pass: 240 s in all, whoever presses what.</summary>
public sealed class RecallTests : WindowTest
{
    [Fact]
    public void Due_NobodyCame_RecallsAMinuteApartAndThenPasses()
    {
        var once = Window(Opened, Seated).WhenDue("call").ThenEvents(Recalled(1, At(10, 3)));
        var twice = once.History.WhenDue("call").ThenEvents(Recalled(2, At(10, 4)));
        var passed = twice.History.WhenDue("call").ThenEvents(Missed);

        Assert.Empty(passed.History.Deadlines);
    }

    [Fact]
    public void Due_OfAnEarlierRecall_DoesNothing() =>
        Window(Opened, Seated, Recalled(1, At(10, 3))).When(new MeetDeadline("call", At(10, 2))).ThenNothing();

    [Fact]
    public void Due_HouseholdCame_IsNoLongerStated() => Assert.Empty(Window(Opened, Seated, Arrived).Deadlines);

    [Fact]
    public void Recall_ByHandEarly_AddsItsMinuteToWhatIsLeft() =>
        Window(Opened, Seated).When(new Recall(), At(10, 0)).ThenEvents(Recalled(1, At(10, 3)))
            .History.When(new Recall(), At(10, 0)).ThenEvents(Recalled(2, At(10, 4)));

    [Fact]
    public void Recall_AllMade_IsRefused() =>
        Window(Opened, Seated, Recalled(1, At(10, 3)), Recalled(2, At(10, 4))).When(new Recall()).ThenRejected(Rejections.NoRecallsLeft);

    [Fact]
    public void Recall_HouseholdThere_IsRefused() =>
        Window(Opened, Seated, Arrived).When(new Recall()).ThenRejected(Rejections.ArrivedAlready);

    [Fact]
    public void Pass_RecallsLeft_IsRefused() =>
        Window(Opened, Seated, Recalled(1, At(10, 3))).When(new Pass(), At(10, 30)).ThenRejected(Rejections.RecallsLeft);

    [Fact]
    public void Pass_RecallsMadeButTimeLeft_IsRefused()
    {
        var recalled = Window(Opened, Seated, Recalled(1, At(10, 3)), Recalled(2, At(10, 4)));

        recalled.When(new Pass(), At(10, 3)).ThenRejected(Rejections.RecallsLeft);
        recalled.When(new Pass(), At(10, 4)).ThenEvents(Missed);
    }

    [Fact]
    public void Pass_HouseholdThere_IsRefused() =>
        Window(Opened, Seated, Arrived).When(new Pass(), At(11, 0)).ThenRejected(Rejections.ArrivedAlready);

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Due_ThePlansOwnLimits_AreKept(int recalls)
    {
        var limits = new Limits { CallTimeout = TimeSpan.FromMinutes(5), Recalls = recalls, RecallInterval = TimeSpan.FromMinutes(2) };
        var history = Window(Opened).With(TestPlans.Small() with { Limits = limits }).When(Call, At(10, 0)).History;

        var made = 0;
        var last = history.WhenDue("call");
        for (; last.Decision.Events is [TicketRecalled]; last = last.History.WhenDue("call"))
        {
            made++;
        }

        Assert.Equal(recalls, made);
        last.ThenEvents(Missed);
    }
}
