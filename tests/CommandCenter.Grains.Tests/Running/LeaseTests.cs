using CommandCenter.Grains.Tests.Fakes;

namespace CommandCenter.Grains.Tests.Running;

/// <summary>An operation that shares what follows by itself with other processes.</summary>
public sealed class LeaseTests
{
    private readonly FakeLease _lease = new();
    private readonly Bench _bench;

    public LeaseTests() => _bench = new() { Policies = [new CopyPolicy()], Lease = _lease };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Lease_RunsOutForAMomentAndIsHeldAgain_WhatFollowsFromMeanwhileIsDone(long term)
    {
        await using var operation = await _bench.OpenOperationAsync();
        await operation.SendAsync("case/a", "1", new Write("to:b:before"));
        await operation.RunToRestAsync(CancellationToken.None);

        _lease.Become(isHeld: false, 1);
        await operation.SendAsync("case/a", "2", new Write("to:b:meanwhile"));
        await operation.RunToRestAsync(CancellationToken.None);
        Assert.Equal(3, _bench.Store.LastSequence);

        _lease.Become(isHeld: true, term);
        await operation.SendAsync("case/a", "3", new Write("to:b:after"));
        await operation.RunToRestAsync(CancellationToken.None);

        Assert.Equal("b|before,meanwhile,after|", await operation.ContentAsync("case/b"));
        Assert.Equal(6, _bench.Store.LastSequence);
    }

    [Fact]
    public async Task Lease_HeldAgainInTheSameTerm_WakesWhatRestedMeanwhile()
    {
        await using var operation = await _bench.OpenOperationAsync();
        await operation.StartAsync(CancellationToken.None);
        _lease.Become(isHeld: false, 1);
        await operation.SendAsync("case/a", "1", new Write("to:b:meanwhile"));
        while (operation.Position < 1) await Task.Yield();

        _lease.Become(isHeld: true, 1);
        await operation.RestAsync(CancellationToken.None);

        Assert.Equal(2, _bench.Store.LastSequence);
    }
}
