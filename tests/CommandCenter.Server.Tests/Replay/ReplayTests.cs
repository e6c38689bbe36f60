using System.Net;
using System.Text.RegularExpressions;
using CommandCenter.Boards;
using CommandCenter.Domain.Drills;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Operations;
using CommandCenter.Server.Hosting;
using CommandCenter.Server.Operations;
using CommandCenter.Server.Replay;
using CommandCenter.TestKit;

namespace CommandCenter.Server.Tests.Replay;

/// <summary>Any moment of a day again, on a paused sample drill.</summary>
public sealed partial class ReplayTests : IClassFixture<ReplayTests.Past>
{
    private static readonly string[] Topics = ["state", "flow", "units", "units:1", "site", "hall", "now"];

    private readonly Past _past;

    public ReplayTests(Past past) => _past = past;

    [Fact]
    public async Task End_ShowsWhatTheBoardsShowNow()
    {
        var boards = await _past.Reel.ShowAsync(null, Boards, CancellationToken.None);

        Assert.Equal(Boards(_past.Running), boards);
    }

    [Fact]
    public async Task Moment_ReachedBackAndForth_IsTheSameAsReachedDirectly()
    {
        var span = await _past.Reel.SpanAsync(CancellationToken.None);
        var random = new Random(20260822);
        for (var i = 0; i < 40; i++)
        {
            var at = span.From + ((span.To - span.From) * random.NextDouble());
            var wandered = await _past.Reel.ShowAsync(at, Boards, CancellationToken.None);
            var direct = await new Reel(_past.Running).ShowAsync(at, Boards, CancellationToken.None);
            Assert.True(direct == wandered, $"seed 20260822, {at:O}");
        }
    }

    [Fact]
    public async Task Moment_BeforeTheFirstAndAfterTheLast_IsTheFirstAndTheLast()
    {
        var span = await _past.Reel.SpanAsync(CancellationToken.None);

        var before = await _past.Reel.ShowAsync(span.From.AddDays(-1), static m => Task.FromResult((m.Now, m.Boards.Sequence > 0)), CancellationToken.None);
        var after = await _past.Reel.ShowAsync(span.To.AddDays(1), static m => Task.FromResult((m.Now, m.Boards.Sequence)), CancellationToken.None);

        Assert.Equal((span.From, true), before);
        Assert.Equal((span.To, (long)span.Entries), after);
    }

    [Fact]
    public async Task Marks_AreThePhasesIncidentsAndInjectsOfTheJournal_InOrder()
    {
        var span = await _past.Reel.SpanAsync(CancellationToken.None);

        var expected = new Dictionary<ReplayMarkKind, int>();
        await foreach (var entry in _past.Running.ReadAsync(0, CancellationToken.None))
        {
            ReplayMarkKind? kind = entry.Event switch
            {
                OperationReady or OperationOpened => ReplayMarkKind.Phase,
                IncidentRaised => ReplayMarkKind.Incident,
                InjectDelivered => ReplayMarkKind.Inject,
                _ => null,
            };
            if (kind is { } known)
            {
                expected[known] = expected.GetValueOrDefault(known) + 1;
            }
        }

        Assert.Equal(Enum.GetValues<ReplayMarkKind>().ToHashSet(), expected.Keys.ToHashSet());
        Assert.Equal(expected, span.Marks.GroupBy(static m => m.Kind).ToDictionary(static g => g.Key, static g => g.Count()));
        Assert.Equal(span.Marks.OrderBy(static m => m.Sequence), span.Marks);
        Assert.All(span.Marks, m => Assert.InRange(m.At, span.From, span.To));
    }

    [Fact]
    public async Task Page_IsTheWall_AndNothingInItLeadsToACommand()
    {
        using var commander = await _past.JoinAsync("commander");

        var page = WebUtility.HtmlDecode((await commander.GetAsync("/replay?operation=demo")).Expect(200).Text);
        var script = (await commander.GetAsync(ScriptPath().Match(page).Value)).Expect(200).Text;

        Assert.Contains("<main class=\"page\" inert", page, StringComparison.Ordinal);
        Assert.Contains("演练 DRILL", page, StringComparison.Ordinal);
        Assert.Contains("回放 REPLAY", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Idempotency-Key", script, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("POST", script, StringComparison.Ordinal);
        Assert.Contains("Idempotency-Key", (await commander.GetAsync("/assets/wall.js")).Expect(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Panels_AreThoseOfTheMoment()
    {
        using var commander = await _past.JoinAsync("commander");
        var opened = (await _past.Reel.SpanAsync(CancellationToken.None)).Marks.First(static m => m.Key == "OperationPhase.Open");

        var early = (await commander.GetAsync(Path(opened.At, "state"))).Expect(200).Json;

        Assert.InRange(early.GetProperty("sequence").GetInt64(), opened.Sequence, opened.Sequence + 500);
        Assert.Equal("state", early.GetProperty("panels")[0].GetProperty("topic").GetString());
        Assert.NotEqual("", early.GetProperty("panels")[0].GetProperty("html").GetString());
    }

    [Theory]
    [InlineData("commander", true)]
    [InlineData("supervisor", true)]
    [InlineData("drill-director", true)]
    [InlineData("observer", true)]
    [InlineData("clerk-w1", false)]
    [InlineData("reception-1", false)]
    [InlineData("screen-wall", false)]
    public async Task Replay_IsForCommandAndSupervisionAlone(string post, bool may)
    {
        using var device = await _past.JoinAsync(post);

        (await device.GetAsync(Path(_past.Running.Now, "state"))).Expect(may ? 200 : 403);
    }

    [Fact]
    public async Task Replay_WithoutAPost_IsRefused()
    {
        using var anybody = new Client(_past.Address);

        (await anybody.GetAsync(Path(_past.Running.Now, "state"))).Expect(401);
    }

    [Theory]
    [InlineData("")]
    [InlineData("at=yesterday")]
    [InlineData("at=99999999999")]
    public async Task Time_ThatIsNone_IsRefusedNamingTheField(string query)
    {
        using var commander = await _past.JoinAsync("commander");

        var answer = (await commander.GetAsync($"/api/operations/demo/replay?{query}")).Expect(422);

        Assert.Equal("at", answer.Field);
    }

    [Fact]
    public async Task Topics_ThatThePostMayNotSee_AreLeftOut()
    {
        using var observer = await _past.JoinAsync("observer");

        var picture = (await observer.GetAsync(Path(_past.Running.Now, "household:h001") + "&topic=state")).Expect(200).Json;

        Assert.Equal("state", Assert.Single(picture.GetProperty("panels").EnumerateArray()).GetProperty("topic").GetString());
    }

    private static string Path(DateTimeOffset at, string topic) =>
        $"/api/operations/demo/replay?at={Uri.EscapeDataString(Server.Screens.Moments.Iso(at))}&topic={topic}";

    private static Task<string> Boards(ReplayMoment moment) => Task.FromResult(Boards((IScene)moment));

    private static string Boards(IScene scene) =>
        string.Join('\n', Topics.Select(t => scene.Boards.Read(t) is { } snapshot ? System.Text.Encoding.UTF8.GetString(BoardJson.Write(snapshot)) : $"{t}: none"));

    [GeneratedRegex("/assets/replay\\.js[^\"]*")]
    private static partial Regex ScriptPath();

    /// <summary>The sample drill, stopped in the middle of the morning.</summary>
    public sealed class Past : IAsyncLifetime
    {
        private readonly TemporaryFolder _folder = new();
        private CommandServer _server = null!;

        public Uri Address => new(_server.Addresses.Single());

        public RunningOperation Running => _server.Operations.Find("demo")!.Running!;

        internal Reel Reel { get; private set; } = null!;

        public async Task<Client> JoinAsync(string post)
        {
            var client = new Client(Address);
            await client.JoinAsync(_server.Codes.Issue(new OperationId("demo"), [new PostId(post)])[0]);
            return client;
        }

        public async Task InitializeAsync()
        {
            _server = await CommandServer.StartAsync(
                new() { Data = _folder["data"], Urls = "http://127.0.0.1:0", Journal = JournalKind.Memory, Limits = TestServer.Wide });
            using var director = await JoinAsync("drill-director");
            (await director.GiveAsync("/api/operations/demo/drill/self/pause")).Expect(200);
            (await director.GiveAsync("/api/operations/demo/drill/self/deliver", new { inject = "crowding-report" })).Expect(200);
            Reel = new(Running);
        }

        public async Task DisposeAsync()
        {
            await _server.DisposeAsync();
            _folder.Dispose();
        }
    }
}
