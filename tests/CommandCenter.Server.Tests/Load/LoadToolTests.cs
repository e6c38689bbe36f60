using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CommandCenter.Load.Measuring;
using CommandCenter.TestKit;

namespace CommandCenter.Server.Tests.Load;

/// <summary>The load tool against a real server, and what it refuses.</summary>
public sealed class LoadToolTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private readonly TestServer _server = shared.Server;

    [Fact]
    public async Task Load_FewWatchersAndPhones_WritesWhatTheyMet()
    {
        using var folder = new TemporaryFolder();
        var code = _server.Codes.Issue(new("sample"), [new("service-leader")])[0];

        var (exitCode, said) = await RunAsync(
            "--server", _server.Address.ToString(), "--operation", "sample", "--watchers", "8", "--phones", "2", "--commands-per-second", "20",
            "--duration", "5", "--code", code, "--even-live", "--out", folder["load.json"], "--arrivals", folder["arrivals.csv"]);

        Assert.True(exitCode == 0, said);
        Assert.Contains("8 of 8 connected", said, StringComparison.Ordinal);
        var report = JsonDocument.Parse(await File.ReadAllTextAsync(folder["load.json"])).RootElement;
        Assert.Equal(8, report.GetProperty("watchers").GetProperty("connected").GetInt32());
        Assert.Equal(0, report.GetProperty("watchers").GetProperty("lost").GetInt32());
        Assert.True(report.GetProperty("watchers").GetProperty("pulses").GetInt32() > 0, report.ToString());
        Assert.True(report.GetProperty("commands").GetProperty("accepted").GetInt32() > 0, report.ToString());
        Assert.False(report.GetProperty("interrupted").GetBoolean());
        var (whole, answer) = (report.GetProperty("commands").GetProperty("latency"), report.GetProperty("commands").GetProperty("answer"));
        Assert.True(answer.GetProperty("p50").GetDouble() > 0, report.ToString());
        Assert.True(whole.GetProperty("max").GetDouble() >= answer.GetProperty("max").GetDouble(), report.ToString());
    }

    [Fact]
    public void Sightings_OfOnePanelAtThreeWatchers_AreItsFirstAndItsLast()
    {
        var seen = new Sightings();
        var now = Stopwatch.GetTimestamp();

        Assert.Equal(0, seen.Note("zh hall", 7, now));
        Assert.Equal(3 * Stopwatch.Frequency, seen.Note("zh hall", 7, now + (3 * Stopwatch.Frequency)));
        Assert.Equal(Stopwatch.Frequency, seen.Note("zh hall", 7, now + Stopwatch.Frequency));
        seen.Note("en hall", 7, now);

        var lines = seen.Csv().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["what,sequence,first,last,watchers", "en hall,7", "zh hall,7"], lines.Select(static l => string.Join(',', l.Split(',')[..(l.StartsWith("what", StringComparison.Ordinal) ? 5 : 2)])));
        var fields = lines[2].Split(',');
        Assert.Equal("3", fields[4]);
        Assert.Equal(3000, double.Parse(fields[3], CultureInfo.InvariantCulture) - double.Parse(fields[2], CultureInfo.InvariantCulture), 0.2);
    }

    [Fact]
    public async Task Load_EndedBeforeItsTime_HasSaidHowItStands_AndWritesWhatItMeasured()
    {
        using var folder = new TemporaryFolder();
        await using var load = LoadProcess.Start(
            new Dictionary<string, string?>(), "--server", _server.Address.ToString(), "--operation", "sample", "--watchers", "4", "--phones", "2",
            "--commands-per-second", "20", "--duration", "600", "--code", _server.Code("service-leader"), "--even-live", "--out", folder["load.json"]);
        var first = await load.SaysAsync(" of 600 s: ");
        var next = await load.SaysAsync(" of 600 s: ");
        while (next.Contains(", 0 commands accepted", StringComparison.Ordinal))
        {
            next = await load.SaysAsync(" of 600 s: ");
        }

        load.Stop();
        var (exitCode, _) = await load.EndedAsync();

        Assert.True(exitCode == 0, load.Said);
        Assert.NotEqual(first, next);
        Assert.Contains("interrupted after", load.Said, StringComparison.Ordinal);
        Assert.Contains("sent late", load.Said, StringComparison.Ordinal);
        var report = JsonDocument.Parse(await File.ReadAllTextAsync(folder["load.json"])).RootElement;
        Assert.True(report.GetProperty("interrupted").GetBoolean());
        Assert.InRange(report.GetProperty("seconds").GetDouble(), 0.1, 599);
        Assert.True(report.GetProperty("commands").GetProperty("accepted").GetInt32() > 0, report.ToString());
    }

    [Theory]
    [InlineData(2, "no drill", "--operation", "sample", "--phones", "1", "--code", "AAAA-AAAA")]
    [InlineData(2, "no operation", "--operation", "nowhere")]
    [InlineData(2, "--watchers goes from 0", "--operation", "sample", "--watchers", "99999999")]
    [InlineData(2, "codes", "--operation", "sample", "--phones", "1")]
    [InlineData(3, "not taken", "--operation", "sample", "--code", "AAAA-AAAA")]
    public async Task Load_AskedForWhatCannotBe_SaysSo(int exitCode, string sentence, params string[] arguments)
    {
        var (ended, said) = await RunAsync(["--server", _server.Address.ToString(), "--duration", "1", .. arguments]);

        Assert.Equal(exitCode, ended);
        Assert.Contains(sentence, said, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Said)> RunAsync(params string[] arguments)
    {
        using var said = new StringWriter();
        var exitCode = await CommandCenter.Load.CommandLine.Cli.RunAsync(arguments, said, said);
        return (exitCode, said.ToString());
    }
}
