using CommandCenter.Boards.Reports;
using CommandCenter.Boards.Tests.Histories;
using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Meetings;

namespace CommandCenter.Boards.Tests.Reports;

public sealed class ReportBoardTests
{
    private const string First = "report:2026-05-18";
    private const string Second = "report:2026-05-19";

    [Fact]
    public void Day_CountsWhatHappened_EachNumberWithItsEntries()
    {
        var story = Story.Founded().At(9, 0).Tell(Line.CheckIn(1, 1), Line.CheckIn(2, 1)).Tell(new JourneyCompleted(Line.H(1), false, 0));

        var day = story.Read<DayReport>(First);
        Assert.Equal((2, 1), (Figure(day, FigureKind.CheckedIn), Figure(day, FigureKind.Done)));
        var entries = day.Figures.Single(static f => f.Kind == FigureKind.CheckedIn).Entries;
        Assert.All(entries, sequence => Assert.IsType<HouseholdCheckedIn>(story.Entries[(int)sequence - 1].Event));
    }

    [Fact]
    public void Order_KeptAfterItsTime_IsKeptLate_AndWentLate()
    {
        var story = Story.Founded().At(9, 0)
            .Tell(Sent("a1", 10), Sent("a2", 12))
            .At(10, 0).Tell(new AssignmentOverdue(new("order"), new("a1"), 1, "order-01", null), new AssignmentOverdue(new("order"), new("a1"), 2, "order-02", null))
            .At(10, 30).Tell(new AssignmentDone(new("order"), new("a1"), "order-leader", "已办"));

        Assert.Equal((2, 1, 1, 1, 1), Row(story, First, PromiseKind.Order));
        var owed = Assert.Single(story.Read<DayReport>(First).Unfinished);
        Assert.Equal(("order/a2", "疏导", "秩序", false), (owed.Subject, owed.Text.Zh, owed.Owner.Zh, owed.IsLate));
    }

    [Fact]
    public void Promise_KeptOnTheNextDay_WasOwedOnTheFirst()
    {
        var story = Story.Founded().At(9, 0).Tell(Registered("c1"))
            .At(17, 0).Tell(new CaseOverdue(new("c1"), 1, new("reception"), null))
            .NextDay(9, 0).Tell(new CaseAnswered(new("c1"), "已答复", new("c12")));

        Assert.Equal((1, 0, 0, 1, 1), Row(story, First, PromiseKind.Case));
        Assert.Equal((0, 1, 1, 0, 0), Row(story, Second, PromiseKind.Case));
        Assert.True(Assert.Single(story.Read<DayReport>(First).Unfinished).IsLate);
        Assert.Empty(story.Read<DayReport>(Second).Unfinished);
        var together = story.Read<ReportBoard>("report").Together.Promises.Single(static p => p.Kind == PromiseKind.Case);
        Assert.Equal((1, 1, 1, 1, 0), (together.Made.Length, together.Kept.Length, together.KeptLate.Length, together.Missed.Length, together.Open.Length));
    }

    [Fact]
    public void Case_OpenedAgain_IsANewPromise()
    {
        var story = Story.Founded().At(9, 0).Tell(Registered("c1"), new CaseAnswered(new("c1"), "已答复", new("c12")))
            .Tell(new CaseReopened(new("c1"), "有异议", 1, SmallHall.At(17, 0)));

        Assert.Equal((2, 1, 0, 0, 1), Row(story, First, PromiseKind.Case));
    }

    [Fact]
    public void Decision_OfAMeeting_CountsAsSuch_AndTheMeetingIsListed()
    {
        var story = Story.Founded().At(9, 0)
            .Tell(new MeetingHeld(new("m1"), MeetingType.DailyHuddle, "平稳", [new("疏导", new("order"), SmallHall.At(12, 0))], []))
            .Tell(Sent("m1-1", 12) with { Meeting = new("m1") });

        Assert.Equal((1, 0, 0, 0, 1), Row(story, First, PromiseKind.Decision));
        Assert.Equal((0, 0, 0, 0, 0), Row(story, First, PromiseKind.Order));
        Assert.Equal("m1", Assert.Single(story.Read<DayReport>(First).Meetings).Meeting.Value);
    }

    [Fact]
    public void Incident_Unresolved_IsOwedByItsGroup_WithoutItsText()
    {
        var playbook = SmallHall.Plan.Playbooks[1];
        var story = Story.Founded().At(9, 0).Tell(new IncidentRaised(
            new("i1"), playbook.Id, new("gate"), 2, "不宜公开", null, "reception", new("service"), true, [], SmallHall.At(9, 5), SmallHall.At(9, 10), SmallHall.At(10, 0)));

        var owed = Assert.Single(story.Read<DayReport>(First).Unfinished);
        Assert.Equal(("上访 · 南门", "服务", SmallHall.At(10, 0)), (owed.Text.Zh, owed.Owner.Zh, owed.Due));
    }

    [Fact]
    public void Founding_Alone_MakesNoDay() => Assert.Empty(Story.Founded().Read<ReportBoard>("report").Days);

    private static int Figure(DayReport day, FigureKind kind) => day.Figures.Single(f => f.Kind == kind).Count;

    private static (int Made, int Kept, int KeptLate, int Missed, int Open) Row(Story story, string topic, PromiseKind kind)
    {
        var row = story.Read<DayReport>(topic).Promises.Single(p => p.Kind == kind);
        return (row.Made.Length, row.Kept.Length, row.KeptLate.Length, row.Missed.Length, row.Open.Length);
    }

    private static AssignmentSent Sent(string id, int dueHour) => new(new("order"), new(id), "疏导", SmallHall.At(dueHour, 0), null, null, "commander");

    private static CaseRegistered Registered(string id) => new(
        new(id), CaseCategory.Complaint, CaseChannel.Reception, Line.H(2), "等候太久", CaseKind.Simple, new("reception"), SmallHall.At(17, 0));
}
