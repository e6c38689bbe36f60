using CommandCenter.Domain.Communication;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;

namespace CommandCenter.Domain.Tests.Communication;

public sealed class CommunicationTests : DeciderTest
{
    private static readonly PostId[] Two = [new("order-leader"), new("reception")];
    private static readonly CommunicationCheckStarted Started = new(1, [.. Two], 60, At(10, 1));

    private static History Line(params IEvent[] events) => Given(new CommunicationDecider(), "self", events);

    [Fact]
    public void Check_GoesToEveryPostButScreensAndThoseWhoWatchADrill()
    {
        var started = Assert.IsType<CommunicationCheckStarted>(Assert.Single(Line().When(new CheckCommunication(60)).Decision.Events));

        Assert.Equal((1, 60, At(10, 1)), (started.Check, started.Seconds, started.Until));
        Assert.Equal(
            TestPlans.Small().Posts.Select(static p => p.Id.Value).Except(["director", "observer"]).Order(), started.Posts.Select(static p => p.Value).Order());
    }

    [Fact]
    public void Check_WhileOneRuns_IsRefused() => Line(Started).When(new CheckCommunication(60)).ThenRejected(Rejections.CommunicationCheckRunning);

    [Fact]
    public void Check_AfterTheDay_IsRefused() =>
        Line().In(OperationPhase.Closed).When(new CheckCommunication(60)).ThenRejected(Rejections.OperationOver);

    [Fact]
    public void Seen_IsNotedOnce() =>
        Line(Started).When(new SeeCommunicationCheck(1), actor: "reception").ThenEvents(new CommunicationCheckSeen(1, new("reception")))
            .History.When(new SeeCommunicationCheck(1), actor: "reception").ThenNothing();

    [Fact]
    public void Answer_OfTheLastPostInTime_PassesTheCheckAndNothingIsDueAnyMore()
    {
        var one = Line(Started).When(new AnswerCommunicationCheck(1), actor: "reception")
            .ThenEvents(new CommunicationCheckAnswered(1, new("reception"), true)).History;

        var passed = one.When(new AnswerCommunicationCheck(1), actor: "order-leader")
            .ThenEvents(new CommunicationCheckAnswered(1, new("order-leader"), true), new CommunicationCheckPassed(1)).History;

        Assert.Empty(passed.Deadlines);
        passed.When(new AnswerCommunicationCheck(1), actor: "order-leader").ThenNothing();
    }

    [Fact]
    public void TimeUp_UnderWayWhenTheLastPostAnswered_SaysNothing_AlsoNotOfTheNextCheck()
    {
        var late = new MeetDeadline("check", Started.Until);
        var passed = Line(Started, new CommunicationCheckAnswered(1, new("reception"), true), new CommunicationCheckAnswered(1, new("order-leader"), true), new CommunicationCheckPassed(1));

        passed.When(late).ThenNothing();
        Line(Started, new CommunicationCheckPassed(1), Started with { Check = 2, Until = Started.Until.AddMinutes(5) }).When(late).ThenNothing();
    }

    [Fact]
    public void TimeUp_NamesThoseWhoAreSilent_AndALateAnswerIsRecordedAsLate()
    {
        var ended = Line(Started, new CommunicationCheckAnswered(1, new("reception"), true)).WhenDue("check")
            .ThenEvents(new CommunicationCheckEnded(1, [new("order-leader")])).History;

        ended.When(new AnswerCommunicationCheck(1), At(10, 3), "order-leader").ThenEvents(new CommunicationCheckAnswered(1, new("order-leader"), false));
    }

    [Fact]
    public void Answer_OfAPostThatWasNotAsked_OrOfAnotherCheck_IsRefused()
    {
        Line(Started).When(new AnswerCommunicationCheck(1), actor: "observer").ThenRejected(Rejections.NotYourPost);
        Line(Started).When(new AnswerCommunicationCheck(2), actor: "reception").ThenRejected("not-found", "check");
        Line(Started, new CommunicationCheckEnded(1, [.. Two]), Started with { Check = 2 })
            .When(new AnswerCommunicationCheck(1), actor: "reception").ThenRejected("not-found", "check");
    }

    [Fact]
    public void Check_Again_AsksAnew() =>
        Line(Started, new CommunicationCheckAnswered(1, new("reception"), true), new CommunicationCheckEnded(1, [new("order-leader")]), Started with { Check = 2 })
            .When(new AnswerCommunicationCheck(2), actor: "reception").ThenEvents(new CommunicationCheckAnswered(2, new("reception"), true));
}
