using CommandCenter.Journal.Events;
using CommandCenter.Journal.Sqlite;
using CommandCenter.Journal.Verification;
using CommandCenter.TestKit;

namespace CommandCenter.Journal.Tests.Sqlite;

/// <summary>
/// No room, on a small disk of the test's own; where mounting is not allowed, in a file that may not grow. Nothing is
/// acknowledged that is not stored, and writing goes on by itself once there is room.
/// </summary>
public sealed class FullDiskTests : IAsyncLifetime
{
    private const int DiskSize = 2_000_000;
    private const int PageSize = 4_096;

    private readonly SmallDisk? _disk = SmallDisk.TryMount(DiskSize);
    private readonly TemporaryFolder _folder = new();
    private SqliteJournal _journal = null!;
    private int _pages = DiskSize / 4 / PageSize;

    private string Path => System.IO.Path.Combine(_disk?.Path ?? _folder.Path, "demo.db");

    private string Ballast => System.IO.Path.Combine(_disk?.Path ?? _folder.Path, "ballast");

    public Task InitializeAsync()
    {
        File.WriteAllBytes(Ballast, new byte[DiskSize / 2]);
        _journal = new(Path, new("demo"), EventRegistry.Default, () =>
        {
            var connection = JournalFile.OpenToWrite(Path, new("demo"));
            if (_disk is null) JournalFile.Scalar(connection, $"PRAGMA max_page_count={_pages}");
            return connection;
        });
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _journal.DisposeAsync();
        _disk?.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Append_DiskFull_AcknowledgesNothingAndRecoversByItself()
    {
        var answered = await FillAsync();

        var fault = await Assert.ThrowsAsync<JournalUnavailableException>(async () => await _journal.AppendAsync(Big(answered)));
        Assert.Contains(Path, fault.Message, StringComparison.Ordinal);
        Assert.Equal(answered, _journal.LastSequence);
        Assert.Equal(answered, (await _journal.AllAsync()).Count);

        MakeRoom();

        Assert.False((await _journal.AppendAsync(Big(answered))).Repeated);
        Assert.Equal(answered + 1, (await _journal.AllAsync()).Count);
        Assert.Equal(answered + 1, Verify().Checkpoint.Sequence);
    }

    [Fact]
    public async Task Append_DiskFullUnderManyCallers_AnswersEachAndStoresWhatItAnswered()
    {
        await FillAsync();
        var stored = _journal.LastSequence;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(() => TryAppendAsync(Big(0, $"x{i}"))))).Expected("64 outcomes");

        Assert.Contains(false, outcomes);
        Assert.Equal(stored + outcomes.Count(static o => o), _journal.LastSequence);
        Assert.Equal(_journal.LastSequence, Verify().Checkpoint.Sequence);
        MakeRoom();
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(() => TryAppendAsync(Big(0, $"x{i}"))))), Assert.True);
        Assert.Equal(stored + 64, Verify().Checkpoint.Sequence);
    }

    private static Append Big(long version, string key = "c1") => Appends.Note(key, version, $"{key}-{version}", new string('房', 3_000));

    private async Task<long> FillAsync()
    {
        var answered = 0L;
        while (await TryAppendAsync(Big(answered))) answered++;
        Assert.True(answered > 0);
        return answered;
    }

    private async Task<bool> TryAppendAsync(Append append)
    {
        try
        {
            await _journal.AppendAsync(append);
            return true;
        }
        catch (JournalUnavailableException)
        {
            return false;
        }
    }

    private void MakeRoom()
    {
        File.Delete(Ballast);
        _pages *= 8;
    }

    private ChainVerdict Verify()
    {
        var verdict = new ChainVerifier(EventRegistry.Default).Verify(Path, null, CancellationToken.None);
        Assert.Null(verdict.Fault);
        return verdict;
    }
}
