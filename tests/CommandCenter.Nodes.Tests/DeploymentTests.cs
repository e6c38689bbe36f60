using System.Text.RegularExpressions;
using CommandCenter.Server.CommandLine;
using CommandCenter.TestKit;
using CommandCenter.TestKit.Redis;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace CommandCenter.Nodes.Tests;

/// <summary>The files with which several machines are set up, as far as they can be tried without a container engine.</summary>
public sealed partial class DeploymentTests
{
    private static readonly string Root = Checkout.Root;
    private static readonly string ComposeText = File.ReadAllText(Path.Combine(Root, "docker-compose.yml"));

    private static Dictionary<object, object> Compose { get; } = (Dictionary<object, object>)
        new DeserializerBuilder().Build().Deserialize(new MergingParser(new Parser(new StringReader(ComposeText))))!;

    private static Dictionary<object, object> Services => (Dictionary<object, object>)Compose["services"];

    [Fact]
    public void Compose_EachPathVolumeAndDependency_IsThere()
    {
        foreach (var (_, service) in Services)
        {
            foreach (var needed in List(service, "depends_on")) Assert.Contains(needed, Services.Keys);
            foreach (var volume in List(service, "volumes").Where(static v => !v.StartsWith("${", StringComparison.Ordinal)))
            {
                var from = volume.Split(':')[0];
                Assert.True(from.StartsWith("./", StringComparison.Ordinal)
                    ? Path.Exists(Path.Combine(Root, from))
                    : ((Dictionary<object, object>)Compose["volumes"]).ContainsKey(from), volume);
            }
        }

        Assert.True(File.Exists(Path.Combine(Root, "ops", "Dockerfile")));
        foreach (Match settings in SettingsFile().Matches(ComposeText))
            Assert.True(File.Exists(Path.Combine(Root, "ops", "redis", settings.Groups["file"].Value)), settings.Value);
    }

    // A server writes into its settings what became of it; what it may only read it forgets, and an old primary comes back as one.
    [Fact]
    public void Compose_EachRedisAndSentinel_RunsOnAWritableCopyOfItsSettings()
    {
        var starts = Services.Where(static s => s.Key is string name && (name.StartsWith("redis-", StringComparison.Ordinal) || name.StartsWith("sentinel-", StringComparison.Ordinal)))
            .Select(static s => (Command: string.Join(' ', List(s.Value, "command")), Name: (string)s.Key, Volumes: List(s.Value, "volumes"))).ToList();

        Assert.Equal(6, starts.Count);
        Assert.All(starts, static s =>
        {
            Assert.Matches(@"^sh -c cp -n /settings/(?<file>[a-z]+\.conf) /data/\k<file> && exec (docker-entrypoint\.sh redis-server|redis-sentinel) /data/\k<file>$", s.Command);
            Assert.Contains($"{s.Name}:/data", s.Volumes);
        });
    }

    [Theory]
    [InlineData("node-1")]
    [InlineData("node-2")]
    public async Task Compose_EachOptionOfANode_IsOneOfTheServers(string node)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        Assert.Equal(0, await Cli.RunAsync(["serve", "--help"], output, error));

        var options = List(Services[node], "command").Where(static o => o.StartsWith("--", StringComparison.Ordinal)).ToList();

        Assert.Contains("--redis", options);
        Assert.All(options, o => Assert.Contains(o, output.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Dockerfile_EachSourcePath_IsThereAndNobodyRunsAsRoot()
    {
        var text = File.ReadAllText(Path.Combine(Root, "ops", "Dockerfile"));
        Assert.True(Directory.Exists(Path.Combine(Root, "src", "CommandCenter.Server")));
        Assert.Contains("dotnet publish src/CommandCenter.Server ", text, StringComparison.Ordinal);
        Assert.Matches(@"\nUSER \$APP_UID\n", text);
    }

    [Fact]
    public async Task Proxy_ItsSettings_AreAcceptedByTheRealOne()
    {
        // The program wants to see the certificate and the nodes' names; here are stand-ins for both.
        using var folder = new TemporaryFolder();
        var certificate = await Proxy.CertifyAsync(folder);
        var settings = folder["haproxy.cfg"];
        var text = await File.ReadAllTextAsync(Path.Combine(Root, "ops", "proxy", "haproxy.cfg"));
        Assert.Contains("/usr/local/etc/haproxy/certificate.pem", text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(settings, text.Replace("/usr/local/etc/haproxy/certificate.pem", certificate, StringComparison.Ordinal));
        await Programs.RunAsync("haproxy", "-c", "-f", settings);
    }

    [Fact]
    public async Task Redis_ItsSettings_AreAcceptedByTheRealOneAndKeepEveryWrite()
    {
        // Port and folder are the test's own; what is said later on the command line counts. No replica follows here.
        await using var redis = await RedisServer.StartFromAsync(Path.Combine(Root, "ops", "redis", "redis.conf"));
        await using var replica = await RedisServer.StartFromAsync(
            Path.Combine(Root, "ops", "redis", "replica.conf"), "--replicaof", $"127.0.0.1 {redis.Port}");

        Assert.Equal("always", await redis.SettingAsync("appendfsync"));
        Assert.Equal("yes", await redis.SettingAsync("appendonly"));
        Assert.Equal("noeviction", await redis.SettingAsync("maxmemory-policy"));
        Assert.Equal("1", await redis.SettingAsync("min-replicas-to-write"));
        Assert.Equal("always", await replica.SettingAsync("appendfsync"));
    }

    private static List<string> List(object service, string key) =>
        ((Dictionary<object, object>)service).TryGetValue(key, out var list) ? [.. ((List<object>)list).Cast<string>()] : [];

    [GeneratedRegex(@"/settings/(?<file>[a-z]+\.conf)", RegexOptions.ExplicitCapture)]
    private static partial Regex SettingsFile();
}
