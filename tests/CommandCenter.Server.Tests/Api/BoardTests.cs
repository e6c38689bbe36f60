namespace CommandCenter.Server.Tests.Api;

public sealed class BoardTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private readonly TestServer _server = shared.Server;

    [Fact]
    public async Task Operations_Anybody_SeesThemWithTheirPhase()
    {
        using var anybody = _server.Anybody();

        var line = (await anybody.GetAsync("/api/operations")).Expect(200).Json[0];
        var sheet = (await anybody.GetAsync("/api/operations/sample")).Expect(200).Json;

        Assert.Equal(("sample", "live", "preparing", false), (
            line.GetProperty("id").GetString(), line.GetProperty("mode").GetString(), line.GetProperty("phase").GetString(), line.GetProperty("stopped").GetBoolean()));
        Assert.Equal("示范街道安置分房", sheet.GetProperty("name").GetProperty("zh").GetString());
        Assert.Equal(1, sheet.GetProperty("speed").GetDouble());
        Assert.EndsWith("+08:00", sheet.GetProperty("now").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hall")]
    [InlineData("units")]
    [InlineData("units:2")]
    public async Task Board_Public_IsShownToAnybody(string topic)
    {
        using var anybody = _server.Anybody();

        var board = (await anybody.GetAsync($"/api/operations/sample/boards/{topic}")).Expect(200).Json;

        Assert.Equal(topic, board.GetProperty("topic").GetString());
        Assert.True(board.GetProperty("sequence").GetInt64() > 0);
        Assert.True(board.TryGetProperty("at", out _) && board.TryGetProperty("data", out _));
    }

    [Theory]
    [InlineData("state")]
    [InlineData("cases")]
    [InlineData("no-such-topic")]
    public async Task Board_NotPublic_NeedsAPostWhetherItIsThereOrNot(string topic)
    {
        using var anybody = _server.Anybody();

        (await anybody.GetAsync($"/api/operations/sample/boards/{topic}")).Expect(401, "not-enrolled");
    }

    [Theory]
    [InlineData("queue:nothing", 404, "topic-unknown")]
    [InlineData("forecast", 404, "topic-unknown")]
    [InlineData("no-such-topic", 403, "not-your-post")]
    [InlineData("ticket:AAAAAAAAAAAAAAAAAAAAAA", 404, "topic-unknown")]
    public async Task Board_Unknown_IsNotThere(string topic, int status, string code)
    {
        using var commander = await _server.JoinAsync("commander");

        (await commander.GetAsync($"/api/operations/sample/boards/{topic}")).Expect(status, code);
    }

    [Fact]
    public async Task Operation_Unknown_IsNotThere()
    {
        using var anybody = _server.Anybody();

        (await anybody.GetAsync("/api/operations/other")).Expect(404, "operation-unknown");
        (await anybody.GetAsync("/api/operations/other/boards/hall")).Expect(404, "operation-unknown");
    }

    [Fact]
    public async Task Health_Running_IsLiveAndReady()
    {
        using var anybody = _server.Anybody();

        Assert.Equal("""{"status":"live"}""", (await anybody.GetAsync("/health/live")).Expect(200).Text);
        Assert.Equal("""{"status":"ready","operations":1,"stopped":0}""", (await anybody.GetAsync("/health/ready")).Expect(200).Text);
    }
}
