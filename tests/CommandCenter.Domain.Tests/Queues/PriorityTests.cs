using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;

namespace CommandCenter.Domain.Tests.Queues;

/// <summary>At most one priority call in three, each to be seen as such.</summary>
public sealed class PriorityTests : QueueTest
{
    private const PriorityReason Aged = PriorityReason.Aged70;

    [Fact]
    public void Call_PriorityBehindOthers_IsPreferredAndSaysWhy() =>
        Line(Issued(1), Issued(2), Issued(3, Aged)).When(new CallNextTo(W1)).ThenEvents(Called(3, W1, CallKind.Priority, Aged));

    [Fact]
    public void Call_ManyWithPriority_NobodyStarves() =>
        Assert.Equal(
            [
                ("V007", CallKind.Priority), ("V001", CallKind.InOrder), ("V002", CallKind.InOrder),
                ("V008", CallKind.Priority), ("V003", CallKind.InOrder), ("V004", CallKind.InOrder),
                ("V009", CallKind.Priority), ("V005", CallKind.InOrder), ("V006", CallKind.InOrder),
            ],
            CallAll(Line([.. Issued(1..6), Issued(7, Aged), Issued(8, Aged), Issued(9, Aged)])));

    [Fact]
    public void Call_PriorityFirstInLineAnyway_IsNoPreference() =>
        Assert.Equal(
            [("V001", CallKind.InOrder), ("V003", CallKind.Priority), ("V002", CallKind.InOrder)],
            CallAll(Line(Issued(1, Aged), Issued(2), Issued(3, Aged))));

    [Fact]
    public void Call_ThePlansOwnShare_IsKept()
    {
        var line = Line([.. Issued(1..2), Issued(3, Aged), Issued(4, Aged)])
            .With(TestPlans.Small() with { Limits = new() { PriorityEvery = 2 } });

        Assert.Equal(["V003", "V001", "V004", "V002"], NumbersOf(line));
    }

    [Fact]
    public void Call_PriorityButPassedBackOrAtTheEndOfTheDay_IsNotPreferred()
    {
        var back = Line([.. Issued(1..2), Issued(3, Aged), Called(3, W1, CallKind.Priority, Aged), Passed(3), Requeued(3, 6)]);
        var last = Line([.. Issued(1..2), Issued(3, Aged), Called(3, W1, CallKind.Priority, Aged), Passed(3, 3, true), Requeued(3, 0)]);

        Assert.Equal(["V001", "V002", "V003"], NumbersOf(back));
        Assert.Equal(["V001", "V002", "V003"], NumbersOf(last));
    }
}
