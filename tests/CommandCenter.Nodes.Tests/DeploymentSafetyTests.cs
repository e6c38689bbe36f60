using CommandCenter.TestKit;
using CommandCenter.TestKit.Redis;

namespace CommandCenter.Nodes.Tests;

/// <summary>Who may reach whom, and what anybody may become who breaks in.</summary>
public sealed class DeploymentSafetyTests
{
    [Fact]
    public void Services_EachOne_HasNoRightsThatItDoesNotNeed() => Assert.All(Deployment.Services.Keys, static s =>
    {
        Assert.Equal(["ALL"], Deployment.List(s, "cap_drop"));
        Assert.Equal(["no-new-privileges:true"], Deployment.List(s, "security_opt"));
    });

    [Fact]
    public void Images_EachOneFromElsewhere_IsOfOneVersion() => Assert.All(
        Deployment.Services.Values.Where(static s => !s.ContainsKey("build")), static s => Assert.Matches(@"^[a-z/-]+:v?\d+\.\d+\.\d+(-alpine)?$", (string)s["image"]));

    [Fact]
    public void Redis_IsReachedByNodesAloneAndRunsAsNobodyElse()
    {
        var store = (Dictionary<object, object>)((Dictionary<object, object>)Deployment.Compose["networks"])["store"];
        var there = Deployment.Services.Keys.Where(static s => Deployment.List(s, "networks").Contains("store"));

        Assert.Equal("true", store["internal"]);
        Assert.Equal(Deployment.Stores.Concat(["node-1", "node-2"]).Order(StringComparer.Ordinal), there.Order(StringComparer.Ordinal));
        Assert.All(Deployment.Stores, static s => Assert.Equal("store as redis", $"{string.Join(',', Deployment.List(s, "networks"))} as {Deployment.Services[s]["user"]}"));
        Assert.Equal(["web"], Deployment.List("proxy", "networks"));
        Assert.Equal(["proxy", "grafana"], Deployment.Services.Keys.Where(static s => Deployment.List(s, "ports").Count > 0));
    }

    [Fact]
    public void Password_OfRedis_IsAskedOfWhoeverSetsItUpAndHandedToAllWhoNeedIt() => Assert.All(Deployment.Stores.Concat(["node-1", "node-2"]), static s =>
        Assert.StartsWith("${COMMANDCENTER_REDIS_PASSWORD:?", (string)((Dictionary<object, object>)Deployment.Services[s]["environment"])["COMMANDCENTER_REDIS_PASSWORD"], StringComparison.Ordinal));

    [Fact]
    public async Task Start_ARedisAndItsReplica_AskForThePasswordAndAreKnownByName()
    {
        var settings = Path.Combine(Deployment.Root, "ops", "redis");
        await using var redis = await RedisServer.StartByAsync(settings, "redis.conf", Watched.Password);
        await using var replica = await RedisServer.StartByAsync(settings, "replica.conf", Watched.Password, "--replicaof", $"127.0.0.1 {redis.Port}");
        Assert.Equal(":1", await redis.SayAsync("WAIT 1 0").Expected("the replica to be let in with the password"));

        Assert.StartsWith("-NOAUTH", await redis.SayAsStrangerAsync("PING"), StringComparison.Ordinal);
        Assert.StartsWith("-NOAUTH", await replica.SayAsStrangerAsync("PING"), StringComparison.Ordinal);
        Assert.Equal("127.0.0.1", await replica.SettingAsync("replica-announce-ip"));
        Assert.Equal("yes", await redis.SettingAsync("protected-mode"));

        // As it was: what it wrote into its settings since its first start counts, and not what lies in the folder.
        Assert.Equal("+OK", await redis.SayAsync("CONFIG SET busy-reply-threshold 777"));
        Assert.Equal("+OK", await redis.SayAsync("CONFIG REWRITE"));
        await redis.KillAsync();
        await redis.RestartAsync();
        Assert.Equal("777", await redis.SettingAsync("busy-reply-threshold"));
    }

    [Fact]
    public async Task Start_WithoutAPassword_Refuses()
    {
        using var folder = new TemporaryFolder();
        var start = RedisServer.By(Path.Combine(Deployment.Root, "ops", "redis"), folder.Path, folder.Path, "");
        start.ArgumentList.Add("redis.conf");
        start.ArgumentList.Add("127.0.0.1");
        start.RedirectStandardError = true;
        using var script = System.Diagnostics.Process.Start(start)!;

        var said = await script.StandardError.ReadToEndAsync().Expected("the script to end");
        await script.WaitForExitAsync();
        Assert.NotEqual(0, script.ExitCode);
        Assert.Contains("COMMANDCENTER_REDIS_PASSWORD", said, StringComparison.Ordinal);
    }
}
