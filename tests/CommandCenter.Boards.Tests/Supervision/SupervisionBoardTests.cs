using CommandCenter.Boards.Supervision;
using CommandCenter.Boards.Tests.Histories;
using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Findings;
using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;

namespace CommandCenter.Boards.Tests.Supervision;

public sealed class SupervisionBoardTests
{
    [Fact]
    public void Exceptions_EachWithItsReason_NewestFirst()
    {
        var story = Story.Founded().By("commander")
            .Tell(new OperationOpened("停电，先行开放", ["power"]))
            .Tell(Called("S007", CallKind.OutOfOrder, null, "突发疾病"), Called("S008", CallKind.Priority, PriorityReason.Pregnant, null), Called("S009", CallKind.InOrder, null, null))
            .Tell(new ReversalProposed(new("1-101"), "登记有误", PostRole.Commander), new UnitReversed(new("1-101"), Line.H(1), new("w3"), "登记有误"))
            .Tell(new TicketPassed(new("t1"), new("selection"), Line.H(2), 2, EndOfDay: false), new TicketPassed(new("t1"), new("selection"), Line.H(2), 3, EndOfDay: true))
            .Tell(new CaseOverdue(new("c1"), 1, new("service-leader"), null));

        var board = story.Read<SupervisionBoard>("supervision");
        Assert.Equal(
            [
                ExceptionKind.CaseOverdue, ExceptionKind.PassedThrice, ExceptionKind.Reversed, ExceptionKind.ReversalProposed, ExceptionKind.Priority,
                ExceptionKind.OutOfOrder, ExceptionKind.Override,
            ],
            board.Exceptions.Select(static e => e.Kind));
        Assert.Equal(["S007", "3 号窗口", "突发疾病"], board.Exceptions.Single(static e => e.Kind == ExceptionKind.OutOfOrder).Arguments.Select(static a => a.Zh));
        Assert.Equal(PriorityReason.Pregnant, board.Exceptions.Single(static e => e.Kind == ExceptionKind.Priority).Priority);
        Assert.Equal(7, board.Counts.Sum(static c => c.Count));
        Assert.All(board.Exceptions, static e => Assert.Equal("commander", e.By.Id));
    }

    [Fact]
    public void Order_Overdue_NamesItsTextAndLevel()
    {
        var story = Story.Founded().Tell(
            new AssignmentSent(new("order"), new("a1"), "疏导南门", SmallHall.At(9, 0), null, null, "commander"),
            new AssignmentOverdue(new("order"), new("a1"), 2, "order-02", null));

        var overdue = Assert.Single(story.Read<SupervisionBoard>("supervision").Exceptions);
        Assert.Equal(["秩序", "疏导南门", "2"], overdue.Arguments.Select(static a => a.Zh));
    }

    [Fact]
    public void Findings_OfAllGroups_AreShownWithPlanAndListHashes()
    {
        var board = Story.Founded().Tell(new FindingRecorded(new("f1"), 3, new("order"), "请说明")).Read<SupervisionBoard>("supervision");

        Assert.Equal(("f1", 3L), (board.Findings.Single().Finding.Value, board.Findings.Single().Entry));
        Assert.Equal(("p", "h", "u"), (board.PlanHash, board.Lists!.HouseholdsHash, board.Lists.UnitsHash));
    }

    private static TicketCalled Called(string number, CallKind kind, PriorityReason? priority, string? reason) => new(
        new TicketId(number.ToLowerInvariant()), number, new("selection"), Line.H(3), new("w3"), kind, priority, reason, SmallHall.At(9, 0));
}
