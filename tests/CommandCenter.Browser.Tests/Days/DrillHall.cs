using System.Text.Json;
using CommandCenter.Boards;
using CommandCenter.Domain.Identity;
using CommandCenter.Server.Access;
using CommandCenter.Server.Hosting;
using CommandCenter.Server.Operations;
using CommandCenter.Server.Tests;
using CommandCenter.TestKit;

namespace CommandCenter.Browser.Tests.Days;

/// <summary>The sample drill three quarters of an hour into its day, standing still: people in line, flats being chosen, incidents open.</summary>
public sealed class DrillHall : IAsyncLifetime
{
    private const string Drill = FirstOperation.Demo;
    private readonly TemporaryFolder _folder = new();
    private CommandServer _server = null!;

    public Uri Address { get; private set; } = null!;

    private BoardSet Boards => _server.Operations.Find(Drill)!.Running!.Boards;

    public async Task InitializeAsync()
    {
        _server = await CommandServer.StartAsync(new() { Data = _folder["data"], Urls = "http://127.0.0.1:0", Journal = JournalKind.Memory, Limits = TestServer.Wide });
        Address = new(_server.Addresses.Single());
        using var director = new Client(Address);
        await director.JoinAsync(Code("drill-director"));
        (await director.GiveAsync($"/api/operations/{Drill}/drill/self/pause")).Expect(200);
    }

    /// <summary>A fresh code of a post.</summary>
    public string Code(string post) => _server.Codes.Issue(new OperationId(Drill), [new PostId(post)])[0];

    /// <summary>A selection window with a household that chooses, with a flat reserved where there is one.</summary>
    public string ChoosingWindow => Windows("selection").Where(static w => w.Board.TryGetProperty("household", out var h) && h.TryGetProperty("band", out _))
        .OrderByDescending(static w => w.Board.TryGetProperty("reservation", out _)).First().Id;

    /// <summary>A verification window with a household in service.</summary>
    public string VerifyingWindow => Windows("verification").First(static w => w.Board.TryGetProperty("household", out _)).Id;

    /// <summary>The page of a household that waits.</summary>
    public string WaitingToken => Boards.Topics.Where(static t => t.StartsWith("ticket:", StringComparison.Ordinal))
        .First(t => Board(t).GetProperty("stage").GetString() == "waiting")["ticket:".Length..];

    /// <summary>A household that has not come yet.</summary>
    public string ExpectedHousehold => Household("expected");

    /// <summary>A household that waits with a ticket.</summary>
    public string WaitingHousehold => Household("waiting");

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    private string Household(string stage) => Enumerable.Range(1, 199).Select(static n => $"h{n:000}")
        .First(h => Board($"household:{h}").GetProperty("stage").GetString() == stage);

    private IEnumerable<(string Id, JsonElement Board)> Windows(string step) => Enumerable.Range(1, 14)
        .Select(n => ($"w{n}", Board($"window:w{n}"))).Where(w => w.Item2.TryGetProperty("step", out var at) && at.GetString() == step);

    private JsonElement Board(string topic) => JsonDocument.Parse(BoardJson.Write(Boards.Read(topic)!)).RootElement.GetProperty("data");
}
