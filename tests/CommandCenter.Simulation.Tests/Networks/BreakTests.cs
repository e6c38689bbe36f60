using CommandCenter.Simulation.Networks;
using CommandCenter.Simulation.Randomness;

namespace CommandCenter.Simulation.Tests.Networks;

/// <summary>Servers that change, stop and rest, and who stands where when a run begins.</summary>
public sealed class BreakTests
{
    private static readonly QuantileTable Ten = new(DistributionKind.Fixed, 10, 0);

    [Fact]
    public void Break_DuringAVisit_BeginsAtItsEndAndLastsInFull() =>
        // The visit of 0 to 10 is finished, the break is from 10 to 40, then the second visit.
        Assert.Equal(50, LastAt([new(5, 0, -1, For: 30)], customers: 2));

    [Fact]
    public void Break_OfAnIdleServer_HoldsUpWhoComesMeanwhile() =>
        Assert.Equal(45, LastAt([new(1, 0, -1, For: 34)], customers: 1, firstAt: 2));

    [Fact]
    public void Stop_AndOpenAgain_GoesOnFromThen() => Assert.Equal(110, LastAt([new(5, 0, -1), new(100, 0, 0)], customers: 2));

    [Fact]
    public void Change_ToAnotherStation_LeavesTheLineBehind()
    {
        var network = Network(2, stations: 2);
        network.Begin([0]);
        network.Run([0, 0], [0, 1], 0, [new(5, 0, 1)]);

        Assert.Equal(10, network.Model.LastAt);
        Assert.Equal(1, network.Model.Count[0, 0]);
    }

    [Fact]
    public void Seat_TakenBefore_IsFreeWhenItsRestIsOver()
    {
        var network = Network(2, stations: 1);
        network.Begin([0]);
        network.Seat(0, 0, 0, until: 7);
        network.Join(1, 0, now: 0, since: -60);
        network.Run([], [], 0, []);

        Assert.Equal(17, network.Model.LastAt);
        Assert.Equal(67, network.Model.Waited[0, 0]);
    }

    [Fact]
    public void Rejoin_AtAnIdleServer_IsCalledAtOnce()
    {
        var network = Network(1, stations: 1);
        network.Begin([0]);
        network.Rejoin(0, 0, now: 0, since: -60, calls: 5, last: false);
        network.Run([], [], 0, []);

        Assert.Equal(10, network.Model.LastAt);
        Assert.Equal(60, network.Model.Waited[0, 0]);
    }

    private static double LastAt(ServerChange[] changes, int customers, double firstAt = 0)
    {
        var network = Network(customers, stations: 1);
        network.Begin([0]);
        network.Run([.. Enumerable.Repeat(firstAt, customers)], [.. Enumerable.Range(0, customers)], 0, changes);
        return network.Model.LastAt;
    }

    private static QueueNetwork<PlainNetwork> Network(int customers, int stations) =>
        new(
            Enumerable.Repeat(new Station(), stations), 1, customers,
            new([.. Enumerable.Repeat(Ten, stations)], [.. Enumerable.Repeat<IReadOnlyList<(int, double)>>([], stations)], customers));
}
