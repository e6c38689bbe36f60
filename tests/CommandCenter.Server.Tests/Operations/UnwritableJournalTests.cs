using CommandCenter.Domain.Identity;
using CommandCenter.Journal;
using CommandCenter.Journal.Events;
using CommandCenter.Journal.Memory;
using CommandCenter.TestKit;

namespace CommandCenter.Server.Tests.Operations;

/// <summary>A store that takes no writes: nothing is acknowledged, screens stay up, and it goes on by itself.</summary>
public sealed class UnwritableJournalTests
{
    [Fact]
    public async Task Command_WhileTheDiskIsFull_IsNotAcknowledgedAndWorksAgainWithTheSameKey()
    {
        var store = new FaultyStore();
        await using var server = await TestServer.StartAsync(store: store);
        using var clerk = await server.JoinAsync("clerk-w3");
        store.Journal!.BeforeAppend = static _ => throw new JournalUnavailableException("The disk is full.");

        var refusal = (await clerk.GiveAsync("windows/w3/open", key: "open")).Expect(503, "journal-unavailable");
        (await clerk.GetAsync("/api/operations/sample/boards/window:w3")).Expect(200);
        (await clerk.GetAsync("/health/ready")).Expect(200);
        store.Journal.BeforeAppend = null;
        var accepted = (await clerk.GiveAsync("windows/w3/open", key: "open")).Expect(200);

        Assert.Equal(5, refusal.RetryAfter);
        Assert.Equal(["window.opened.v1"], accepted.Events);
    }

    [Fact]
    public async Task Command_OvertakenAgainAndAgain_MayTryAgain()
    {
        var store = new FaultyStore();
        await using var server = await TestServer.StartAsync(store: store);
        using var clerk = await server.JoinAsync("clerk-w3");
        store.Journal!.BeforeAppend = static _ => throw new JournalConflictException("Somebody else was faster.");

        var refusal = (await clerk.GiveAsync("windows/w3/open")).Expect(503, "busy");

        Assert.Equal(1, refusal.RetryAfter);
    }

    [Fact]
    public async Task Command_AfterAnEntryThatDoesNotFollow_FindsTheOperationStopped()
    {
        var store = new FaultyStore();
        await using var server = await TestServer.StartAsync(store: store);
        using var clerk = await server.JoinAsync("clerk-w3");
        (await clerk.GiveAsync("windows/w3/open")).Expect(200);
        store.Journal!.OnRead = static e => e with { Version = e.Version + 1 };
        store.Journal.BeforeAppend = async append =>
        {
            // Somebody else is faster, and what that writer leaves behind does not follow.
            store.Journal.BeforeAppend = null;
            await store.Journal.AppendAsync(append with { Command = new("another-writer") }, CancellationToken.None);
        };

        var refusal = (await clerk.GiveAsync("windows/w3/close")).Expect(503, "operation-stopped");

        Assert.Equal(60, refusal.RetryAfter);
        Assert.True((await clerk.GetAsync("/api/operations")).Json[0].GetProperty("stopped").GetBoolean());
        (await clerk.GetAsync("/api/operations/sample/boards/window:w3")).Expect(200);
    }

    private sealed class FaultyStore : IJournalStore
    {
        private readonly MemoryJournalStore _inner = new(EventRegistry.Default);

        public FaultyJournal? Journal { get; private set; }

        public ValueTask<System.Collections.Immutable.ImmutableArray<OperationId>> ListAsync(CancellationToken cancellationToken) => _inner.ListAsync(cancellationToken);

        public async ValueTask<IJournal> OpenAsync(OperationId operation, CancellationToken cancellationToken) =>
            Journal ??= new(await _inner.OpenAsync(operation, cancellationToken));

        public ValueTask DisposeAsync() => _inner.DisposeAsync();
    }
}
