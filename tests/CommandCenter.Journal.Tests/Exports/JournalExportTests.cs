using CommandCenter.Domain.Operations;
using CommandCenter.Journal.Chains;
using CommandCenter.Journal.Events;
using CommandCenter.Journal.Exports;
using CommandCenter.Journal.Sqlite;
using CommandCenter.Journal.Verification;
using CommandCenter.TestKit;

namespace CommandCenter.Journal.Tests.Exports;

public sealed class JournalExportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Export_OfARunningJournal_ReadsBackAsTheSameEntries()
    {
        await using var journal = new SqliteJournal(_folder["demo.db"], new("demo"), EventRegistry.Default);
        await journal.AppendAsync(Appends.Notes("c1", 0, "k1", 3));
        await journal.AppendAsync(Appends.Note("c2", 0, "k2", "张三\n\"😀\" </script>") with { Causation = 2 });
        await journal.AppendAsync(Appends.Refused("c2", 1, "k3"));

        var head = await ExportAsync();

        var entries = JournalExport.Read(_folder["demo.ndjson"], EventRegistry.Default).ToList();
        Assert.Equal(Reading.Stored(await journal.AllAsync()), Reading.Stored(entries));
        Assert.Equal(await Chain.ComputeAsync(journal, CancellationToken.None), head);
        Assert.Equal(4, (await File.ReadAllLinesAsync(_folder["demo.ndjson"])).Length);
    }

    [Fact]
    public async Task Export_Verified_HasTheJournalsChain()
    {
        await using var journal = new SqliteJournal(_folder["demo.db"], new("demo"), EventRegistry.Default);
        for (var i = 0; i < 300; i++) await journal.AppendAsync(Appends.Note($"c{i % 7}", i / 7, $"k{i}"));
        var head = await ExportAsync();
        var verifier = new ChainVerifier(EventRegistry.Default);

        var ofExport = verifier.Verify(_folder["demo.ndjson"], null, CancellationToken.None);
        var ofJournal = verifier.Verify(_folder["demo.db"], null, CancellationToken.None);

        Assert.Equal($"OK sequence=300 chain={head.Hash}", ofExport.ToString());
        Assert.Equal(ofExport, ofJournal);
    }

    [Theory]
    [InlineData(OperationMode.Drill, true)]
    [InlineData(OperationMode.Live, false)]
    public async Task Export_OfADrill_SaysSoInEveryLine(OperationMode mode, bool marked)
    {
        await using (var journal = new SqliteJournal(_folder["demo.db"], new("demo"), EventRegistry.Default))
        {
            await journal.AppendAsync(Appends.Note("c1", 0, "k1") with { Events = [new OperationCreated(new("demo"), mode)] });
            await journal.AppendAsync(Appends.Notes("c2", 0, "k2", 3));
        }

        var head = await ExportAsync();

        var lines = await File.ReadAllLinesAsync(_folder["demo.ndjson"]);
        Assert.Equal((4, 4), (head.Sequence, lines.Length));
        Assert.All(lines, line => Assert.Equal(marked, line.Contains("\"mark\":\"演练 DRILL\"", StringComparison.Ordinal)));
        Assert.Equal($"OK sequence=4 chain={head.Hash}", new ChainVerifier(EventRegistry.Default).Verify(_folder["demo.ndjson"], null, CancellationToken.None).ToString());
    }

    [Fact]
    public void Read_WhatIsNotAnExport_NamesTheLine()
    {
        File.WriteAllText(_folder["other.ndjson"], "{\"operation\":\"demo\"}\n");

        var fault = Assert.Throws<JournalCorruptException>(() => JournalExport.Read(_folder["other.ndjson"], EventRegistry.Default).ToList());

        Assert.Equal(1, fault.Sequence);
    }

    private async Task<Checkpoint> ExportAsync()
    {
        await using var file = File.Create(_folder["demo.ndjson"]);
        return await JournalExport.WriteAsync(_folder["demo.db"], file, null, CancellationToken.None);
    }
}
