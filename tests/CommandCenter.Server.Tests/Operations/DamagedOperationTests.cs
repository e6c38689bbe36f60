using CommandCenter.Domain.Identity;
using CommandCenter.Journal.Sqlite;
using CommandCenter.Server.Hosting;
using CommandCenter.TestKit;

namespace CommandCenter.Server.Tests.Operations;

/// <summary>One damaged operation in a data folder: it is listed with its fault, and the others go on.</summary>
public sealed class DamagedOperationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Start_WithADamagedJournalBeside_ServesTheOther()
    {
        await (await StartAsync()).DisposeAsync();
        File.Copy(PathOf("sample"), PathOf("broken"));
        await File.WriteAllTextAsync(PathOf("garbage"), "this is no journal");

        await using var server = await StartAsync();

        var operations = server.Operations.All.ToDictionary(static o => o.Id.Value);
        Assert.Null(operations["sample"].Fault);
        Assert.Contains("'sample'", operations["broken"].Fault, StringComparison.Ordinal);
        Assert.NotNull(operations["garbage"].Fault);
        using var client = new Client(new(server.Addresses.Single()));
        await client.JoinAsync(server.Codes.Issue(new OperationId("sample"), [new PostId("clerk-w3")])[0]);
        (await client.GiveAsync("windows/w3/open")).Expect(200);
        (await client.GetAsync("/api/operations/broken/boards/hall")).Expect(503, "operation-stopped");
        (await client.GiveAsync("/api/operations/garbage/windows/w3/open")).Expect(503, "operation-stopped");
        Assert.Equal("""{"status":"ready","operations":3,"stopped":2}""", (await client.GetAsync("/health/ready")).Text);
    }

    [Fact]
    public async Task Start_AfterAnEntryWasChanged_ShowsWhatCameBeforeAndTakesNoCommands()
    {
        await (await StartAsync()).DisposeAsync();
        Journals.Execute(PathOf("sample"), "UPDATE entries SET type = 'unheard.of.v1' WHERE sequence = 150");

        await using var server = await StartAsync(plan: null);

        Assert.Contains("150", server.Operations.Find("sample")!.Fault, StringComparison.Ordinal);
        using var client = new Client(new(server.Addresses.Single()));
        (await client.GetAsync("/api/operations/sample/boards/hall")).Expect(200);
        await client.JoinAsync(server.Codes.Issue(new OperationId("sample"), [new PostId("clerk-w3")])[0]);
        (await client.GiveAsync("windows/w3/open")).Expect(503, "operation-stopped");
    }

    [Fact]
    public async Task Start_PlanOfAnotherOperation_IsRefused()
    {
        await (await StartAsync()).DisposeAsync();
        var other = _folder["sample"];
        Plans.Samples.SampleFolder.Write(other, seed: 7);

        var refusal = await Assert.ThrowsAsync<CommandCenter.Server.CommandLine.CannotRunException>(() => StartAsync(other));

        Assert.Contains("operation-exists", refusal.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private Task<CommandServer> StartAsync() => StartAsync(Checkout.Sample);

    private Task<CommandServer> StartAsync(string? plan) =>
        CommandServer.StartAsync(new() { Data = _folder["data"], Urls = "http://127.0.0.1:0", Plan = plan, Limits = TestServer.Wide });

    private string PathOf(string operation) => OperationFiles.PathOf(_folder["data"], new(operation));
}
