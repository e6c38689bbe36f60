using System.Collections.Immutable;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Meetings;

namespace CommandCenter.Domain.Tests.Meetings;

public sealed class MeetingTests : DeciderTest
{
    private static readonly MeetingDecision Decision = new("增设隔离带", new("order"), At(12, 0));
    private static readonly HoldMeeting Hold = new(MeetingType.DailyHuddle, "情况平稳", [Decision], ["延长午间服务"]);
    private static readonly MeetingHeld Held = new(new("m1"), MeetingType.DailyHuddle, "情况平稳", [Decision], ["延长午间服务"]);

    private static History Meeting(params IEvent[] events) => Given(new MeetingDecider(), "m1", events);

    [Fact]
    public void Hold_Once_IsRecorded() => Meeting().When(Hold).ThenEvents(Held);

    [Fact]
    public void Hold_WithoutDecisionsAndSuggestions_IsRecorded() =>
        Meeting()
            .When(Hold with { Decisions = default, Suggestions = default })
            .ThenEvents(Held with { Decisions = [], Suggestions = [] });

    [Fact]
    public void Hold_SameAgain_DoesNothing() =>
        Meeting(Held).When(Hold with { Decisions = [Decision with { }] }).ThenNothing();

    [Fact]
    public void Hold_OtherUnderTheSameId_IsRefused() =>
        Meeting(Held).When(Hold with { Suggestions = [] }).ThenRejected(Rejections.MeetingHeldAlready);

    [Fact]
    public void Hold_MinutesOfTenTexts_AreAccepted() =>
        Meeting().When(Hold with { Minutes = new('记', 5000) }).ThenOne<MeetingHeld>();

    [Fact]
    public void Hold_MinutesBeyondTenTexts_AreRefused() =>
        Assert.Equal("5000", Meeting().When(Hold with { Minutes = new('记', 5001) }).ThenRejected("text-too-long", "minutes").Detail);

    [Fact]
    public void Hold_DecisionForAnUnknownGroup_IsRefused() =>
        Meeting()
            .When(Hold with { Decisions = [Decision, Decision with { Group = new("police") }] })
            .ThenRejected("not-found", "decisions[1].group");

    [Fact]
    public void Hold_DecisionDueNow_IsRefused() =>
        Meeting()
            .When(Hold with { Decisions = [Decision with { Due = Now }] }, Now)
            .ThenRejected("in-the-past", "decisions[0].due");

    [Fact]
    public void Hold_MissingDecision_IsRefused() =>
        Meeting().When(Hold with { Decisions = [null!] }).ThenRejected("required", "decisions[0]");

    [Fact]
    public void Hold_BlankSuggestion_IsRefused() =>
        Meeting().When(Hold with { Suggestions = ["延长", ""] }).ThenRejected("required", "suggestions[1]");

    [Fact]
    public void Hold_MoreThanAHundredSuggestions_IsRefused() =>
        Meeting()
            .When(Hold with { Suggestions = [.. Enumerable.Repeat("延长", 101)] })
            .ThenRejected("out-of-range", "suggestions");

    [Fact]
    public void Hold_IdWithoutRoomForWhatFollows_IsRefused() =>
        Given(new MeetingDecider(), new string('m', 60)).When(Hold).ThenRejected("text-too-long", "meeting");

    [Fact]
    public void Hold_LongestId_LeavesRoomForEveryCase()
    {
        var meeting = new string('m', 59);
        ImmutableArray<string> suggestions = [.. Enumerable.Repeat("延长", 100)];
        var held = Given(new MeetingDecider(), meeting).When(Hold with { Suggestions = suggestions }).ThenOne<MeetingHeld>();

        Assert.True(IdSyntax.IsValid($"{held.Meeting}-s{held.Suggestions.Length}"));
    }
}
