using System.Text.Json;
using CommandCenter.TestKit;

namespace CommandCenter.Server.Tests.CommandLine;

public sealed class DrillTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Drill_SameSeedTwice_GivesTheSameChainAndKeepsIt()
    {
        var first = Read(await Executable.RunAsync("drill", "standard-day", "--seed", "7", "--data", _folder["a"], "--report", _folder["report.json"]));
        var second = Read(await Executable.RunAsync("drill", Checkout.Scenario("standard-day"), "--seed", "7", "--speed", "max", "--journal", "memory"));

        Assert.Equal("演练 DRILL", first.GetProperty("mark").GetString());
        Assert.Contains("\"mark\": \"演练 DRILL\"", await File.ReadAllTextAsync(_folder["report.json"]), StringComparison.Ordinal);
        var chain = first.GetProperty("chain").GetString();
        Assert.Equal(chain, second.GetProperty("chain").GetString());
        Assert.Equal(chain, JsonDocument.Parse(await File.ReadAllTextAsync(_folder["report.json"])).RootElement.GetProperty("chain").GetString());
        var verified = (await Executable.RunAsync("verify", "--data", _folder["a"], "--operation", "standard-day-7")).Expect(0);
        Assert.Equal($"OK sequence={first.GetProperty("sequence").GetInt64()} chain={chain}", verified.Output.Trim());
    }

    [Fact]
    public async Task Drill_AnotherSeed_GivesAnotherChain()
    {
        var first = await RunAsync("standard-day", "--seed", "7", "--journal", "memory");
        var second = await RunAsync("standard-day", "--seed", "8", "--journal", "memory");

        Assert.NotEqual(first.GetProperty("chain").GetString(), second.GetProperty("chain").GetString());
    }

    [Theory]
    [InlineData("standard-day", 199, 638)]
    [InlineData("rush-at-opening", 199, 638)]
    [InlineData("power-cut", 199, 638)]
    [InlineData("popular-type-sold-out", 199, 638)]
    [InlineData("ten-times", 1990, 6380)]
    public async Task Drill_EachScenario_EndsWithAReportThatCanBe(string scenario, int households, int people)
    {
        var report = await RunAsync(scenario, "--journal", "memory");

        Assert.Equal(households, report.GetProperty("households").GetInt32());
        Assert.InRange(report.GetProperty("people").GetInt32(), people * 9 / 10, people * 11 / 10);
        Assert.Equal(0, report.GetProperty("doubleAllocations").GetInt32());
        Assert.InRange(report.GetProperty("completed").GetInt32() + report.GetProperty("gaveUp").GetInt32(), households * 8 / 10, households);
        Assert.InRange(report.GetProperty("unitsConfirmed").GetInt32(), households / 2, households * 2);
        Assert.Equal(report.GetProperty("events").GetInt64(), report.GetProperty("sequence").GetInt64());
        var end = report.GetProperty("endOfDay").GetDateTimeOffset();
        Assert.InRange(end.TimeOfDay, TimeSpan.FromHours(10), TimeSpan.FromHours(22));
        Assert.All(report.GetProperty("steps").EnumerateObject(), static step =>
        {
            var (p50, p90, max) = (step.Value.GetProperty("waitP50").GetDouble(), step.Value.GetProperty("waitP90").GetDouble(), step.Value.GetProperty("waitMax").GetDouble());
            Assert.True(p50 <= p90 && p90 <= max && max < 12 * 3600, step.ToString());
        });
        Assert.All(report.GetProperty("windows").EnumerateObject(), static window => Assert.InRange(window.Value.GetProperty("occupancy").GetDouble(), 0, 1));
    }

    [Theory]
    [InlineData("drill")]
    [InlineData("drill", "no-such-scenario")]
    [InlineData("drill", "standard-day", "--speed", "0")]
    [InlineData("drill", "standard-day", "--speed", "fast")]
    [InlineData("drill", "standard-day", "--journal", "paper")]
    [InlineData("drill", "standard-day", "--colour", "blue")]
    public async Task Drill_WrongUsage_SaysWhatWouldBeRight(params string[] arguments)
    {
        var finished = (await CommandLines.RunAsync(arguments)).Expect(2);

        Assert.Empty(finished.Output);
        Assert.NotEmpty(finished.Error);
        Assert.DoesNotContain("   at ", finished.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drill_FaultyScenario_NamesThePlace()
    {
        await File.WriteAllTextAsync(_folder["odd.yaml"], "name: { zh: 怪, en: Odd }\narrivals: 7\n");

        var finished = (await CommandLines.RunAsync("drill", _folder["odd.yaml"])).Expect(3);

        Assert.Contains("odd.yaml:2", finished.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<JsonElement> RunAsync(params string[] arguments) => Read(await CommandLines.RunAsync(["drill", .. arguments]));

    private static JsonElement Read(Finished finished) => JsonDocument.Parse(finished.Expect(0).Output).RootElement;
}
