using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Server.Hosting;
using CommandCenter.TestKit;

namespace CommandCenter.Server.Tests.Operations;

/// <summary>The sample drill that a newcomer meets.</summary>
public sealed class SampleDrillTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Start_OnAnEmptyFolder_PlaysADrillThatIsWellUnderWay()
    {
        await using var server = await StartAsync();

        var demo = Assert.Single(server.Operations.All).Running!;
        Assert.Equal(("demo", OperationMode.Drill, OperationPhase.Open), (demo.Id.Value, demo.Frame.Mode, demo.Frame.Phase));
        Assert.Equal(20, demo.Speed);
        Assert.True(demo.Clocks.Now > demo.Frame.Plan.Opens);
        await MoreAsync(demo, 5);
    }

    [Fact]
    public async Task Restart_GoesOnWhereItWas()
    {
        DateTimeOffset stopped;
        long last;
        await using (var first = await StartAsync(JournalKind.Sqlite))
        {
            var demo = first.Operations.Find("demo")!.Running!;
            await MoreAsync(demo, 20);
            (stopped, last) = (demo.Clocks.Now, demo.Boards.Sequence);
        }

        await using var second = await StartAsync(JournalKind.Sqlite);

        var again = Assert.Single(second.Operations.All).Running!;
        Assert.True(again.Boards.Sequence >= last);
        Assert.InRange(again.Clocks.Now - stopped, TimeSpan.FromMinutes(-1), TimeSpan.FromHours(1));
        Assert.Equal(20, again.Speed);
        await MoreAsync(again, 100);
        Assert.Null(again.Host.Fault);
    }

    [Fact]
    public async Task Drill_PausedByItsDirector_StandsStill()
    {
        await using var server = await StartAsync();
        using var director = new Client(new(server.Addresses.Single()));
        await director.JoinAsync(server.Codes.Issue(new OperationId("demo"), [new PostId("drill-director")])[0]);
        var demo = server.Operations.Find("demo")!.Running!;

        (await director.GiveAsync("/api/operations/demo/drill/self/pause")).Expect(200);
        Assert.Equal(0, demo.Speed);
        Assert.Equal(demo.Clocks.Now, demo.Clocks.Now);
        (await director.GiveAsync("/api/operations/demo/drill/self/speed", new { value = 5 })).Expect(200);
        (await director.GiveAsync("/api/operations/demo/drill/self/resume")).Expect(200);

        Assert.Equal(5, demo.Speed);
    }

    [Fact]
    public async Task Window_TakenOverByAPerson_IsLeftAlone()
    {
        await using var server = await StartAsync();
        using var clerk = new Client(new(server.Addresses.Single()));
        await clerk.JoinAsync(server.Codes.Issue(new OperationId("demo"), [new PostId("clerk-w1")])[0]);
        var demo = server.Operations.Find("demo")!.Running!;

        Assert.True(demo.Drill!.IsTaken(new("clerk-w1")));
        Assert.False(demo.Drill.IsTaken(new("clerk-w2")));
    }

    [Theory]
    [InlineData("commander", "supervisor")]
    [InlineData("reception-1", "reception-2")]
    public async Task PostOfTheDay_TakenOverByAPerson_IsLeftAloneUntilThePersonLeaves(string post, string other)
    {
        await using var server = await StartAsync();
        using var device = new Client(new(server.Addresses.Single()));
        var demo = server.Operations.Find("demo")!.Running!;
        await device.JoinAsync(server.Codes.Issue(new OperationId("demo"), [new PostId(post)])[0]);

        Assert.Equal((true, false), (demo.Drill!.IsTaken(new(post)), demo.Drill.IsTaken(new(other))));
        await MoreAsync(demo, 20);
        (await device.PostAsync("/api/leave", null)).Expect(204);

        Assert.False(demo.Drill.IsTaken(new(post)));
    }

    [Fact]
    public async Task Leader_TakenOverByAPerson_IsLeftAloneAndTheDrillGoesOn()
    {
        await using var server = await StartAsync();
        using var leader = new Client(new(server.Addresses.Single()));
        var demo = server.Operations.Find("demo")!.Running!;
        await leader.JoinAsync(server.Codes.Issue(new OperationId("demo"), [new PostId("order-leader")])[0]);

        Assert.True(demo.Drill!.IsTaken(new("order-leader")));
        Assert.False(demo.Drill.IsTaken(new("order-deputy")));
        await MoreAsync(demo, 20);
        (await leader.GiveAsync("/api/operations/demo/incidents/i1/raise", new { type = "crowd", zone = "south-gate", text = "推挤" })).Expect(200);
        (await leader.GiveAsync("/api/operations/demo/incidents/i1/acknowledge")).Expect(200);
        (await leader.PostAsync("/api/leave", null)).Expect(204);

        Assert.False(demo.Drill.IsTaken(new("order-leader")));
    }

    [Fact]
    public async Task Start_WithAnotherOperationThere_AddsNothing()
    {
        await (await StartAsync(JournalKind.Sqlite, Checkout.Sample)).DisposeAsync();

        await using var server = await StartAsync(JournalKind.Sqlite);

        Assert.Equal("sample", Assert.Single(server.Operations.All).Id.Value);
    }

    public void Dispose() => _folder.Dispose();

    private Task<CommandServer> StartAsync(JournalKind journal = JournalKind.Memory, string? plan = null) =>
        CommandServer.StartAsync(new() { Data = _folder["data"], Urls = "http://127.0.0.1:0", Plan = plan, Journal = journal, Limits = TestServer.Wide });

    private static async Task MoreAsync(Server.Operations.RunningOperation operation, int entries)
    {
        var until = operation.Boards.Sequence + entries;
        while (operation.Boards.Sequence < until)
        {
            await operation.ShownAsync(until).Expected($"entry {until} of the drill; it is at {operation.Boards.Sequence}");
        }
    }
}
