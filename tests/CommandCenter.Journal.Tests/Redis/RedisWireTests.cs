using CommandCenter.Journal.Events;
using CommandCenter.Journal.Redis;
using CommandCenter.TestKit;
using CommandCenter.TestKit.Redis;

namespace CommandCenter.Journal.Tests.Redis;

/// <summary>The wire to Redis loses an answer, or leads to another Redis.</summary>
public sealed class RedisWireTests : IAsyncLifetime
{
    private RedisServer _server = null!;
    private RedisServer _other = null!;
    private Wire _wire = null!;

    public async Task InitializeAsync()
    {
        (_server, _other) = (await RedisServer.StartAsync(), await RedisServer.StartAsync());
        _wire = new(_server.Port);
    }

    public async Task DisposeAsync()
    {
        await _wire.DisposeAsync();
        await _other.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Append_ItsAnswerIsLost_IsAskedForAgainAndAnsweredOnce()
    {
        await using var redis = await OpenAsync(_wire.Address);
        await using var journal = await RedisJournal.OpenAsync(redis, new("demo"), EventRegistry.Default);
        var lost = _wire.LoseAnswerAsync("written");

        var append = journal.AppendAsync(Appends.Note("c1", 0, "k1")).AsTask();
        await lost.Expected("the answer to be lost");
        _wire.Mend();
        var answer = await append.Expected("the append to be answered all the same");

        Assert.Equal(1, Assert.Single(answer.Entries).Sequence);
        Assert.Equal("k1", Assert.Single(await journal.FollowedAsync(1)).Command.Value);
    }

    [Theory]
    [InlineData(2, true, "the store ends before it")]
    [InlineData(3, true, "another entry in its place")]
    [InlineData(5, true, "another entry in its place")]
    [InlineData(5, false, "another entry in its place")]
    public async Task Store_IsAnotherBehindTheSameName_StopsInsteadOfGoingOn(int entriesThere, bool hasSeenThem, string reason)
    {
        if (!hasSeenThem) await FillAsync(_server, "mine", 3);
        await FillAsync(_other, "other", entriesThere);
        await using var redis = await OpenAsync(_wire.Address);
        await using var journal = await RedisJournal.OpenAsync(redis, new("demo"), EventRegistry.Default);
        if (hasSeenThem)
        {
            for (var i = 0; i < 3; i++) await journal.AppendAsync(Appends.Note("c1", i, $"mine-{i}"));
        }

        var next = journal.FollowAsync(3, CancellationToken.None).FirstAsync().AsTask();
        _wire.Lead(_other.Port);

        var stopped = await Assert.ThrowsAsync<JournalCorruptException>(() => next.Expected("the journal to stop"));
        Assert.Contains(reason, stopped.Message, StringComparison.Ordinal);
        Assert.Equal(3, stopped.Sequence);
    }

    private static Task<RedisConnection> OpenAsync(string servers) =>
        RedisConnection.OpenAsync(new() { Servers = servers, CallTimeout = TimeSpan.FromSeconds(20) }, CancellationToken.None);

    private static async Task FillAsync(RedisServer server, string name, int entries)
    {
        await using var redis = await OpenAsync(server.Address);
        await using var journal = await RedisJournal.OpenAsync(redis, new("demo"), EventRegistry.Default);
        for (var i = 0; i < entries; i++) await journal.AppendAsync(Appends.Note("c1", i, $"{name}-{i}"));
    }
}
