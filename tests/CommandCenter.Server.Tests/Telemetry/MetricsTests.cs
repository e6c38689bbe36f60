using System.Text.Json;
using System.Text.RegularExpressions;
using CommandCenter.Server.Telemetry;
using CommandCenter.TestKit;
using YamlDotNet.Serialization;

namespace CommandCenter.Server.Tests.Telemetry;

/// <summary>What is measured, what Prometheus gets of it, and that dashboard and alerts ask for nothing else.</summary>
public sealed partial class MetricsTests(Scrape scrape) : IClassFixture<Scrape>
{
    [Fact]
    public void Instruments_EachOne_HasItsNameAsAConstant() =>
        Assert.Equal(Instruments.Names.Order(StringComparer.Ordinal), Instruments.There().Keys.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("commandcenter_commands_total")]
    [InlineData("commandcenter_command_duration_seconds")]
    [InlineData("commandcenter_journal_commit_duration_seconds")]
    [InlineData("commandcenter_feed_lag_seconds")]
    [InlineData("commandcenter_policy_lag_seconds")]
    [InlineData("commandcenter_panels_rendered_total")]
    [InlineData("commandcenter_panels_sent_total")]
    [InlineData("commandcenter_connections")]
    [InlineData("commandcenter_outbox_retries_total")]
    [InlineData("commandcenter_forecast_age_seconds")]
    [InlineData("commandcenter_faults_total")]
    [InlineData("commandcenter_operations")]
    [InlineData("commandcenter_sequence")]
    [InlineData("commandcenter_lease_held")]
    [InlineData("commandcenter_store_reachable")]
    public void Door_AfterADayHasBegun_SaysEachThatHasHappened(string family)
    {
        Assert.Contains(family, scrape.Families);
        Assert.Contains(Instruments.There().Values, i => Instruments.PrometheusName(i) == family);
    }

    [Fact]
    public void Door_NothingThatItSays_NamesAPostAHouseholdOrAGrain()
    {
        Assert.Contains("kind=\"incident\"", scrape.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("i-1", scrape.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("commander", scrape.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\bh\d{3}\b", scrape.Text);
    }

    [Fact]
    public async Task Door_IsApartFromThePages()
    {
        using var http = new HttpClient();

        Assert.Equal(404, (int)(await http.GetAsync(new Uri(scrape.Server.Address, "/metrics"))).StatusCode);
        Assert.Equal(404, (int)(await http.GetAsync(new Uri(new Uri(scrape.Server.Metrics!), "/hall"))).StatusCode);
    }

    [Fact]
    public void Dashboard_EachQuery_AsksForMetricsThatAreThereAndNoneIsForgotten()
    {
        var dashboard = JsonDocument.Parse(File.ReadAllText(Path.Combine(Checkout.Root, "ops", "grafana", "commandcenter.json"))).RootElement;
        var queries = dashboard.GetProperty("panels").EnumerateArray().SelectMany(static p => p.GetProperty("targets").EnumerateArray())
            .Select(static t => t.GetProperty("expr").GetString()!).ToList();
        var asked = queries.SelectMany(NamesIn).ToHashSet();

        Assert.Empty(asked.Except(Known));
        Assert.Empty(Own.Except(asked));
    }

    [Fact]
    public void Alerts_EachOne_AsksForMetricsThatAreThereAndNamesARowOfTheRunbook()
    {
        var file = new DeserializerBuilder().Build().Deserialize<Dictionary<string, List<Dictionary<string, object>>>>(
            File.ReadAllText(Path.Combine(Checkout.Root, "ops", "prometheus", "alerts.yml")));
        var rules = ((List<object>)file["groups"].Single()["rules"]).Cast<Dictionary<object, object>>().ToList();
        var symptoms = File.ReadAllLines(Path.Combine(Checkout.Root, "ops", "runbook.md"))
            .Where(static l => l.StartsWith("| ", StringComparison.Ordinal)).Select(static l => l.Split('|')[1].Trim()).ToHashSet();

        Assert.True(rules.Count > 10);
        Assert.All(rules, rule =>
        {
            Assert.Empty(NamesIn((string)rule["expr"]).Except(Known));
            Assert.Contains((string)((Dictionary<object, object>)rule["annotations"])["runbook"], symptoms);
        });
    }

    private static IEnumerable<string> Own => Instruments.There().Values.Select(Instruments.PrometheusName);

    private IEnumerable<string> Known => Own.Concat(scrape.Families).Append("up");

    // A histogram is asked for by its buckets.
    private static IEnumerable<string> NamesIn(string query) => MetricName().Matches(query).Select(static m => m.Value)
        .Select(static n => n.EndsWith("_bucket", StringComparison.Ordinal) ? n[..^"_bucket".Length] : n);

    [GeneratedRegex(@"\b(commandcenter|dotnet)_[a-z_]+|\bup\b", RegexOptions.ExplicitCapture)]
    private static partial Regex MetricName();
}
