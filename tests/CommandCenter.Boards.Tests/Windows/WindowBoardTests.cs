using CommandCenter.Boards.Tests.Histories;
using CommandCenter.Boards.Windows;
using CommandCenter.Domain.Entitlements;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Boards.Tests.Windows;

public sealed class WindowBoardTests
{
    private const string Step = "selection";

    [Fact]
    public void Selecting_ShowsTicketSheetReservationAndWhoIsNext()
    {
        var story = Selecting().At(9, 6).Tell(new UnitReserved(new("1-103"), Line.H(1), Line.W(3), SmallHall.At(9, 11)));

        story.AssertShows("window:w3", """
            {
              "window": "w3",
              "name": { "zh": "3 号窗口", "en": "Window 3" },
              "status": "open",
              "statusSince": "2026-05-18T09:00:00+08:00",
              "step": "selection",
              "stepName": { "zh": "选房", "en": "Selection" },
              "kind": "selection",
              "clerk": { "id": "clerk-3", "name": { "zh": "3 号窗口办事员", "en": "Clerk 3" } },
              "ticket": {
                "ticket": "selection-001", "number": "S001", "phase": "serving", "calledAt": "2026-05-18T09:03:00+08:00", "recalls": 1,
                "arrivedAt": "2026-05-18T09:04:00+08:00", "startedAt": "2026-05-18T09:05:00+08:00", "settled": false
              },
              "household": {
                "id": "h001",
                "number": "001",
                "members": [
                  { "no": 1, "name": "王秀英下", "present": true, "added": false },
                  { "no": 2, "name": "王伟丌", "present": false, "added": false },
                  { "no": 3, "name": "王德胜不", "present": true, "added": false }
                ],
                "peoplePresent": 2,
                "secondChild": false,
                "band": { "granted": 105, "maxArea": 145, "maxUnits": 1 },
                "units": [],
                "declined": false
              },
              "reservation": {
                "unit": { "id": "1-103", "building": "1", "floor": 1, "room": "103", "type": "t105", "area": 105, "facing": "东南" },
                "until": "2026-05-18T09:11:00+08:00"
              },
              "expected": {
                "lines": [
                  { "kind": "members", "quantity": 3, "rate": 35, "area": 105, "clause": "c12", "citation": "第 12 条" },
                  { "kind": "chosen", "quantity": 105, "area": 105 },
                  { "kind": "withinGranted", "quantity": 105, "price": "1200.00", "amount": "126000.00", "clause": "c20", "citation": "第 20 条" }
                ],
                "granted": 105,
                "chosen": 105,
                "amount": "126000.00"
              },
              "next": [
                { "ticket": "selection-002", "number": "S002", "household": "002", "priority": "aged70" },
                { "ticket": "selection-003", "number": "S003", "household": "003" },
                { "ticket": "selection-004", "number": "S004", "household": "004" }
              ],
              "held": [],
              "served": 0
            }
            """);
    }

    [Fact]
    public void UnitTaken_ShowsTheWorkedSum_AreasAsNumbers_MoneyAsText()
    {
        var unit = SmallHall.Unit("1-103", "t105", 105m);
        var story = Selecting().Tell(
            new UnitReserved(unit.Id, Line.H(1), Line.W(3), SmallHall.At(9, 11)),
            new UnitConfirmed(unit, Line.H(1), Line.W(3), "王**下"),
            new UnitTaken(Line.H(1), unit, new(
                [
                    new(WorkedLineKind.Members, 3, 35, 105, new("c12")),
                    new(WorkedLineKind.Chosen, 105, 1, 105, null),
                    new(WorkedLineKind.WithinGranted, 105, 1200, 126000, new("c20")),
                    new(WorkedLineKind.Carried, -0.455m, 1, -0.455m, new("c24")),
                ],
                105, 105, 125999.55m)),
            new SelectionSettled(Line.W(3), Line.H(1), unit.Id));

        var window = story.Read<WindowBoard>("window:w3");

        Assert.Null(window.Reservation);
        Assert.True(window.Ticket!.Settled);
        Assert.Equal([unit], window.Household!.Units.ToArray());
        Assert.Equal(
            """
            {"lines":[{"kind":"members","quantity":3,"rate":35,"area":105,"clause":"c12","citation":"第 12 条"},{"kind":"chosen","quantity":105,"area":105},{"kind":"withinGranted","quantity":105,"price":"1200.00","amount":"126000.00","clause":"c20","citation":"第 20 条"},{"kind":"carried","amount":"-0.46","clause":"c24","citation":"第 24 条"}],"granted":105,"chosen":105,"amount":"125999.55"}
            """.Trim(),
            System.Text.Json.JsonSerializer.Serialize(window.Household.Difference, BoardJson.Options));
    }

    [Fact]
    public void UnitReversed_AtTheWindow_TheHouseholdChoosesAgain()
    {
        var unit = SmallHall.Unit("1-103", "t105", 105m);
        var story = Selecting().Tell(
            new UnitConfirmed(unit, Line.H(1), Line.W(3), "王**下"), new UnitTaken(Line.H(1), unit, new([], 105, 105, 0)),
            new SelectionSettled(Line.W(3), Line.H(1), unit.Id),
            new UnitReversed(unit.Id, Line.H(1), Line.W(3), "登记有误"), new UnitLost(Line.H(1), unit.Id, "登记有误", new([], 105, 0, 0)),
            new SelectionUnsettled(Line.W(3), Line.H(1), unit.Id));

        var window = story.Read<WindowBoard>("window:w3");

        Assert.False(window.Ticket!.Settled);
        Assert.Empty(window.Household!.Units);
        Assert.Null(window.Household.Difference);
    }

    [Fact]
    public void Called_ShowsWhenTheNextRecallIsDue_AndHeldTicketsMayBeTakenUp()
    {
        var at = SmallHall.At(9, 0);
        var story = Story.Founded().At(9, 0).Tell(Line.Open(3, Step))
            .Tell(at.Issue(Step, 1, 1), at.Issue(Step, 2, 2))
            .Tell(at.Call(Step, 1, 1, 3))
            .Tell(new TicketSetAside(Line.W(3), Line.Step(Step), Line.T(Step, 1), Line.H(1), "缺委托书"))
            .Tell(new Domain.Queues.TicketHeld(Line.T(Step, 1), Line.Step(Step), Line.H(1), Line.W(3), "缺委托书"))
            .Tell(at.Call(Step, 2, 2, 3));

        var window = story.Read<WindowBoard>("window:w3");

        Assert.Equal((WindowPhase.Called, SmallHall.At(9, 2)), (window.Ticket!.Phase, window.Ticket.Until!.Value));
        Assert.Equal([new(Line.T(Step, 1), "S001", "001", null, "缺委托书")], window.Held.ToArray());
    }

    [Fact]
    public void Asking_Declined_Paused_Closed_AreShown()
    {
        var story = Story.Founded().At(9, 0).Tell(Line.Open(1, "verification"), new NextAsked(Line.W(1), Line.Step("verification")));
        Assert.Equal((SmallHall.At(9, 0), null), Asked());

        story.Tell(new AskDeclined(Line.W(1), Line.Step("verification"), null, "ticket-not-waiting"));
        Assert.Equal((null, "ticket-not-waiting"), Asked());

        story.At(9, 5).Tell(new WindowPaused(Line.W(1), Line.Step("verification"), "打印机卡纸", false));
        var paused = story.Read<WindowBoard>("window:w1");
        Assert.Equal((WindowStatus.Paused, "打印机卡纸", SmallHall.At(9, 5)), (paused.Status, paused.PauseReason, paused.StatusSince!.Value));

        story.Tell(new WindowClosed(Line.W(1), Line.Step("verification")));
        var closed = story.Read<WindowBoard>("window:w1");
        Assert.Equal((WindowStatus.Closed, null, null, null), (closed.Status, closed.PauseReason, closed.Clerk, closed.Declined));

        (DateTimeOffset?, string?) Asked() => (story.Read<WindowBoard>("window:w1").AskingSince, story.Read<WindowBoard>("window:w1").Declined);
    }

    [Fact]
    public void Completed_TheWindowIsFree_AndItsMeanCounts()
    {
        var story = Selecting().At(9, 12).Tell(Line.Complete(Step, 1, 1, 3, SmallHall.At(9, 5)));

        var window = story.Read<WindowBoard>("window:w3");

        Assert.Equal((null, null, 1, 420), (window.Ticket, window.Household, window.Served, window.MeanServiceSeconds!.Value));
    }

    [Fact]
    public void OtherWindowsOfTheStep_SeeWhoIsNext_Too()
    {
        var at = SmallHall.At(9, 0);
        var story = Story.Founded().Tell(Line.Open(3, Step), Line.Open(4, Step)).Tell(at.Issue(Step, 1, 1));
        Assert.Equal(["S001"], story.Read<WindowBoard>("window:w4").Next.Select(static n => n.Number));

        story.Tell(at.Call(Step, 1, 1, 3));
        Assert.Empty(story.Read<WindowBoard>("window:w4").Next);
    }

    private static Story Selecting()
    {
        var at = SmallHall.At(9, 1);
        return Story.Founded()
            .At(9, 0).Tell(Line.Open(3, Step), Line.CheckIn(1, 1, 3))
            .Tell(at.Issue(Step, 1, 1), at.Issue(Step, 2, 2, PriorityReason.Aged70), at.Issue(Step, 3, 3), at.Issue(Step, 4, 4), at.Issue(Step, 5, 5))
            .At(9, 3).Tell(SmallHall.At(9, 3).Call(Step, 1, 1, 3))
            .Tell(new TicketRecalled(Line.W(3), Line.Step(Step), Line.T(Step, 1), "S001", Line.H(1), 1, SmallHall.At(9, 5)))
            .Tell(SmallHall.At(9, 4).Arrive(Step, 1, 1, 3), SmallHall.At(9, 5).Start(Step, 1, 1, 3))
            .Tell(new SelectionOpened(Line.H(1), Line.W(3), "王**下", new(105, 145, 1), []));
    }
}
