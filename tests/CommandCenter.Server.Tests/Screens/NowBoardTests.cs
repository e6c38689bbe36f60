using System.Globalization;
using CommandCenter.Domain.Drills;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Queues;
using CommandCenter.Domain.Windows;
using CommandCenter.Server.Screens;

namespace CommandCenter.Server.Tests.Screens;

/// <summary>What must be decided now: how the day goes against the drill that its director chose as its yardstick.</summary>
public sealed class NowBoardTests
{
    private static readonly PlaybookId Crowd = new("crowd");
    private static readonly OperationId Drill = new("drill-1");

    [Theory]
    [InlineData("zh-Hans", "拥挤争执：到场比演练时慢", "现在 5:00，演练时 4:10")]
    [InlineData("en", "Crowding or scuffle: reached more slowly than in the drill", "now 5:00, in the drill 4:10")]
    public void Reached_MoreSlowlyThanInTheDrill_SaysBothTimes(string language, string text, string why)
    {
        CultureInfo.CurrentUICulture = new(language);
        var day = Raised(new ToldDay(OperationMode.Live).At(9, 0, new YardstickChosen(Crowd, null, 250, Drill, "drill-director")), 9, 10)
            .At(9, 15, new IncidentOnScene(new("i1"), "order-leader"), new IncidentResolved(new("i1"), new("order"), "order-leader", "已疏导"));

        var line = Assert.Single(NowBoard.Of(day.Boards, ToldDay.Plan).Lines, static l => l.List == "incidents");

        Assert.Equal((false, text, why, "5:00"), (line.Urgent, line.Text, line.Why, line.Figure));
    }

    [Fact]
    public void Reached_AsSoonAsInTheDrill_SaysNothing()
    {
        var day = Raised(new ToldDay(OperationMode.Live).At(9, 0, new YardstickChosen(Crowd, null, 300, Drill, "drill-director")), 9, 10)
            .At(9, 15, new IncidentOnScene(new("i1"), "order-leader"), new IncidentResolved(new("i1"), new("order"), "order-leader", "已疏导"));

        Assert.DoesNotContain(NowBoard.Of(day.Boards, ToldDay.Plan).Lines, static l => l.List == "incidents");
    }

    [Theory]
    [InlineData(360, true)]
    [InlineData(720, false)]
    public void Waits_LongerThanInTheDrill_AreALineThatOpensTheQueue(int inTheDrill, bool shown)
    {
        CultureInfo.CurrentUICulture = new("zh-Hans");
        var (step, household) = (new StepId("signing"), new HouseholdId("h001"));
        var day = new ToldDay(OperationMode.Live).At(9, 0, new YardstickChosen(null, step, inTheDrill, Drill, "drill-director"))
            .At(10, 0, new TicketIssued(new("t1"), "Q001", step, household, null, null, ToldDay.Moment(10, 0)))
            .At(10, 9, new ServiceStarted(new("w10"), step, new("t1"), "Q001", household, ToldDay.Moment(10, 9)));

        var lines = NowBoard.Of(day.Boards, ToldDay.Plan).Lines.Where(static l => l.List == "queue:signing").Select(static l => (l.Text, l.Why, l.Figure));

        Assert.Equal(shown ? [("签约：等候比演练时久", "现在 9:00，演练时 6:00", "9:00")] : [], lines);
    }

    private static ToldDay Raised(ToldDay day, int hour, int minute)
    {
        var at = ToldDay.Moment(hour, minute);
        return day.At(hour, minute, new IncidentRaised(
            new("i1"), Crowd, new("south-gate"), 3, "推挤", null, "order-gate", new("order"), false, [], at.AddMinutes(2), at.AddMinutes(10), at.AddMinutes(60)));
    }
}
