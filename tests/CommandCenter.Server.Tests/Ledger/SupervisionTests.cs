using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using CommandCenter.Journal.Events;
using CommandCenter.Journal.Verification;
using CommandCenter.TestKit;

namespace CommandCenter.Server.Tests.Ledger;

/// <summary>Supervision through HTTP: exceptions, the chain, the evidence that proves itself elsewhere.</summary>
public sealed class SupervisionTests
{
    [Fact]
    public async Task Override_IsShownWithItsReason_AndLeadsToItsEntry()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        var supervisor = await day.As("supervisor");

        var page = Read(await supervisor.GetAsync("/supervision"));
        var sequence = day.Board("supervision").GetProperty("exceptions")[0].GetProperty("sequence").GetInt64();
        Assert.Contains("带未完成项开放", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/report/entries?sequence={sequence}\"", page, StringComparison.Ordinal);
        var entry = Read(await supervisor.GetAsync($"/report/entries?sequence={sequence}"));
        Assert.All(["开放办理", "总指挥", $"#{sequence}"], text => Assert.Contains(text, entry, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Answers_TwoToOneQuestion_AreShownToSupervision()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        await day.DoAsync("reception-1", "cards/q1/write", new { question = "新增人口按什么标准？", answer = "每人二十平方米", clause = "c16" });
        await day.DoAsync("reception-1", "cases/c1/register", new { category = "addedMember", channel = "window", text = "问标准", kind = "simple" });
        await day.DoAsync("reception-1", "cases/c1/answer", new { text = "每人三十五平方米", clause = "c12", card = "q1" });

        var page = Read(await (await day.As("supervisor")).GetAsync("/supervision"));

        Assert.All(["同一问题，不同答复", "每人二十平方米", "每人三十五平方米"], text => Assert.Contains(text, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Chain_FoldedAgainFromTheStore_IsTheRunningOne()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        var supervisor = await day.As("supervisor");

        var sheet = (await supervisor.GetAsync("/api/operations/sample/chain?verify=true")).Expect(200).Json;

        Assert.True(sheet.GetProperty("verified").GetProperty("matches").GetBoolean());
        Assert.Equal(day.Server.Sample.Boards.Sequence, sheet.GetProperty("sequence").GetInt64());
        Assert.Equal(sheet.GetProperty("hash").GetString(), sheet.GetProperty("verified").GetProperty("hash").GetString());
        Assert.Contains(sheet.GetProperty("hash").GetString()!, Read(await supervisor.GetAsync("/supervision")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evidence_VerifiesElsewhere_AndHoldsFindingsAndHashes()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        await day.DoAsync("supervisor", "findings/f1/record", new { entry = 3, group = "order", text = "请说明" });
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = (await day.As("supervisor")).Cookies });
        using var pack = new ZipArchive(await http.GetStreamAsync(new Uri(day.Server.Address, "/api/operations/sample/evidence")));
        using var folder = new TemporaryFolder();
        pack.GetEntry("journal.ndjson")!.ExtractToFile(folder["journal.ndjson"]);

        var verdict = new ChainVerifier(EventRegistry.Default).Verify(folder["journal.ndjson"], null, CancellationToken.None);

        var checkpoint = Json(pack, "checkpoint.json");
        Assert.True(verdict.IsWhole, verdict.ToString());
        Assert.Equal((checkpoint.GetProperty("sequence").GetInt64(), checkpoint.GetProperty("chain").GetString()), (verdict.Checkpoint.Sequence, verdict.Checkpoint.Hash));
        Assert.Equal(64, checkpoint.GetProperty("householdsHash").GetString()!.Length);
        Assert.Equal("请说明", Json(pack, "supervision.json").GetProperty("data").GetProperty("findings")[0].GetProperty("text").GetString());
        Assert.Contains(verdict.Checkpoint.Hash, Text(pack, "README.txt"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/operations/sample/chain", "commander", 200)]
    [InlineData("/api/operations/sample/chain", "order-leader", 403)]
    [InlineData("/api/operations/sample/evidence", "supervisor", 200)]
    [InlineData("/api/operations/sample/evidence", "commander", 403)]
    [InlineData("/api/operations/sample/evidence", "administrator", 403)]
    public async Task Chain_AndEvidence_AreForThoseWhoCheck(string path, string post, int status)
    {
        await using var server = await TestServer.StartAsync();
        using var device = await server.JoinAsync(post);
        using var anybody = server.Anybody();

        (await device.GetAsync(path)).Expect(status);
        (await anybody.GetAsync(path)).Expect(401, "not-enrolled");
    }

    [Theory]
    [InlineData("/supervision", "supervisor", "order-leader")]
    [InlineData("/report", "commander", "administrator")]
    [InlineData("/report?date=all", "supervisor", "clerk-w1")]
    [InlineData("/report/entries?sequence=1", "commander", "reception-1")]
    [InlineData("/meetings", "order-deputy", "clerk-w1")]
    public async Task Pages_AreShownToTheirPosts_AndSendOthersToTheLogin(string path, string post, string other)
    {
        await using var server = await TestServer.StartAsync();
        using var own = await server.JoinAsync(post);
        using var foreign = await server.JoinAsync(other);

        Assert.DoesNotContain("id=\"enrol\"", (await own.GetAsync(path)).Expect(200).Text, StringComparison.Ordinal);
        Assert.Contains("id=\"enrol\"", (await foreign.GetAsync(path)).Expect(200).Text, StringComparison.Ordinal);
    }

    private static string Read(Answer page) => WebUtility.HtmlDecode(page.Expect(200).Text);

    private static JsonElement Json(ZipArchive pack, string name) => JsonDocument.Parse(Text(pack, name)).RootElement;

    private static string Text(ZipArchive pack, string name)
    {
        using var reader = new StreamReader(pack.GetEntry(name)!.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
