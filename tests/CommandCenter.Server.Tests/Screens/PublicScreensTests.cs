using System.Net;
using System.Text.Json;
using CommandCenter.Boards;
using CommandCenter.Load.Hub;
using CommandCenter.Server.Hosting;
using CommandCenter.Server.Operations;
using CommandCenter.TestKit;

namespace CommandCenter.Server.Tests.Screens;

/// <summary>What anybody can see of the sample drill in motion: pages, boards and hub messages, without an account.</summary>
public sealed class PublicScreensTests : IClassFixture<PublicScreensTests.Demo>
{
    private readonly Demo _demo;
    private readonly Client _anybody;

    public PublicScreensTests(Demo demo) => (_demo, _anybody) = (demo, new(new(demo.Server.Addresses.Single())));

    [Theory]
    [InlineData("/hall", "大厅叫号屏", "Hall screen")]
    [InlineData("/units", "房源销控", "Flats")]
    public async Task PublicPage_WithoutAccount_IsShownInTheLanguageAskedFor(string path, string chinese, string english)
    {
        var first = (await _anybody.GetAsync(path)).Expect(200);
        var second = (await _anybody.GetAsync($"{path}?culture=en")).Expect(200);

        Assert.Contains(chinese, WebUtility.HtmlDecode(first.Text), StringComparison.Ordinal);
        Assert.Contains("lang=\"en\"", second.Text, StringComparison.Ordinal);
        Assert.Contains(english, second.Text, StringComparison.Ordinal);
        Assert.Contains("演练 DRILL", WebUtility.HtmlDecode(second.Text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("..%2f..%2fkeys")]
    public async Task Ticket_OfNoHousehold_IsAFriendlyPageThatTellsNothing(string token)
    {
        var answer = (await _anybody.GetAsync($"/t/{token}")).Expect(404);

        Assert.Contains("没有找到这个页面", WebUtility.HtmlDecode(answer.Text), StringComparison.Ordinal);
        Assert.DoesNotContain("data-operation=\"demo\"", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PublicPagesAndBoards_OfAMovingDay_HoldMaskedNamesOnly()
    {
        var topics = _demo.Running.Boards.Topics.Where(TopicNames.IsPublic).ToList();
        var tickets = topics.Where(static t => t.StartsWith("ticket:", StringComparison.Ordinal)).ToList();
        Assert.Equal(199, tickets.Count);
        foreach (var topic in topics)
        {
            _demo.Secrets.AreNotIn((await _anybody.GetAsync($"/api/operations/demo/boards/{topic}")).Expect(200).Text, topic);
        }

        foreach (var page in tickets.Select(static t => $"/t/{t["ticket:".Length..]}").Append("/hall").Append("/units"))
        {
            _demo.Secrets.AreNotIn(WebUtility.HtmlDecode((await _anybody.GetAsync(page)).Expect(200).Text), page);
        }
    }

    [Fact]
    public async Task HubMessages_OfAMovingDay_HoldMaskedNamesOnly()
    {
        var inbox = new HubInbox();
        await using var watcher = await HubClient.ConnectAsync(new(_demo.Server.Addresses.Single()), inbox);
        var topics = _demo.Running.Boards.Topics.Where(TopicNames.IsPublic).Take(100).Append("hall").Distinct().ToArray();
        await watcher.InvokeAsync("watch", ["demo", topics]);
        foreach (var topic in topics)
        {
            await watcher.InvokeAsync("since", ["demo", topic, 0]);
        }

        var (panels, announcements) = (0, 0);
        while (panels < topics.Length || announcements < 1)
        {
            var call = await inbox.NextAsync().Expected("a call of the hub");
            _demo.Secrets.AreNotIn(WebUtility.HtmlDecode(call.PlainText), "the hub");
            panels += call.Target == "panel" ? 1 : 0;
            announcements += call.Target == "announce" ? 1 : 0;
        }
    }

    /// <summary>The sample drill with its cast, in memory.</summary>
    public sealed class Demo : IAsyncLifetime
    {
        private readonly TemporaryFolder _folder = new();

        public CommandServer Server { get; private set; } = null!;

        public RunningOperation Running => Server.Operations.Find("demo")!.Running!;

        public PersonalSecrets Secrets { get; } = PersonalSecrets.OfSample();

        public async Task InitializeAsync() => Server = await CommandServer.StartAsync(
            new() { Data = _folder["data"], Urls = "http://127.0.0.1:0", Journal = JournalKind.Memory, Limits = TestServer.Wide });

        public async Task DisposeAsync()
        {
            await Server.DisposeAsync();
            _folder.Dispose();
        }
    }
}
