using System.Text.Json;
using CommandCenter.Boards;
using CommandCenter.TestKit;

namespace CommandCenter.Server.Tests;

/// <summary>A day on the sample operation, given by hand: open, with windows and devices where a test needs them.</summary>
public sealed class Day : IAsyncDisposable
{
    private readonly Dictionary<string, Client> _devices = [];

    private Day(TestServer server) => Server = server;

    public TestServer Server { get; }

    /// <summary>An open day on a server of its own.</summary>
    public static async Task<Day> OpenAsync(TestServer server)
    {
        var day = new Day(server);
        var order = Enumerable.Range(1, 199).Select(static n => $"h{n:000}").ToArray();
        await day.DoAsync("commander", "operation/self/record-order", new { order, evidence = "公证书" });
        await day.DoAsync("commander", "operation/self/open", new { @override = "测试" });
        return day;
    }

    /// <summary>The device of a post; it joins when it is first needed.</summary>
    public async Task<Client> As(string post)
    {
        if (!_devices.TryGetValue(post, out var device))
        {
            _devices.Add(post, device = await Server.JoinAsync(post));
        }

        return device;
    }

    /// <summary>A command that must be accepted.</summary>
    public async Task<Answer> DoAsync(string post, string path, object? body = null, string? key = null) =>
        (await (await As(post)).GiveAsync(path, body, key)).Expect(200);

    /// <summary>Opens a window, calls whoever is next, and serves until that household's service has begun.</summary>
    /// <returns>The household.</returns>
    public async Task<string> ServeAsync(string window)
    {
        await DoAsync($"clerk-{window}", $"windows/{window}/call-next");
        await UntilAsync($"window:{window}", static board => board.TryGetProperty("household", out _));
        await DoAsync($"clerk-{window}", $"windows/{window}/arrive");
        await DoAsync($"clerk-{window}", $"windows/{window}/start");
        return Board($"window:{window}").GetProperty("household").GetProperty("id").GetString()!;
    }

    /// <summary>Checks a household in and waits until it stands in the queue, behind those who stand there already.</summary>
    public async Task CheckInAsync(string household)
    {
        var before = Board("queue:verification").GetProperty("waiting").GetInt32();
        await DoAsync("reception-1", $"households/{household}/check-in", new { present = new[] { 1 } });
        await UntilAsync("queue:verification", board => board.GetProperty("waiting").GetInt32() == before + 1);
    }

    /// <summary>Brings a household from the door to the start of its service at a selection window.</summary>
    public async Task<string> BringToSelectionAsync(string household = "h001", string window = "w5")
    {
        await CheckInAsync(household);
        await DoAsync("clerk-w1", "windows/w1/open");
        await ServeAsync("w1");
        await DoAsync("clerk-w1", "windows/w1/complete");
        await UntilAsync("queue:selection", static board => board.GetProperty("waiting").GetInt32() > 0);
        await DoAsync($"clerk-{window}", $"windows/{window}/open");
        var served = await ServeAsync(window);
        await UntilAsync($"window:{window}", static board => board.GetProperty("household").TryGetProperty("band", out _));
        return served;
    }

    /// <summary>Waits until a board shows something; looks again with every entry, and says what it was when it does not come.</summary>
    public Task UntilAsync(string topic, Func<JsonElement, bool> shows) => LookAsync(topic, shows).Expected($"the board '{topic}'; it shows {Board(topic)}");

    public JsonElement Board(string topic) =>
        Server.Sample.Boards.Read(topic) is { } snapshot ? JsonDocument.Parse(BoardJson.Write(snapshot)).RootElement.GetProperty("data") : default;

    public async ValueTask DisposeAsync()
    {
        foreach (var device in _devices.Values)
        {
            device.Dispose();
        }

        await Server.DisposeAsync();
    }

    private async Task LookAsync(string topic, Func<JsonElement, bool> shows)
    {
        while (true)
        {
            var seen = Server.Sample.Boards.Sequence;
            if (Board(topic) is { ValueKind: JsonValueKind.Object } board && shows(board))
            {
                return;
            }

            await Server.Sample.ShownAsync(seen + 1);
        }
    }
}
