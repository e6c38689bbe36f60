using CommandCenter.Boards.Groups;
using CommandCenter.Boards.Meetings;
using CommandCenter.Boards.Tests.Histories;
using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Meetings;

namespace CommandCenter.Boards.Tests.Meetings;

public sealed class MeetingsBoardTests
{
    private static readonly MeetingHeld Huddle = new(
        new("m1"), MeetingType.DailyHuddle, "平稳", [new("增设隔离带", new("order"), SmallHall.At(12, 0))], ["增加座椅"]);

    [Fact]
    public void Meeting_ShowsWhatBecameOfDecisionsAndSuggestions()
    {
        var story = Story.Founded().At(10, 0).By("commander").Tell(Huddle);
        Assert.Equal((null, null), Now());

        story.Tell(
            new AssignmentSent(new("order"), new("m1-1"), "增设隔离带", SmallHall.At(12, 0), null, new("m1"), "commander"),
            new CaseRegistered(new("m1-s1"), CaseCategory.Suggestion, CaseChannel.Meeting, null, "增加座椅", CaseKind.Complex, new("commander"), SmallHall.At(16, 0)),
            new AssignmentDone(new("order"), new("m1-1"), "order-leader", "已增设"),
            new CaseAnswered(new("m1-s1"), "已增加", new("c12")));

        Assert.Equal((AssignmentStage.Done, SmallHall.At(10, 0)), Now());

        (AssignmentStage?, DateTimeOffset?) Now()
        {
            var meeting = Assert.Single(story.Read<MeetingsBoard>("meetings").Meetings);
            return (meeting.Decisions.Single().Stage, meeting.Suggestions.Single().AnsweredAt);
        }
    }

    [Fact]
    public void Meetings_NewestFirst()
    {
        var story = Story.Founded().Tell(Huddle, Huddle with { Meeting = new("m2"), Type = MeetingType.RiskReview });

        Assert.Equal(["m2", "m1"], story.Read<MeetingsBoard>("meetings").Meetings.Select(static m => m.Meeting.Value));
    }
}
