using CommandCenter.Boards.Queues;
using CommandCenter.Boards.Tests.Histories;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;

namespace CommandCenter.Boards.Tests.Queues;

public sealed class QueueBoardTests
{
    private const string Step = "verification";

    [Fact]
    public void Waiting_Called_Passed_Held_StandInThisOrder_WithAllTheirFacts()
    {
        var at = SmallHall.At(9, 0);
        var story = Story.Founded()
            .At(9, 0).Tell(Line.Open(1, Step))
            .Tell(at.Issue(Step, 1, 1), at.Issue(Step, 2, 2), at.Issue(Step, 3, 3, PriorityReason.Aged70), at.Issue(Step, 4, 4))
            .At(9, 1).Tell(new TicketHeld(Line.T(Step, 1), Line.Step(Step), Line.H(1), null, "去咨询"))
            .At(9, 2).Tell(at.Call(Step, 2, 2, 1)).Tell(Line.Pass(Step, 2, 2, 1))
            .At(9, 3).Tell(at.Call(Step, 4, 4, 1, CallKind.OutOfOrder, "行动不便"));

        story.AssertShows("queue:verification", """
            {
              "step": "verification",
              "name": { "zh": "资格核验", "en": "Verification" },
              "waiting": 1,
              "tickets": [
                { "ticket": "verification-003", "number": "V003", "household": "003", "maskedName": "赵**丟",
                  "standing": "waiting", "since": "2026-05-18T09:00:00+08:00", "priority": "aged70", "passes": 0, "endOfDay": false, "afterCalls": 0 },
                { "ticket": "verification-004", "number": "V004", "household": "004", "maskedName": "陈**丩",
                  "standing": "called", "since": "2026-05-18T09:00:00+08:00", "window": "w1", "passes": 0, "endOfDay": false, "afterCalls": 0 },
                { "ticket": "verification-002", "number": "V002", "household": "002", "maskedName": "李**丕",
                  "standing": "passed", "since": "2026-05-18T09:00:00+08:00", "passes": 1, "endOfDay": false, "afterCalls": 0 },
                { "ticket": "verification-001", "number": "V001", "household": "001", "maskedName": "王**下",
                  "standing": "held", "since": "2026-05-18T09:00:00+08:00", "passes": 0, "endOfDay": false, "afterCalls": 0, "holdReason": "去咨询" }
              ],
              "lastCalls": [
                { "sequence": 20, "ticket": "verification-004", "number": "V004", "household": "004", "window": "w1", "at": "2026-05-18T09:03:00+08:00",
                  "kind": "outOfOrder", "reason": "行动不便", "by": { "id": "clerk-1", "name": { "zh": "1 号窗口办事员", "en": "Clerk 1" } } },
                { "sequence": 16, "ticket": "verification-002", "number": "V002", "household": "002", "window": "w1", "at": "2026-05-18T09:02:00+08:00",
                  "kind": "inOrder", "by": { "id": "clerk-1", "name": { "zh": "1 号窗口办事员", "en": "Clerk 1" } } }
              ],
              "exceptions": [
                { "sequence": 20, "ticket": "verification-004", "number": "V004", "household": "004", "window": "w1", "at": "2026-05-18T09:03:00+08:00",
                  "kind": "outOfOrder", "reason": "行动不便", "by": { "id": "clerk-1", "name": { "zh": "1 号窗口办事员", "en": "Clerk 1" } } }
              ],
              "calls": 2,
              "priorityCalls": 0,
              "outOfOrderCalls": 1,
              "passes": 1
            }
            """);
    }

    [Fact]
    public void Requeued_WaitsForItsCalls_ThenItsNewPlaceCountsDown()
    {
        var at = SmallHall.At(9, 0);
        var story = Story.Founded()
            .Tell(at.Issue(Step, 1, 1), at.Issue(Step, 2, 2), at.Issue(Step, 3, 3))
            .Tell(at.Call(Step, 1, 1, 1)).Tell(Line.Pass(Step, 1, 1, 1))
            .Tell(new TicketRequeued(Line.T(Step, 1), Line.Step(Step), Line.H(1), 2));
        Assert.Equal([("V002", 0), ("V001", 1), ("V003", 0)], Waiting());

        story.Tell(at.Call(Step, 2, 2, 2));
        Assert.Equal([("V001", 0), ("V003", 0)], Waiting());

        List<(string, int)> Waiting() =>
        [
            .. story.Read<QueueBoard>("queue:verification").Tickets
                .Where(static t => t.Standing == TicketStanding.Waiting)
                .Select(static t => (t.Number, t.AfterCalls)),
        ];
    }

    [Fact]
    public void Ranked_TicketsStandByDrawRank_AlsoThoseIssuedBefore()
    {
        var at = SmallHall.At(9, 0);
        var story = Story.Founded(3)
            .Tell(at.Issue("selection", 1, 1), new QueueRanked(Line.Step("selection"), [Line.H(3), Line.H(2), Line.H(1)]))
            .Tell(at.Issue("selection", 2, 2, rank: 2), at.Issue("selection", 3, 3, PriorityReason.Disabled, rank: 1));

        var board = story.Read<QueueBoard>("queue:selection");

        Assert.Equal([("003", 1), ("002", 2), ("001", 3)], board.Tickets.Select(static t => (t.Household, t.Rank!.Value)));
    }

    [Fact]
    public void Ranked_TicketThatCameBackBefore_HasNoCallsToWaitForAnyMore()
    {
        var at = SmallHall.At(9, 0);
        var story = Story.Founded(3).Tell(at.Issue("selection", 1, 1), at.Issue("selection", 2, 2))
            .Tell(at.Call("selection", 1, 1, 3)).Tell(Line.Pass("selection", 1, 1, 3))
            .Tell(new TicketRequeued(Line.T("selection", 1), Line.Step("selection"), Line.H(1), 6))
            .Tell(new QueueRanked(Line.Step("selection"), [Line.H(1), Line.H(2)]));

        Assert.Equal([(1, 0), (2, 0)], story.Read<QueueBoard>("queue:selection").Tickets.Select(static t => (t.Rank!.Value, t.AfterCalls)));
    }

    [Fact]
    public void Returned_WaitsAtItsOldPlace()
    {
        var at = SmallHall.At(9, 0);
        var story = Story.Founded().Tell(at.Issue(Step, 1, 1), at.Issue(Step, 2, 2))
            .Tell(at.Call(Step, 1, 1, 1)[0])
            .Tell(new TicketReturned(Line.T(Step, 1), Line.Step(Step), Line.H(1), Line.W(1)));

        Assert.Equal(["V001", "V002"], story.Read<QueueBoard>("queue:verification").Tickets.Select(static t => t.Number));
    }

    [Fact]
    public void CompletedAndEnded_AreGone()
    {
        var at = SmallHall.At(9, 0);
        var story = Story.Founded().Tell(at.Issue(Step, 1, 1), at.Issue(Step, 2, 2))
            .Tell(at.Call(Step, 1, 1, 1)).Tell(at.Start(Step, 1, 1, 1)).Tell(Line.Complete(Step, 1, 1, 1, at))
            .Tell(new TicketEnded(Line.T(Step, 2), Line.Step(Step), Line.H(2), null, "弃号"));

        Assert.Empty(story.Read<QueueBoard>("queue:verification").Tickets);
    }
}
