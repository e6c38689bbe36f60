using CommandCenter.TestKit;
using CommandCenter.TestKit.Redis;

namespace CommandCenter.Nodes.Tests;

/// <summary>The files with which several machines are set up, as far as they can be tried without a container engine.</summary>
public sealed class DeploymentTests
{
    private static readonly string Root = Deployment.Root;

    [Fact]
    public void Compose_EachPathVolumeNetworkAndDependency_IsThere()
    {
        foreach (var service in Deployment.Services.Keys)
        {
            Assert.All(Deployment.List(service, "depends_on"), static needed => Assert.Contains(needed, Deployment.Services.Keys));
            Assert.All(Deployment.List(service, "networks"), static network => Assert.Contains(network, (Dictionary<object, object>)Deployment.Compose["networks"]));
            foreach (var volume in Deployment.List(service, "volumes").Where(static v => !v.StartsWith("${", StringComparison.Ordinal)))
            {
                var from = volume.Split(':')[0];
                Assert.True(from.StartsWith("./", StringComparison.Ordinal)
                    ? Path.Exists(Path.Combine(Root, from))
                    : ((Dictionary<object, object>)Deployment.Compose["volumes"]).ContainsKey(from), volume);
            }
        }

        Assert.True(File.Exists(Path.Combine(Root, "ops", "Dockerfile")));
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
        var settings = Path.Combine(Root, "ops", "redis");
        await using var redis = await RedisServer.StartByAsync(settings, "redis.conf", Watched.Password);
        await using var replica = await RedisServer.StartByAsync(settings, "replica.conf", Watched.Password, "--replicaof", $"127.0.0.1 {redis.Port}");

        Assert.Equal("always", await redis.SettingAsync("appendfsync"));
        Assert.Equal("yes", await redis.SettingAsync("appendonly"));
        Assert.Equal("noeviction", await redis.SettingAsync("maxmemory-policy"));
        Assert.Equal("1", await redis.SettingAsync("min-replicas-to-write"));
        Assert.Equal("always", await replica.SettingAsync("appendfsync"));
    }
}
