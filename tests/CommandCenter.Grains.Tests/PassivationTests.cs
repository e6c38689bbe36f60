using CommandCenter.Domain.Operations;
using CommandCenter.Grains.Tests.Fakes;
using CommandCenter.TestKit;

namespace CommandCenter.Grains.Tests;

public sealed class PassivationTests
{
    [Fact]
    public async Task Idle_LongEnough_DropsTheStateAndComesBackAsItWas()
    {
        var bench = new Bench();
        var host = await bench.OpenAsync();
        await host.SendAsync("case/a", "1", new Write("x", "y"));
        await host.SendAsync("case/b", "2", new Write("z"));
        bench.Clock.Advance(bench.Options.IdleAfter);
        await host.SendAsync("case/b", "3", new Write("w"));

        host.PassivateIdle();

        Assert.Equal(1, host.ActiveGrains);
        Assert.Equal("a|x,y|", await host.ContentAsync("case/a"));
        Assert.Equal(2, host.ActiveGrains);
    }

    [Fact]
    public async Task TooMany_ThoseUsedLeastRecentlyDropTheirState()
    {
        var bench = new Bench { Options = new() { MaxActiveGrains = 2 } };
        var host = await bench.OpenAsync();
        for (var i = 0; i < 5; i++)
        {
            bench.Clock.Advance(TimeSpan.FromSeconds(1));
            await host.SendAsync($"case/g{i}", $"{i}", new Write("x"));
        }

        host.PassivateIdle();
        var read = 0;
        bench.Journal.OnRead = e =>
        {
            read++;
            return e;
        };
        await host.SendAsync("case/g4", "again-4", new Write("y"));
        await host.SendAsync("case/g3", "again-3", new Write("y"));

        Assert.Equal(2, host.ActiveGrains);
        Assert.Equal(0, read);
        await host.SendAsync("case/g0", "again-0", new Write("y"));
        Assert.Equal(1, read);
    }

    [Fact]
    public async Task Idle_WithoutAnyEvent_IsForgottenAndComesBackEmpty()
    {
        var bench = new Bench();
        var host = await bench.OpenAsync();
        await host.SendAsync("case/a", "1", new Write("x"));
        for (var i = 0; i < 100; i++)
        {
            await host.SendAsync($"case/nobody-{i}", $"no-{i}", new Tell());
        }

        Assert.Equal(101, host.KnownGrains);
        bench.Clock.Advance(bench.Options.IdleAfter);
        host.PassivateIdle();

        Assert.Equal(1, host.KnownGrains);
        await host.SendAsync("case/nobody-7", "yes", new Write("y"));
        Assert.Equal("nobody-7|y|", await host.ContentAsync("case/nobody-7"));
    }

    [Fact]
    public async Task Reactivated_GoesOnAsIfItHadNeverLeft()
    {
        var sleepy = new Bench { Options = new() { MaxActiveGrains = 0 } };
        var awake = new Bench();
        var (sleepyHost, awakeHost) = (await sleepy.OpenAsync(), await awake.OpenAsync());
        for (var i = 0; i < 20; i++)
        {
            sleepyHost.PassivateIdle();
            await sleepyHost.SendAsync($"case/g{i % 3}", $"{i}", new WriteUpTo(5, $"{i}"));
            await awakeHost.SendAsync($"case/g{i % 3}", $"{i}", new WriteUpTo(5, $"{i}"));
        }

        Assert.Equal(await awake.StoredAsync(), await sleepy.StoredAsync());
    }

    [Fact]
    public async Task Deadline_OfAPassiveGrain_Fires()
    {
        var bench = new Bench();
        await using var operation = await bench.OpenOperationAsync();
        await operation.SendAsync("case/a", "1", new PromiseBy(bench.Clock.Now.AddHours(1)));
        bench.Clock.Advance(TimeSpan.FromHours(1));
        operation.Grains.PassivateIdle();
        Assert.Equal(0, operation.Grains.ActiveGrains);

        await operation.RunToRestAsync(CancellationToken.None);

        Assert.Equal("a|broken|", await operation.ContentAsync("case/a"));
    }

    [Fact]
    public async Task OperationReactivated_NobodySeesAnEarlierPhaseMeanwhile()
    {
        var bench = new Bench { Options = new() { MaxActiveGrains = 0 } };
        var host = await bench.OpenAsync();
        await host.SendAsync("operation/self", "1", new SuspendOperation("一"));
        await host.SendAsync("operation/self", "2", new ResumeOperation());
        await host.SendAsync("operation/self", "3", new SuspendOperation("二"));
        host.PassivateIdle();
        var seen = new List<OperationPhase>();
        bench.Journal.OnRead = e =>
        {
            seen.Add(host.Frame.Phase);
            return e;
        };

        await host.SendAsync("operation/self", "4", new SuspendOperation("三"));

        Assert.Equal(3, seen.Count);
        Assert.All(seen, static phase => Assert.Equal(OperationPhase.Suspended, phase));
    }

    [Fact]
    public async Task Passivate_GrainAtWork_IsLeftAlone()
    {
        var bench = new Bench { Options = new() { MaxActiveGrains = 0 } };
        var gate = new Gate("the journal");
        var host = await bench.OpenAsync();
        bench.Journal.BeforeAppend = async _ => await gate.PassAsync();
        var caller = host.SendAsync("case/a", "1", new Write("x")).AsTask();
        await gate.ArrivalsAsync();

        host.PassivateIdle();

        Assert.Equal(1, host.ActiveGrains);
        gate.Open();
        await caller.Expected("the answer");
        Assert.Equal("a|x|", await host.ContentAsync("case/a"));
    }
}
