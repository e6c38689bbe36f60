using CommandCenter.Boards.Drills;
using CommandCenter.Boards.Tests.Histories;
using CommandCenter.Domain.Drills;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;

namespace CommandCenter.Boards.Tests.Drills;

/// <summary>A day held against the times of a drill.</summary>
public sealed class YardstickTests
{
    private static readonly PlaybookId Crowding = new("crowding");

    [Fact]
    public void Measured_HalfOfTheIncidentsOfATypeWereReachedWithin_ConfidentialOnesLeftOut()
    {
        var story = Story.Founded();
        Raise(story, "i1", 9, 0, reached: 3);
        Raise(story, "i2", 10, 0, reached: 5);
        Raise(story, "i3", 11, 0, reached: 9);
        Raise(story, "i4", 12, 0, reached: 50, confidential: true);

        Assert.Equal(new Measured(Crowding, null, SmallHall.Plan.FindPlaybook(Crowding)!.Name, 300, 3), Assert.Single(Board(story).Measured));
    }

    [Fact]
    public void Yardstick_TheNewestIncidentOfTheTypeTakesLonger_IsExceeded_AlsoBeforeAnybodyIsThere()
    {
        var story = Story.Founded().At(9, 0).By("director").Tell(new YardstickChosen(Crowding, null, 250, new("drill-1"), "director"));
        Assert.Equal((null, false), (Only(story).Now, Only(story).IsExceeded));

        Raise(story, "i1", 9, 10, reached: 3);
        Assert.Equal((180, false), (Only(story).Now, Only(story).IsExceeded));

        Raise(story, "i2", 9, 30, reached: null);
        story.At(9, 35).By("order-leader").Tell(new IncidentAcknowledged(new("i2"), "order-leader", SmallHall.At(9, 45)));
        Assert.Equal((300, true), (Only(story).Now, Only(story).IsExceeded));
    }

    [Fact]
    public void Yardstick_Dropped_IsGone()
    {
        var story = Story.Founded().At(9, 0).By("director").Tell(
            new YardstickChosen(Crowding, null, 250, new("drill-1"), "director"), new YardstickDropped(Crowding, null, "director"));

        Assert.Empty(Board(story).Yardsticks);
    }

    private static void Raise(Story story, string id, int hour, int minute, int? reached, bool confidential = false)
    {
        var at = SmallHall.At(hour, minute);
        story.At(hour, minute).By("order-gate").Tell(new IncidentRaised(
            new(id), Crowding, new("gate"), 2, "拥挤", null, "order-gate", new("order"), confidential, [], at.AddMinutes(1), at.AddMinutes(5), at.AddMinutes(30)));
        if (reached is { } minutes)
        {
            story.At(hour, minute + minutes).By("order-leader").Tell(new IncidentOnScene(new(id), "order-leader"));
        }
    }

    private static Yardstick Only(Story story) => Assert.Single(Board(story).Yardsticks);

    private static DrillBoard Board(Story story) => (DrillBoard)story.Boards.Read(TopicNames.Drill)!.Data;
}
