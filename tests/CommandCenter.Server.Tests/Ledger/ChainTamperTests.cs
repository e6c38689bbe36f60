using CommandCenter.Domain.Identity;
using CommandCenter.Journal.Sqlite;
using CommandCenter.Server.Hosting;
using CommandCenter.TestKit;

namespace CommandCenter.Server.Tests.Ledger;

/// <summary>A journal file that somebody changes while the server runs.</summary>
public sealed class ChainTamperTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Verify_AfterAnEntryWasChangedInTheStore_SaysSo()
    {
        await (await StartAsync()).DisposeAsync();
        await using var server = await StartAsync();
        using var supervisor = new Client(new(server.Addresses.Single()));
        await supervisor.JoinAsync(server.Codes.Issue(new OperationId("sample"), [new PostId("supervisor")])[0]);
        Assert.True(await MatchesAsync(supervisor));

        Journals.Execute(OperationFiles.PathOf(_folder["data"], new("sample")), "UPDATE entries SET actor = 'somebody' WHERE sequence = 5");

        Assert.False(await MatchesAsync(supervisor));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<bool> MatchesAsync(Client supervisor) =>
        (await supervisor.GetAsync("/api/operations/sample/chain?verify=true")).Expect(200).Json.GetProperty("verified").GetProperty("matches").GetBoolean();

    private Task<CommandServer> StartAsync() =>
        CommandServer.StartAsync(new() { Data = _folder["data"], Urls = "http://127.0.0.1:0", Plan = Checkout.Sample, Limits = TestServer.Wide });
}
