using CommandCenter.Boards.Hall;
using CommandCenter.Boards.Tests.Histories;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Boards.Tests.Hall;

public sealed class HallBoardTests
{
    [Fact]
    public void Calls_RecallMovesToTheFront_WithItsCountAndTime()
    {
        var story = Story.Founded()
            .At(9, 1).Tell(SmallHall.At(9, 1).Call("verification", 1, 1, 1))
            .At(9, 2).Tell(SmallHall.At(9, 2).Call("verification", 2, 2, 2))
            .At(9, 3).Tell(new TicketRecalled(Line.W(1), Line.Step("verification"), Line.T("verification", 1), "V001", Line.H(1), 1, SmallHall.At(9, 4)));

        story.AssertShows("hall", """
            {
              "name": { "zh": "示范安置", "en": "Model allocation" },
              "mode": "drill",
              "phase": "preparing",
              "calls": [
                { "ticket": "verification-001", "number": "V001", "window": "w1", "windowName": { "zh": "1 号窗口", "en": "Window 1" },
                  "stepName": { "zh": "资格核验", "en": "Verification" }, "at": "2026-05-18T09:03:00+08:00", "recalls": 1 },
                { "ticket": "verification-002", "number": "V002", "window": "w2", "windowName": { "zh": "2 号窗口", "en": "Window 2" },
                  "stepName": { "zh": "资格核验", "en": "Verification" }, "at": "2026-05-18T09:02:00+08:00", "recalls": 0 }
              ],
              "households": 5,
              "done": 0,
              "selected": 0,
              "types": [
                { "type": "t75", "name": { "zh": "75 型", "en": "Type 75" }, "area": 75, "left": 12, "total": 12 },
                { "type": "t105", "name": { "zh": "105 型", "en": "Type 105" }, "area": 105, "left": 12, "total": 12 }
              ]
            }
            """);
    }

    [Fact]
    public void Calls_OfMoreThanSix_TheOldestIsGone()
    {
        var story = Story.Founded(8);
        for (var n = 1; n <= 7; n++)
        {
            story.Tell(SmallHall.At(9, n).Call("verification", n, n, 1 + (n % 2)));
        }

        var numbers = story.Read<HallBoard>("hall").Calls.Select(static c => c.Number);

        Assert.Equal(["V007", "V006", "V005", "V004", "V003", "V002"], numbers);
    }

    [Fact]
    public void Calls_PassedOrTakenBack_AreGone()
    {
        var at = SmallHall.At(9, 1);
        var story = Story.Founded().Tell(at.Call("verification", 1, 1, 1)).Tell(at.Call("verification", 2, 2, 2)).Tell(at.Call("selection", 3, 3, 3))
            .Tell(Line.Pass("verification", 1, 1, 1))
            .Tell(new WindowReleased(Line.W(2), Line.Step("verification"), Line.T("verification", 2), Line.H(2)));

        Assert.Equal(["S003"], story.Read<HallBoard>("hall").Calls.Select(static c => c.Number));
    }

    [Fact]
    public void Progress_CountsChoicesAndCompletions_AndTheFlatsLeft()
    {
        var unit = SmallHall.Unit("1-101");
        var at = SmallHall.At(10, 0);
        var story = Story.Founded()
            .Tell(at.Issue("selection", 1, 3, rank: 4))
            .Tell(at.Call("selection", 1, 3, 3))
            .Tell(new UnitConfirmed(unit, Line.H(3), Line.W(3), "李*三"), new UnitTaken(Line.H(3), unit, new([], 0, 75, 0)))
            .Tell(new SelectionDeclined(Line.H(2), null, "无合适户型"), new JourneyCompleted(Line.H(2), true, null));

        var hall = story.Read<HallBoard>("hall");

        Assert.Equal((5, 1, 2, 4), (hall.Households, hall.Done, hall.Selected, hall.RankCalled));
        Assert.Equal([11, 12], hall.Types.Select(static t => t.Left));
    }

    [Fact]
    public void Suspended_ShowsTheSentence_UntilTheDayGoesOn()
    {
        var story = Story.Founded().Tell(new OperationOpened(null, []), new OperationSuspended("消防演练，请原地等候", new("commander")));
        Assert.Equal((OperationPhase.Suspended, "消防演练，请原地等候"), Shown());

        story.Tell(new OperationResumed());
        Assert.Equal((OperationPhase.Open, null), Shown());

        (OperationPhase, string?) Shown() => (story.Read<HallBoard>("hall").Phase, story.Read<HallBoard>("hall").Sentence);
    }
}
