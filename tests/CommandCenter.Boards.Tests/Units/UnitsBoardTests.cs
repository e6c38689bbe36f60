using CommandCenter.Boards.Tests.Histories;
using CommandCenter.Boards.Units;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Inventories;

namespace CommandCenter.Boards.Tests.Units;

public sealed class UnitsBoardTests
{
    [Fact]
    public void Building_ShowsItsFlats_FloorByFloor_WithTheirState()
    {
        var story = Story.Founded().At(10, 0).Tell(
            new UnitReserved(new("1-301"), Line.H(1), Line.W(3), SmallHall.At(10, 5)),
            new UnitConfirmed(SmallHall.Unit("1-302"), Line.H(2), Line.W(4), "李**丕"),
            new UnitWithdrawn(new("1-101"), "漏水"));

        var building = story.Read<BuildingBoard>("units:1");

        Assert.Equal([3, 2, 1], building.Floors.Select(static f => f.Floor));
        Assert.Equal<UnitCell>(
            [
                new(new("1-301"), "301", UnitStanding.Reserved, new("t75"), 75, "东南", SmallHall.At(10, 5), null),
                new(new("1-302"), "302", UnitStanding.Confirmed, new("t75"), 75, "东南", null, "李**丕"),
                new(new("1-303"), "303", UnitStanding.Free, new("t105"), 105, "东南", null, null),
                new(new("1-304"), "304", UnitStanding.Free, new("t105"), 105, "东南", null, null),
            ],
            building.Floors[0].Units);
        Assert.Equal(new UnitTotals(12, 10, 1, 1, 0, 1), building.Totals);
        Assert.Equal([4, 6], building.Types.Select(static t => t.Left));
    }

    [Fact]
    public void Totals_AreJustThat()
    {
        var story = Story.Founded().Tell(new UnitConfirmed(SmallHall.Unit("2-101"), Line.H(2), Line.W(4), "李**丕"));

        story.AssertShows("units", """
            {
              "all": { "total": 24, "left": 23, "reserved": 0, "confirmed": 1, "contracted": 0, "withdrawn": 0 },
              "buildings": [
                { "building": "1", "totals": { "total": 12, "left": 12, "reserved": 0, "confirmed": 0, "contracted": 0, "withdrawn": 0 } },
                { "building": "2", "totals": { "total": 12, "left": 11, "reserved": 0, "confirmed": 1, "contracted": 0, "withdrawn": 0 } }
              ],
              "types": [
                { "type": "t75", "name": { "zh": "75 型", "en": "Type 75" }, "area": 75, "left": 11, "total": 12 },
                { "type": "t105", "name": { "zh": "105 型", "en": "Type 105" }, "area": 105, "left": 12, "total": 12 }
              ]
            }
            """);
    }

    [Fact]
    public void Buildings_ChangeApart()
    {
        var story = Story.Founded();
        story.Boards.TakeChanged();

        story.Tell(new UnitReserved(new("2-101"), Line.H(1), Line.W(3), SmallHall.At(10, 5)));

        var changed = story.Boards.TakeChanged();
        Assert.Contains("units:2", changed);
        Assert.DoesNotContain("units:1", changed);
    }

    [Fact]
    public void Signing_MakesAFlatContracted_AndGoingBackUndoesIt()
    {
        var unit = SmallHall.Unit("1-101");
        var story = Story.Founded().Tell(
            new UnitConfirmed(unit, Line.H(1), Line.W(3), "王**下"), new UnitTaken(Line.H(1), unit, new([], 0, 75, 0)),
            new StepCompleted(Line.H(1), Line.Step("selection"), Line.T("selection", 1), Line.W(3), null, Line.Step("signing"), null));
        Assert.Equal(UnitStanding.Confirmed, Standing(story));

        story.Tell(new StepCompleted(Line.H(1), Line.Step("signing"), Line.T("signing", 1), Line.W(5), null, Line.Step("settlement"), null));
        Assert.Equal(UnitStanding.Contracted, Standing(story));

        story.Tell(new SteppedBack(Line.H(1), Line.Step("settlement"), Line.Step("signing"), "合同有误", [], null));
        Assert.Equal(UnitStanding.Confirmed, Standing(story));
    }

    [Fact]
    public void Released_Returned_Reversed_AreFreeAgain()
    {
        var story = Story.Founded().Tell(
            new UnitReserved(new("1-101"), Line.H(1), Line.W(3), SmallHall.At(10, 5)),
            new UnitReleased(new("1-101"), Line.H(1), ReleaseCause.Expired));
        Assert.Equal(UnitStanding.Free, Standing(story));

        story.Tell(new UnitWithdrawn(new("1-101"), "漏水"), new UnitReturned(new("1-101")));
        Assert.Equal(UnitStanding.Free, Standing(story));

        story.Tell(
            new UnitConfirmed(SmallHall.Unit("1-101"), Line.H(1), Line.W(3), "王**下"),
            new UnitReversed(new("1-101"), Line.H(1), Line.W(3), "登记有误"));
        var cell = Cell(story);
        Assert.Equal((UnitStanding.Free, null), (cell.Standing, cell.MaskedName));
    }

    private static UnitStanding Standing(Story story) => Cell(story).Standing;

    private static UnitCell Cell(Story story) => story.Read<BuildingBoard>("units:1").Floors[^1].Units[0];
}
