using CommandCenter.Domain.Forecasts;
using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Policies;

namespace CommandCenter.Domain.Tests.Policies;

public sealed class MovePolicyTests : PolicyTest
{
    private static readonly Plan Served = TestPlans.Small() with
    {
        Posts = [.. TestPlans.Small().Posts.Select(static p => p.Role == PostRole.Clerk ? p with { Group = new("service") } : p)],
    };

    [Fact]
    public void MoveOrdered_OrdersTheGroupOfTheWindowsOnce()
    {
        var move = new Move(MoveKind.Break, [new("w1"), new("w2")], null, TestPlans.At(12, 0), 30);

        var reaction = Assert.Single(React(new MoveOrderedAssignsGroup(), new MoveOrdered(3, move, Parts.Course, Parts.Course), Served));

        Assert.Equal(Group("service"), reaction.Grain);
        var order = Assert.IsType<Assign>(reaction.Command);
        Assert.Equal(("move-3", TestPlans.At(12, 5)), (order.Assignment!.Value.Value, order.Due));
        Assert.Contains("12:00 起休息 30 分钟", order.Text, StringComparison.Ordinal);
        Deliver(reaction).ThenOne<AssignmentSent>();
    }

    [Fact]
    public void MoveOrdered_WindowsWithoutAGroup_OrdersNobody() =>
        Assert.Empty(React(new MoveOrderedAssignsGroup(), new MoveOrdered(1, Parts.Shift, Parts.Course, Parts.Course)));
}
