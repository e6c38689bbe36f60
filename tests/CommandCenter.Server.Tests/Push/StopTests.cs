using CommandCenter.Load.Hub;
using Microsoft.Extensions.Logging;

namespace CommandCenter.Server.Tests.Push;

public sealed class StopTests
{
    [Fact]
    public async Task Stop_WithScreensConnected_EndsTheirConnectionsWithoutAnError()
    {
        using var log = new LogBook();
        var server = await TestServer.StartAsync(log: log);
        await using var watcher = await HubClient.ConnectAsync(server.Address, new HubInbox());
        await watcher.InvokeAsync("watch", ["sample", new[] { "hall" }]);

        await server.DisposeAsync();

        Assert.DoesNotContain(log.Lines.Lines, static l => l.Level >= LogLevel.Error);
        Assert.True(log.Lines.Lines.Count > 0, "Nothing was logged at all.");
    }
}
