using CommandCenter.Domain;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;
using CommandCenter.Grains.Tests.Fakes;
using CommandCenter.Journal;

namespace CommandCenter.Grains.Tests;

public sealed class FoundingTests
{
    private readonly Bench _bench = new() { Deciders = FoundingDecider.Set };

    [Fact]
    public async Task Found_EmptyJournal_PlanHouseholdsUnitsAndDrawListAreThereInAFixedOrder()
    {
        var refusal = await FoundAsync(_bench);

        Assert.Null(refusal);
        var grains = (await _bench.StoredAsync()).Select(static line => line.Split(' ')[1]);
        Assert.Equal(
            ["operation/self", "operation/self", "household/h0", "household/h1", "household/h2", "inventory/main", "draw/order"],
            grains);
        Assert.Equal(OperationMode.Drill, (await _bench.OpenAsync()).Frame.Mode);
    }

    [Fact]
    public async Task Found_InterruptedAtAnyAppend_IsFinishedByRunningAgain()
    {
        var whole = new Bench { Deciders = FoundingDecider.Set };
        await FoundAsync(whole);
        var expected = await whole.StoredAsync();
        for (var killAt = 1; killAt <= whole.Journal.Appends; killAt++)
        {
            var bench = new Bench { Deciders = FoundingDecider.Set };
            var at = killAt;
            bench.Journal.BeforeAppend = _ => bench.Journal.Appends >= at ? throw new JournalUnavailableException("killed") : default;
            await Assert.ThrowsAsync<JournalUnavailableException>(() => FoundAsync(bench));

            bench.Journal.BeforeAppend = null;
            Assert.Null(await FoundAsync(bench));

            Assert.Equal(expected, await bench.StoredAsync());
        }
    }

    [Fact]
    public async Task Found_Again_WritesNothing()
    {
        await FoundAsync(_bench);
        var before = await _bench.StoredAsync();

        var refusal = await FoundAsync(_bench);

        Assert.Null(refusal);
        Assert.Equal(before, await _bench.StoredAsync());
    }

    [Fact]
    public async Task Found_WithAnotherPlan_IsRefusedAndWritesNothing()
    {
        await FoundAsync(_bench);
        var before = await _bench.StoredAsync();

        var refusal = await FoundAsync(_bench, planHash: "another");

        Assert.Equal(Rejections.OperationExists.Code, refusal?.Code);
        Assert.Equal(before, await _bench.StoredAsync());
    }

    private static async Task<Rejection?> FoundAsync(Bench bench, string planHash = "hash")
    {
        var households = Enumerable.Range(0, 3)
            .Select(static i => new HouseholdEntry(new($"h{i}"), $"00{i}", [new(1, "张三", "123X")], null, null, false, 0));
        var host = await bench.OpenAsync();
        return await OperationFounding.FoundAsync(
            host, new("test"), OperationMode.Drill, Plan.Empty, planHash, new([.. households], "hh", [], "uh"), CancellationToken.None);
    }
}
