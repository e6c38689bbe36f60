using CommandCenter.Server.CommandLine;

namespace CommandCenter.Nodes.Tests;

/// <summary>What stands in more than one of the files for several machines: ports, names, the name of the watched Redis.</summary>
public sealed class DeploymentAgreementTests
{
    private static readonly string[] Nodes = ["node-1", "node-2"];

    [Theory]
    [InlineData("node-1")]
    [InlineData("node-2")]
    public void Node_ItsOptions_ArePartOfTheProgramAndMeetTheOtherFiles(string node)
    {
        var command = Deployment.List(node, "command");
        var line = ServeVerb.Create().Parse(command.Skip(1).ToArray());

        Assert.Equal("serve", command[0]);
        Assert.Empty(line.Errors);
        Assert.Empty(line.UnmatchedTokens);
        Assert.Equal("redis", line.GetValue<string>("--journal"));
        Assert.Equal(1, line.GetValue<int>("--redis-replicas"));
        Assert.True(line.GetValue<bool>("--behind-proxy"));
        Assert.Equal(PortOf(line.GetValue<string>("--urls")!), Assert.Single(Deployment.Find(Deployment.Text("ops", "proxy", "haproxy.cfg"), @"server \S+ \S+?:(\d+)")));
        Assert.Equal(PortOf(line.GetValue<string>("--metrics")!), Assert.Single(Deployment.Find(Deployment.Text("ops", "prometheus", "prometheus.yml"), @"""node-\d:(\d+)""")));
        Assert.Contains($"{line.GetValue<string>("--plan")}:ro", Deployment.List(node, "volumes").Select(static v => v[(v.LastIndexOf(":/", StringComparison.Ordinal) + 1)..]));
    }

    [Fact]
    public void Sentinels_TheirPortAndTheNameTheyWatch_AreThoseThatNodesAskFor()
    {
        var redis = ServeVerb.Create().Parse(Deployment.List("node-1", "command").Skip(1).ToArray()).GetValue<string>("--redis")!.Split(',');
        var sentinel = Deployment.Text("ops", "redis", "sentinel.conf");
        var port = Assert.Single(Deployment.Find(sentinel, @"^port (\d+)"));
        var name = Assert.Single(Deployment.Find(sentinel, @"^sentinel monitor (\S+) "));

        Assert.Equal(Deployment.Stores.Where(static s => s.StartsWith("sentinel-", StringComparison.Ordinal)).Select(s => $"{s}:{port}"), redis[..^1]);
        Assert.Equal($"serviceName={name}", redis[^1]);
        Assert.All(Deployment.Find(sentinel, @"^sentinel (?:down-after-milliseconds|failover-timeout|parallel-syncs) (\S+)"), n => Assert.Equal(name, n));
        Assert.Contains($"sentinel auth-pass {name} ", Deployment.Text("ops", "redis", "start"), StringComparison.Ordinal);
    }

    [Fact]
    public void Redis_TheFirstOne_IsWhereSentinelsAndReplicasLookForIt()
    {
        var port = Assert.Single(Deployment.Find(Deployment.Text("ops", "redis", "redis.conf"), @"^port (\d+)"));
        var replica = Deployment.Text("ops", "redis", "replica.conf");

        Assert.Equal([port], Deployment.Find(replica, @"^port (\d+)"));
        Assert.Equal([$"redis-1 {port}"], Deployment.Find(replica, @"^replicaof (.+)$"));
        Assert.Equal([$"redis-1 {port}"], Deployment.Find(Deployment.Text("ops", "redis", "sentinel.conf"), @"^sentinel monitor \S+ (\S+ \d+) "));
        Assert.Equal("redis.conf", Deployment.List("redis-1", "command")[0]);
        Assert.Equal(["replica.conf", "replica.conf"], new[] { "redis-2", "redis-3" }.Select(static s => Deployment.List(s, "command")[0]));
    }

    // Each is known by its own name, which outlives the address that a container happens to have.
    [Fact]
    public void Stores_EachOne_IsStartedByTheScriptUnderItsOwnName()
    {
        Assert.Equal(6, Deployment.Stores.Count());
        Assert.All(Deployment.Stores, static s =>
        {
            Assert.Equal(["sh", "/settings/start"], Deployment.List(s, "entrypoint"));
            Assert.Equal(s, Deployment.List(s, "command")[1]);
            Assert.Contains($"{s}:/data", Deployment.List(s, "volumes"));
            Assert.True(File.Exists(Path.Combine(Deployment.Root, "ops", "redis", Deployment.List(s, "command")[0])));
        });
    }

    [Fact]
    public void Proxy_ItsPortsAndNodes_AreThoseOfTheComposeFile()
    {
        var settings = Deployment.Text("ops", "proxy", "haproxy.cfg");

        Assert.Equal(Deployment.Find(settings, @"bind :(\d+)"), Deployment.List("proxy", "ports").Select(static p => p.Split(':')[^1]).Order(StringComparer.Ordinal));
        Assert.Equal(Nodes, Deployment.Find(settings, @"^\s+server \S+ (\S+?):"));
    }

    [Fact]
    public void Watching_EachName_LeadsToWhatIsThere()
    {
        var prometheus = Deployment.Yaml("ops", "prometheus", "prometheus.yml");
        var job = (Dictionary<object, object>)Assert.Single((List<object>)prometheus["scrape_configs"]);
        var targets = (List<object>)((Dictionary<object, object>)Assert.Single((List<object>)job["static_configs"]))["targets"];
        Assert.All((List<object>)prometheus["rule_files"], static f => Assert.True(File.Exists(Path.Combine(Deployment.Root, "ops", "prometheus", (string)f))));
        Assert.Equal(Nodes, targets.Select(static t => ((string)t).Split(':')[0]));
        Assert.All(Deployment.Find(Deployment.Text("ops", "prometheus", "alerts.yml"), "job=\"([^\"]+)\""), j => Assert.Equal((string)job["job_name"], j));

        var source = (Dictionary<object, object>)Assert.Single((List<object>)Deployment.Yaml("ops", "grafana", "datasource.yaml")["datasources"]);
        Assert.Contains(new Uri((string)source["url"]).Host, Deployment.Services.Keys);
        var provider = (Dictionary<object, object>)Assert.Single((List<object>)Deployment.Yaml("ops", "grafana", "provisioning.yaml")["providers"]);
        var folder = (string)((Dictionary<object, object>)provider["options"])["path"];
        Assert.Contains(Deployment.List("grafana", "volumes"), v => v.Contains($":{folder}/", StringComparison.Ordinal));
    }

    private static string PortOf(string url) => $"{new Uri(url).Port}";
}
