using CommandCenter.Load.Hub;
using Microsoft.Extensions.Logging;

namespace CommandCenter.Server.Tests.Push;

/// <summary>Whoever names topics that do not exist or are not theirs is refused, costs nothing that stays, and is not quoted in the log.</summary>
public sealed class UnknownTopicTests
{
    [Fact]
    public async Task WatchAndSince_TopicsThatDoNotExist_LeaveNothingBehind()
    {
        await using var server = await TestServer.StartAsync();
        await using var watcher = await HubClient.ConnectAsync(server.Address, new HubInbox());
        await watcher.InvokeAsync("since", ["sample", "hall", 0]);
        var kept = server.Running.Panels.Count;
        var topics = Enumerable.Range(0, 100).Select(static n => $"ticket:nobody-{n}").ToArray();

        await watcher.InvokeAsync("watch", ["sample", topics]);
        foreach (var topic in topics)
        {
            await watcher.InvokeAsync("since", ["sample", topic, 0]);
        }

        await watcher.InvokeAsync("unwatch", ["sample", topics]);

        Assert.Equal(1, kept);
        Assert.Equal(kept, server.Running.Panels.Count);
        Assert.Equal(0, server.Running.Watchers.Count);
    }

    [Fact]
    public async Task Watch_TopicOfOthers_IsRefusedAndNotLogged()
    {
        using var log = new LogBook();
        await using var server = await TestServer.StartAsync(log: log);
        await using var watcher = await HubClient.ConnectAsync(server.Address, new HubInbox());

        var refusal = await Assert.ThrowsAsync<HubException>(() => watcher.InvokeAsync("watch", ["sample", new[] { "household:张三丰" }]));

        Assert.Contains("topic-not-allowed", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(log.Lines.Lines, static l => l.Level >= LogLevel.Warning || l.Text.Contains("张三丰", StringComparison.Ordinal));
    }
}
