using CommandCenter.Boards.Forecasts;
using CommandCenter.Boards.Tests.Histories;
using CommandCenter.Domain.Forecasts;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Operations;

namespace CommandCenter.Boards.Tests.Forecasts;

public sealed class CalibrationTests
{
    private static readonly DateTimeOffset Nine = SmallHall.At(9, 0);

    [Fact]
    public void Calls_BandHoldsOneOfTwo_CountsOneAndTheMedianDistance()
    {
        var story = Waiting();
        story.At(9, 10).Tell(Nine.Call("verification", 1, 1, 1));
        story.At(9, 40).Tell(Nine.Call("verification", 2, 2, 2));

        // Both were said to be called between 9:05 and 9:15, most likely at 9:10: one was, the other came half an hour later.
        var hour = Assert.Single(story.Read<CalibrationBoard>("calibration").Hours);
        Assert.Equal((1, 2), (hour.Calls.Inside, hour.Calls.Total));
        Assert.Equal((900.0, 900.0), (hour.Calls.OffSeconds, hour.Calls.BiasSeconds));
        Assert.Equal(0, hour.End.Total);
    }

    [Fact]
    public void End_BeforeTheDayIsOver_IsNotJudged()
    {
        var story = Waiting();
        Assert.Null(Assert.Single(story.Read<CalibrationBoard>("calibration").Hours).End.Share);
    }

    [Fact]
    public void SoldOut_WithAFlatWithdrawn_IsWhenTheLastOfTheOthersIsTaken()
    {
        var story = Waiting();
        var type = SmallHall.Units[0].Type;
        var units = SmallHall.Units.Where(u => u.Type == type).ToList();
        story.At(9, 1).Tell(new ForecastRecorded(
            SmallHall.At(9, 1), new(new(SmallHall.At(16, 0), SmallHall.At(16, 30), SmallHall.At(17, 0)), new(60, 300, 600), new(0, 0, 2)), [], [],
            [new(type, new(SmallHall.At(11, 0), SmallHall.At(12, 0), SmallHall.At(13, 0)))]));
        story.At(10, 0).Tell(new UnitWithdrawn(units[0].Id, "核对面积"));
        foreach (var unit in units.Skip(1))
        {
            story.At(12, 0).Tell(new UnitConfirmed(unit, Line.H(1), Line.W(1), "王**"));
        }

        story.At(17, 0).Tell(new OperationClosed());

        var hour = story.Read<CalibrationBoard>("calibration").Hours[^1];
        Assert.Equal((1, 1, 0.0), (hour.SoldOut.Inside, hour.SoldOut.Total, hour.SoldOut.OffSeconds));
    }

    [Fact]
    public void Move_OnceTheDayIsOver_StandsBesideWhatCame()
    {
        var course = new DayCourse(new(SmallHall.At(16, 0), SmallHall.At(16, 30), SmallHall.At(17, 0)), new(60, 300, 600), new(0, 0, 2));
        var story = Waiting();
        story.At(9, 10).Tell(Nine.Call("verification", 1, 1, 1));
        story.At(9, 15).Tell(new MoveOrdered(1, new(MoveKind.Pause, [Line.W(3)], null, null, null), course, course));
        story.At(9, 40).Tell(Nine.Call("verification", 2, 2, 2));
        story.At(16, 40).Tell(new JourneyCompleted(Line.H(1), false, null));
        Assert.Null(Moved(story).Real);

        story.At(18, 10).Tell(new JourneyCompleted(Line.H(2), false, null), new OperationClosed());

        // The second household came at nine and was called after the order; one of the two was done after closing.
        Assert.Equal(new(SmallHall.At(18, 10), 40 * 60, 1), Moved(story).Real);
    }

    private static MoveOutcome Moved(Story story) => Assert.Single(story.Read<CalibrationBoard>("calibration").Moves);

    private static Story Waiting() => Story.Founded()
        .Tell(Line.Open(1, "verification"), Line.Open(2, "verification"), Line.CheckIn(1, 1), Line.CheckIn(2, 1))
        .Tell(Nine.Issue("verification", 1, 1), Nine.Issue("verification", 2, 2))
        .Tell(new ForecastRecorded(
            Nine, new(new(SmallHall.At(16, 0), SmallHall.At(16, 30), SmallHall.At(17, 0)), new(60, 300, 600), new(0, 0, 2)), [],
            [new(Line.H(1), Soon), new(Line.H(2), Soon)], []));

    private static MomentBand Soon => new(SmallHall.At(9, 5), SmallHall.At(9, 10), SmallHall.At(9, 15));
}
