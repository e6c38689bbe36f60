using System.Collections.Concurrent;
using CommandCenter.Domain.Incidents;
using CommandCenter.TestKit;

namespace CommandCenter.Nodes.Tests;

/// <summary>Three nodes, nothing goes wrong, everybody writes at once.</summary>
public sealed class ManyNodesTests : IAsyncLifetime
{
    private const int Callers = 64;
    private const int Each = 5;
    private const int Shared = 3;

    // The least that an MP4 recording has: a type, and the sound.
    private static readonly byte[] Voice = [0, 0, 0, 12, .. "ftypiso5"u8, 0, 0, 0, 14, .. "mdatspoken"u8];

    private Cluster _cluster = null!;

    public async Task InitializeAsync() => _cluster = await Cluster.StartAsync(3);

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task Nodes_ThreeWithManyCallersOnTheSameGrains_KeepOneJournalTheRulesOfTheDayAndTheSameBoards()
    {
        var acknowledged = new ConcurrentBag<(Given Given, Said Said)>();
        for (var i = 0; i < Shared; i++)
            Assert.Equal(200, (await _cluster.Commander.GiveAsync(_cluster.Nodes[0], Acts.Register($"c-shared-{i}", $"shared-{i}"))).Status);
        var crowd = Enumerable.Range(0, Callers).Select(caller => Task.Run(() => ActAsync(caller, acknowledged)));
        var inHall = new ConcurrentBag<(Given Given, Said Said)>();
        await Task.WhenAll([new Hall(_cluster, inHall).WorkAsync(), .. crowd]).WaitAsync(TimeSpan.FromMinutes(4));

        var entries = await _cluster.EntriesAsync();
        Assert.Equal((0, 0), JournalRules.Check(entries, [.. acknowledged, .. inHall]));
        Assert.Equal(Callers * Each, acknowledged.Count);
        Assert.All(acknowledged, static a => Assert.True(a.Said.Status == 200, a.Said.Text));
        Assert.True(entries.Count(static e => e.Grain.Key.StartsWith("c-shared-", StringComparison.Ordinal)) > Callers);
        Assert.Equal(Hall.Households, Hall.Check(entries));
        Assert.Contains(inHall, static a => a.Given.Path == "inventory/main/reserve" && a.Said.Status == 409);
        await _cluster.AssertTheSameEverywhereAsync();
    }

    [Fact]
    public async Task Command_RepeatedAtAnotherNode_GetsTheFirstAnswer()
    {
        var given = Acts.Register("c-twice", "twice");
        var first = await _cluster.People[0].GiveAsync(_cluster.Nodes[0], given);
        var again = await Task.WhenAll(_cluster.Nodes.Select(n => _cluster.People[0].GiveAsync(n, given)));

        Assert.Equal(200, first.Status);
        Assert.All(again, a => Assert.Equal(first, a));
    }

    [Fact]
    public async Task Photo_TakenAtOneNode_IsSeenAtAnother()
    {
        Assert.Equal(200, (await _cluster.Commander.GiveAsync(_cluster.Nodes[0], Acts.Raise("i-photo"))).Status);
        var kept = await _cluster.Commander.AttachAsync(_cluster.Nodes[0], "i-photo", "photo", Acts.Picture, "photo-1");
        Assert.True(kept.Status == 200, kept.Text);
        var entry = await _cluster.FirstAsync(static e => e.Event is IncidentPhotoAdded, "the photo in the journal");
        await using var screen = await Screen.WatchAsync(_cluster.Nodes[1], _cluster.Commander);
        await screen.AtAsync(entry.Sequence, "the other node to know of it");

        var seen = await _cluster.Commander.GetAsync(_cluster.Nodes[1], $"/api/operations/sample/incidents/i-photo/photos/{((IncidentPhotoAdded)entry.Event).Hash}");
        Assert.Equal(200, seen.Status);
        Assert.NotEmpty(seen.Text);
    }

    [Fact]
    public async Task Voice_RecordedAtOneNode_IsHeardAtAnother()
    {
        Assert.Equal(200, (await _cluster.Commander.GiveAsync(_cluster.Nodes[0], Acts.Raise("i-voice"))).Status);
        var kept = await _cluster.Commander.AttachAsync(_cluster.Nodes[0], "i-voice", "voice", Voice, "voice-1");
        Assert.True(kept.Status == 200, kept.Text);
        var entry = await _cluster.FirstAsync(static e => e.Event is IncidentVoiceAdded, "the voice note in the journal");
        await using var screen = await Screen.WatchAsync(_cluster.Nodes[1], _cluster.Commander);
        await screen.AtAsync(entry.Sequence, "the other node to know of it");

        var heard = await _cluster.Commander.GetAsync(_cluster.Nodes[1], $"/api/operations/sample/incidents/i-voice/voices/{((IncidentVoiceAdded)entry.Event).Hash}");
        Assert.Equal(200, heard.Status);
        Assert.Contains("spoken", heard.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Screen_AtAnyNode_ShowsWhatWasGivenAtAnother()
    {
        await using var screen = await Screen.WatchAsync(_cluster.Nodes[1], _cluster.Commander);
        Assert.Equal(200, (await _cluster.Commander.GiveAsync(_cluster.Nodes[2], Acts.Raise("i-seen"))).Status);
        var order = await _cluster.FirstAsync(static e => Acts.IsOrderOf(e, "i-seen"), "the policy's order");

        await screen.AtAsync(order.Sequence, "the screen at another node to be there");
    }

    // At whichever node comes next: notes meet on a few matters, matters taken in are a grain each.
    private async Task ActAsync(int caller, ConcurrentBag<(Given Given, Said Said)> acknowledged)
    {
        var device = _cluster.People[caller % (_cluster.People.Count - 1)];
        for (var n = 0; n < Each; n++)
        {
            var (node, key) = (_cluster.Nodes[(caller + n) % _cluster.Nodes.Count], $"m-{caller}-{n}");
            var (who, given) = n % 2 == 0
                ? (_cluster.Commander, Acts.Note($"c-shared-{caller % Shared}", key))
                : (device, Acts.Register($"c-{caller}-{n}", key));
            acknowledged.Add((given, (await who.InsistAsync(() => node, given)).Said));
        }
    }
}
