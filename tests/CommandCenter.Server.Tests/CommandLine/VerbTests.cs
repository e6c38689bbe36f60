using System.Text.Json;
using CommandCenter.Domain.Identity;
using CommandCenter.Journal.Sqlite;
using CommandCenter.Server.Access;
using CommandCenter.TestKit;

namespace CommandCenter.Server.Tests.CommandLine;

/// <summary>What works on a data folder, each verb on one that a drill has filled.</summary>
public sealed class VerbTests(VerbTests.DrillFolder drill) : IClassFixture<VerbTests.DrillFolder>, IDisposable
{
    private const string Operation = "power-cut-3";
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Verify_ChangedEntry_NamesTheFirstBadSequence()
    {
        var data = Copy();
        Journals.Execute(OperationFiles.PathOf(data, new(Operation)), "UPDATE entries SET payload = replace(payload, '0', '1') WHERE sequence = 77");

        var finished = (await Executable.RunAsync("verify", "--data", data, "--operation", Operation)).Expect(1);

        Assert.StartsWith("BAD sequence=77 ", finished.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_ThenVerified_IsTheSameChain()
    {
        var exported = (await Executable.RunAsync("journal", "export", "--data", drill.Data, "--operation", Operation, "--out", _folder["x.ndjson"])).Expect(0);
        var verified = (await Executable.RunAsync("verify", _folder["x.ndjson"])).Expect(0);

        Assert.Contains(drill.Chain, exported.Output, StringComparison.Ordinal);
        Assert.Contains(drill.Chain, verified.Output, StringComparison.Ordinal);
        Assert.Equal(["x.ndjson"], Directory.EnumerateFiles(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Backup_ThenRestored_IsTheSameOperation()
    {
        (await CommandLines.RunAsync("backup", "--data", drill.Data, "--out", _folder["b.zip"])).Expect(0);
        (await Executable.RunAsync("restore", _folder["b.zip"], "--data", _folder["there"])).Expect(0);
        var again = (await CommandLines.RunAsync("restore", _folder["b.zip"], "--data", _folder["there"])).Expect(0);

        Assert.Contains(drill.Chain, again.Output, StringComparison.Ordinal);
        (await Executable.RunAsync("verify", "--data", _folder["there"], "--operation", Operation)).Expect(0);
    }

    [Fact]
    public async Task Restore_OverOtherEntries_IsRefused()
    {
        (await CommandLines.RunAsync("backup", "--data", drill.Data, "--out", _folder["b.zip"])).Expect(0);
        var data = Copy();
        var path = OperationFiles.PathOf(data, new(Operation));
        Journals.Execute(path, "UPDATE entries SET hash = zeroblob(32) WHERE sequence = 5");
        var before = await File.ReadAllBytesAsync(path);

        var finished = (await Executable.RunAsync("restore", _folder["b.zip"], "--data", data)).Expect(3);

        Assert.Contains("damaged", finished.Error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(path));
    }

    [Fact]
    public async Task Posts_AsJson_GivesEachPostACodeThatLetsADeviceIn()
    {
        var data = Copy();

        var finished = (await Executable.RunAsync("posts", "--data", data, "--operation", Operation, "--json")).Expect(0);

        var posts = JsonDocument.Parse(finished.Output).RootElement.EnumerateArray().ToList();
        Assert.Equal(37, posts.Count);
        var clerk = posts.Single(static p => p.GetProperty("post").GetString() == "clerk-w3");
        Assert.Equal(("3 号窗口", "clerk"), (clerk.GetProperty("zh").GetString(), clerk.GetProperty("role").GetString()));
        var codes = new OneTimeCodes(new AccessFolder(data), TimeProvider.System);
        Assert.Equal((new OperationId(Operation), new PostId("clerk-w3")), codes.Redeem(clerk.GetProperty("code").GetString()!));
    }

    [Fact]
    public async Task PlanCheck_OnTheSample_CountsWhatIsThere()
    {
        var finished = (await CommandLines.RunAsync("plan", "check", Checkout.Sample)).Expect(0);

        Assert.StartsWith("OK households=199 people=638 units=236 windows=14 groups=5 posts=37", finished.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlanCheck_WithFaults_ReportsEachWithItsPlace()
    {
        (await CommandLines.RunAsync("plan", "sample", _folder["plan"], "--seed", "5")).Expect(0);
        var list = _folder["plan/households.csv"];
        var lines = await File.ReadAllLinesAsync(list);
        (lines[10], lines[20]) = (lines[10].Replace(',', ';'), lines[21]);
        await File.WriteAllLinesAsync(list, lines);

        var finished = (await CommandLines.RunAsync("plan", "check", _folder["plan"])).Expect(1);

        Assert.Contains("households.csv:11", finished.Output, StringComparison.Ordinal);
        Assert.EndsWith("faults.", finished.Output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Process_WrongUsage_ExitsWithTwo() => (await Executable.RunAsync("sreve")).Expect(2);

    [Fact]
    public async Task Process_WithoutAnythingThere_ExitsWithThree() => (await Executable.RunInAsync(_folder.Path, "verify", "no-such-file")).Expect(3);

    [Theory]
    [InlineData("verify")]
    [InlineData("verify", "--data", "x")]
    [InlineData("verify", "x", "--data", "y", "--operation", "z")]
    [InlineData("verify", "--data", "x", "--operation", "../etc")]
    [InlineData("journal")]
    [InlineData("journal", "export", "--data", "x")]
    [InlineData("plan", "check")]
    [InlineData("plan", "sample", "x", "--scale", "0")]
    [InlineData("plan", "sample", "x", "--scale", "26")]
    [InlineData("posts")]
    [InlineData("backup", "--data", "x")]
    [InlineData("restore")]
    [InlineData("serve", "--journal", "redis")]
    [InlineData("serve", "--redis", "localhost:6379")]
    [InlineData("serve", "--journal", "paper")]
    [InlineData("serve", "--urls", "nonsense")]
    [InlineData("serve", "--urls", "ftp://localhost")]
    [InlineData("sreve")]
    [InlineData("--no-such")]
    public async Task Verb_WrongUsage_IsSaidShortly(params string[] arguments)
    {
        var finished = (await CommandLines.RunAsync(arguments)).Expect(2);

        Assert.Empty(finished.Output);
        Assert.InRange(finished.Error.Split('\n').Length, 1, 6);
    }

    [Theory]
    [InlineData("verify", "no-such-file")]
    [InlineData("verify", "--data", "nowhere", "--operation", "demo")]
    [InlineData("journal", "export", "--data", "nowhere", "--operation", "demo", "--out", "x")]
    [InlineData("posts", "--data", "nowhere", "--operation", "demo")]
    [InlineData("plan", "check", "nowhere")]
    [InlineData("backup", "--data", "nowhere", "--out", "x")]
    [InlineData("restore", "no-such-file", "--data", "there")]
    [InlineData("serve", "--plan", "nowhere")]
    public async Task Verb_CannotRun_SaysWhyWithoutAStack(params string[] arguments)
    {
        var finished = (await CommandLines.RunAsync([.. arguments.Select(a => a == "there" ? _folder["there"] : a)])).Expect(3);

        Assert.NotEmpty(finished.Error);
        Assert.DoesNotContain("   at ", finished.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help", "drill")]
    [InlineData("serve --help", "[default: http://localhost:5080]")]
    [InlineData("drill --help", "drill standard-day")]
    [InlineData("posts --help", "posts --data data --operation demo --json")]
    public async Task Help_OfEachVerb_TellsDefaultsAndExamples(string arguments, string told)
    {
        var finished = (await CommandLines.RunAsync(arguments.Split(' '))).Expect(0);

        Assert.Contains(told, finished.Output, StringComparison.Ordinal);
        Assert.Empty(finished.Error);
    }

    public void Dispose() => _folder.Dispose();

    private string Copy()
    {
        var data = _folder["data"];
        var target = OperationFiles.PathOf(data, new(Operation));
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(OperationFiles.PathOf(drill.Data, new(Operation)), target);
        return data;
    }

    /// <summary>A data folder with one drill in it. Nobody writes to it.</summary>
    public sealed class DrillFolder : IAsyncLifetime
    {
        private readonly TemporaryFolder _folder = new();

        public string Data => _folder["data"];

        public string Chain { get; private set; } = "";

        public async Task InitializeAsync()
        {
            var finished = (await Executable.RunAsync("drill", "power-cut", "--seed", "3", "--data", Data)).Expect(0);
            Chain = JsonDocument.Parse(finished.Output).RootElement.GetProperty("chain").GetString()!;
        }

        public Task DisposeAsync()
        {
            _folder.Dispose();
            return Task.CompletedTask;
        }
    }
}
