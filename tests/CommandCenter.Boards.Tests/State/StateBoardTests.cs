using CommandCenter.Boards.State;
using CommandCenter.Boards.Tests.Histories;
using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Draws;
using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Operations;

namespace CommandCenter.Boards.Tests.State;

public sealed class StateBoardTests
{
    [Fact]
    public void Founded_ShowsTheDayBeforeItBegins()
    {
        var story = Story.Founded().At(8, 20).By("service-leader").Tell(new ReadinessConfirmed("power"));

        story.AssertShows("state", """
            {
              "operation": "demo",
              "name": { "zh": "示范安置", "en": "Model allocation" },
              "mode": "drill",
              "timeZone": "Asia/Shanghai",
              "phase": "preparing",
              "opens": "2026-05-18T09:00:00+08:00",
              "closes": "2026-05-18T17:00:00+08:00",
              "households": 5, "people": 15, "checkedIn": 0, "peoplePresent": 0, "waiting": 0, "called": 0, "inService": 0, "held": 0,
              "passed": 0, "passesTotal": 0, "endOfDay": 0, "selected": 0, "done": 0, "gaveUp": 0,
              "unitsLeft": 24, "unitsTotal": 24, "reserved": 0,
              "readiness": [
                { "item": "lists", "confirmedAt": "2026-05-18T08:00:00+08:00", "by": { "id": "system:setup" } },
                { "item": "order" },
                { "item": "group:order", "name": { "zh": "秩序", "en": "Order" }, "owner": "order" },
                { "item": "group:service", "name": { "zh": "服务", "en": "Service" }, "owner": "service" },
                { "item": "window:w1", "name": { "zh": "1 号窗口", "en": "Window 1" } },
                { "item": "window:w2", "name": { "zh": "2 号窗口", "en": "Window 2" } },
                { "item": "window:w3", "name": { "zh": "3 号窗口", "en": "Window 3" } },
                { "item": "window:w4", "name": { "zh": "4 号窗口", "en": "Window 4" } },
                { "item": "window:w5", "name": { "zh": "5 号窗口", "en": "Window 5" } },
                { "item": "window:w6", "name": { "zh": "6 号窗口", "en": "Window 6" } },
                { "item": "power", "name": { "zh": "供电", "en": "Power" }, "owner": "service", "confirmedAt": "2026-05-18T08:20:00+08:00",
                  "by": { "id": "service-leader", "name": { "zh": "服务组长", "en": "Service leader" } } }
              ],
              "openIncidents": [0, 0, 0, 0],
              "incidentsRaised": 0,
              "overdueAssignments": 0,
              "overdueCases": 0,
              "quarters": []
            }
            """);
    }

    [Fact]
    public void Phases_ShowTheirBeginning_AndTheSentenceOnlyWhileSuspended()
    {
        var story = Story.Founded().At(9, 0).Tell(new OperationReady(), new OperationOpened(null, []));
        Assert.Equal((OperationPhase.Open, SmallHall.At(9, 0), null), Shown());

        story.At(10, 0).Tell(new OperationSuspended("停电，请稍候", new("commander")));
        Assert.Equal((OperationPhase.Suspended, SmallHall.At(10, 0), "停电，请稍候"), Shown());

        story.At(10, 20).Tell(new OperationResumed());
        Assert.Equal((OperationPhase.Open, SmallHall.At(10, 20), null), Shown());

        story.At(17, 0).Tell(new OperationClosing(), new OperationClosed());
        Assert.Equal((OperationPhase.Closed, SmallHall.At(17, 0), null), Shown());
        Assert.Equal(SmallHall.At(9, 0), story.Read<StateBoard>("state").OpenedAt);

        (OperationPhase, DateTimeOffset?, string?) Shown()
        {
            var state = story.Read<StateBoard>("state");
            return (state.Phase, state.PhaseSince, state.Sentence);
        }
    }

    [Fact]
    public void Households_AreCountedWhereTheyAre()
    {
        const string Step = "verification";
        var at = SmallHall.At(9, 0);
        var state = Story.Founded(7)
            .Tell(Line.CheckIn(1, 1, 2), Line.CheckIn(2, 1), Line.CheckIn(3), Line.CheckIn(4, 1, 2, 3), Line.CheckIn(5, 1), Line.CheckIn(6, 1))
            .Tell(at.Issue(Step, 1, 1), at.Issue(Step, 2, 2), at.Issue(Step, 3, 3), at.Issue(Step, 4, 4))
            .Tell(at.Call(Step, 2, 2, 1))
            .Tell(at.Call(Step, 3, 3, 2)).Tell(at.Start(Step, 3, 3, 2))
            .Tell(at.Call(Step, 4, 4, 1)).Tell(Line.Pass(Step, 4, 4, 1, 3, endOfDay: true))
            .Tell(new SelectionDeclined(Line.H(5), null, "无合适户型"), new JourneyCompleted(Line.H(5), true, null))
            .Tell(new HouseholdGaveUp(Line.H(6), "放弃", []))
            .Read<StateBoard>("state");

        Assert.Equal((6, 7), (state.CheckedIn, state.PeoplePresent));
        Assert.Equal((1, 1, 1, 1), (state.Waiting, state.Called, state.InService, state.Passed));
        Assert.Equal((1, 1), (state.PassesTotal, state.EndOfDay));
        Assert.Equal((1, 1, 1), (state.Selected, state.Done, state.GaveUp));
    }

    [Fact]
    public void SteppedBack_AfterTheEnd_IsNoLongerDone()
    {
        var story = Story.Founded().Tell(Line.CheckIn(1, 1), new SelectionDeclined(Line.H(1), null, "无"), new JourneyCompleted(Line.H(1), true, null));
        Assert.Equal((1, 1), Shown());

        story.Tell(new SteppedBack(Line.H(1), null, Line.Step("selection"), "改变主意", [], null));
        Assert.Equal((0, 0), Shown());

        (int, int) Shown() => (story.Read<StateBoard>("state").Done, story.Read<StateBoard>("state").Selected);
    }

    [Fact]
    public void Quarters_CountArrivalsAndCompletions_FromTheFullQuarter()
    {
        var state = Story.Founded()
            .At(9, 14, 59).Tell(Line.CheckIn(1, 1))
            .At(9, 15).Tell(Line.CheckIn(2, 1), Line.CheckIn(3, 1))
            .At(10, 31).Tell(new JourneyCompleted(Line.H(1), false, 0m))
            .Read<StateBoard>("state");

        Assert.Equal<QuarterHour>(
            [new(SmallHall.At(9, 0), 1, 0), new(SmallHall.At(9, 15), 2, 0), new(SmallHall.At(10, 30), 0, 1)], state.Quarters);
    }

    [Fact]
    public void Troubles_AreCountedWhileTheyAreOpen()
    {
        var due = SmallHall.At(10, 0);
        var story = Story.Founded().Tell(
            new IncidentRaised(new("i1"), new("crowding"), new("gate"), 2, "拥挤", null, "clerk-1", new("order"), false, [], due, due, due),
            new IncidentRaised(new("i2"), new("illness"), new("hall"), 1, "晕倒", null, "clerk-1", new("service"), false, [], due, due, due),
            new IncidentSeverityChanged(new("i1"), 2, 3, "缓解", due, due, due),
            new IncidentResolved(new("i2"), new("service"), "service-leader", "已送医"),
            new AssignmentSent(new("order"), new("a1"), "引导", due, null, null, "commander"),
            new AssignmentOverdue(new("order"), new("a1"), 1, "order-01", null),
            new CaseRegistered(new("c1"), CaseCategory.Request, CaseChannel.Window, null, "问题", CaseKind.Simple, new("commander"), due),
            new CaseOverdue(new("c1"), 1, new("commander"), null));
        var state = story.Read<StateBoard>("state");
        Assert.Equal([0, 0, 1, 0], state.OpenIncidents.ToArray());
        Assert.Equal((2, 1, 1), (state.IncidentsRaised, state.OverdueAssignments, state.OverdueCases));

        story.Tell(
            new AssignmentDone(new("order"), new("a1"), "order-leader", "已完成"), new CaseAnswered(new("c1"), "答复", new("c12")),
            new IncidentFalseAlarm(new("i1"), new("order"), "order-leader", "误报"));
        state = story.Read<StateBoard>("state");
        Assert.Equal([0, 0, 0, 0], state.OpenIncidents.ToArray());
        Assert.Equal((2, 0, 0), (state.IncidentsRaised, state.OverdueAssignments, state.OverdueCases));
    }

    [Fact]
    public void Flats_AndTheOrder_AreShown()
    {
        var state = Story.Founded().At(8, 30).Tell(
            new DrawOrderRecorded([Line.H(2), Line.H(1)], "公证书"),
            new UnitReserved(new("1-101"), Line.H(1), Line.W(3), SmallHall.At(9, 5)),
            new UnitConfirmed(SmallHall.Unit("1-102"), Line.H(2), Line.W(4), "李**丕"),
            new UnitWithdrawn(new("1-103"), "漏水")).Read<StateBoard>("state");

        Assert.Equal((22, 24, 1), (state.UnitsLeft, state.UnitsTotal, state.Reserved));
        Assert.Equal(SmallHall.At(8, 30), state.OrderPublishedAt);
    }
}
