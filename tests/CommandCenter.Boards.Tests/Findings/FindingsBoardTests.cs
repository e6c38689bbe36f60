using CommandCenter.Boards.Findings;
using CommandCenter.Boards.Tests.Histories;
using CommandCenter.Domain.Findings;

namespace CommandCenter.Boards.Tests.Findings;

public sealed class FindingsBoardTests
{
    [Fact]
    public void Findings_StandWithTheGroupConcerned_OwedOnesFirst()
    {
        var story = Story.Founded().By("supervisor").Tell(
                new FindingRecorded(new("f1"), 3, new("order"), "一"), new FindingRecorded(new("f2"), 4, new("order"), "二"),
                new FindingRecorded(new("f3"), 5, new("service"), "三"))
            .By("order-leader").Tell(new FindingAnswered(new("f1"), "已整改"));

        var order = story.Read<FindingsBoard>("findings:order").Findings;
        Assert.Equal(["f2", "f1"], order.Select(static f => f.Finding.Value));
        Assert.Equal(("已整改", "order-leader", 3L), (order[1].Answer, order[1].AnsweredBy!.Id, order[1].Entry));
        Assert.Equal(["f3"], story.Read<FindingsBoard>("findings:service").Findings.Select(static f => f.Finding.Value));
    }
}
