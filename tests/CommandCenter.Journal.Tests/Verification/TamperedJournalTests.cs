using CommandCenter.Journal.Events;
using CommandCenter.Journal.Sqlite;
using CommandCenter.Journal.Verification;
using CommandCenter.TestKit;

namespace CommandCenter.Journal.Tests.Verification;

/// <summary>Ten entries in a real file; somebody changes it behind the journal's back; verification names the first bad sequence.</summary>
public sealed class TamperedJournalTests : IDisposable
{
    private const int Entries = 10;

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, long, ChainFaultKind> Tamperings => new()
    {
        { "UPDATE entries SET payload = replace(payload, '已', '未') WHERE sequence = 4", 4, ChainFaultKind.HashMismatch },
        { "UPDATE entries SET payload = payload || ' ' WHERE sequence = 1", 1, ChainFaultKind.HashMismatch },
        { "UPDATE entries SET hash = zeroblob(32) WHERE sequence = 5", 5, ChainFaultKind.HashMismatch },
        { "UPDATE entries SET hash = x'00' WHERE sequence = 5", 5, ChainFaultKind.HashMismatch },
        { "UPDATE entries SET actor = 'clerk-2' WHERE sequence = 6", 6, ChainFaultKind.HashMismatch },
        { "UPDATE entries SET type = 'case.noted.v2' WHERE sequence = 6", 6, ChainFaultKind.HashMismatch },
        { "UPDATE entries SET grain = 'case/c9' WHERE sequence = 6", 6, ChainFaultKind.HashMismatch },
        { "UPDATE entries SET version = 70 WHERE sequence = 7", 7, ChainFaultKind.HashMismatch },
        { "UPDATE entries SET command = 'other' WHERE sequence = 7", 7, ChainFaultKind.HashMismatch },
        { "UPDATE entries SET ordinal = 1 WHERE sequence = 7", 7, ChainFaultKind.HashMismatch },
        { "UPDATE entries SET causation = 1 WHERE sequence = 7", 7, ChainFaultKind.HashMismatch },
        { "UPDATE entries SET at = replace(at, '09:30', '09:31') WHERE sequence = 8", 8, ChainFaultKind.HashMismatch },
        { "UPDATE entries SET recorded_at = replace(recorded_at, '01:31', '01:32') WHERE sequence = 8", 8, ChainFaultKind.HashMismatch },
        { "DELETE FROM entries WHERE sequence = 5", 5, ChainFaultKind.Missing },
        { "DELETE FROM entries WHERE sequence = 1", 1, ChainFaultKind.Missing },
        { "DELETE FROM entries WHERE sequence > 8", 9, ChainFaultKind.HeadMismatch },
        { "DELETE FROM entries", 1, ChainFaultKind.HeadMismatch },
        { "UPDATE entries SET sequence = -sequence WHERE sequence IN (4, 5); UPDATE entries SET sequence = 9 + sequence WHERE sequence < 0", 4, ChainFaultKind.HashMismatch },
        { "UPDATE head SET hash = zeroblob(32)", 10, ChainFaultKind.HeadMismatch },
        { "UPDATE head SET sequence = 9", 10, ChainFaultKind.HeadMismatch },
        { "DELETE FROM head", 1, ChainFaultKind.HeadMismatch },
        { "UPDATE meta SET value = 'other' WHERE key = 'operation'", 1, ChainFaultKind.HashMismatch },
        { "DELETE FROM meta", 0, ChainFaultKind.Damaged },
        { "DROP TABLE entries", 0, ChainFaultKind.Damaged },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Tamperings))]
    public async Task Verify_TamperedFile_NamesTheFirstBadSequence(string sql, long sequence, ChainFaultKind kind)
    {
        var path = await FilledAsync();
        Change(path, sql);

        var verdict = Verify(path);

        Assert.Equal((sequence, kind), (verdict.Fault!.Sequence, verdict.Fault.Kind));
        Assert.StartsWith($"BAD sequence={sequence} ", verdict.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(verdict.Fault.Message);
    }

    [Fact]
    public async Task Verify_FlippedBits_AreFoundOrDoNotMatter()
    {
        var path = await FilledAsync();
        var whole = Verify(path);
        var bytes = await File.ReadAllBytesAsync(path);
        var at = bytes.AsSpan().IndexOf("k4 1"u8);

        for (var bit = 0; bit < 8; bit++)
        {
            bytes[at] ^= (byte)(1 << bit);
            await File.WriteAllBytesAsync(path, bytes);
            Assert.Equal(4, Verify(path).Fault?.Sequence);
            bytes[at] ^= (byte)(1 << bit);
        }

        await File.WriteAllBytesAsync(path, bytes);
        Assert.Equal(whole, Verify(path));
    }

    [Fact]
    public async Task Verify_ByteFlippedAnywhere_NeverThrows()
    {
        var path = await FilledAsync();
        var whole = await File.ReadAllBytesAsync(path);
        for (var at = 0; at < whole.Length; at += 257)
        {
            var bytes = (byte[])whole.Clone();
            bytes[at] ^= 0xFF;
            await File.WriteAllBytesAsync(path, bytes);
            Assert.NotEmpty(Verify(path).ToString());
        }
    }

    [Fact]
    public async Task Verify_HashedButUnknownOrOutOfVersion_SaysSo()
    {
        // Written by a program that had other events and bugs, with a chain that fits.
        var path = await FilledAsync();
        var line = await ExportedAsync(path);
        Rechained(line, "\"type\":\"case.noted.v1\"", "\"type\":\"case.forgotten.v1\"", "unknown.ndjson");
        Rechained(line, "\"version\":4", "\"version\":6", "version.ndjson");

        Assert.Equal((4L, ChainFaultKind.Unreadable), Kind("unknown.ndjson"));
        Assert.Equal((4L, ChainFaultKind.VersionMismatch), Kind("version.ndjson"));

        (long, ChainFaultKind) Kind(string name) => Verify(_folder[name]).Fault is { } fault ? (fault.Sequence, fault.Kind) : default;
    }

    [Theory]
    [MemberData(nameof(LineTamperings))]
    public async Task Verify_TamperedExport_NamesTheFirstBadSequence(string tampering, long sequence, ChainFaultKind kind)
    {
        var lines = await ExportedAsync(await FilledAsync());
        File.WriteAllLines(_folder["tampered.ndjson"], Tamper(lines, tampering));

        var fault = Verify(_folder["tampered.ndjson"]).Fault;

        Assert.Equal((sequence, kind), (fault!.Sequence, fault.Kind));
    }

    public static TheoryData<string, long, ChainFaultKind> LineTamperings => new()
    {
        { "payload", 4, ChainFaultKind.HashMismatch },
        { "hash", 4, ChainFaultKind.HashMismatch },
        { "not json", 4, ChainFaultKind.Unreadable },
        { "field gone", 4, ChainFaultKind.Unreadable },
        { "field twice", 4, ChainFaultKind.Unreadable },
        { "line gone", 4, ChainFaultKind.Missing },
        { "pair swapped", 4, ChainFaultKind.Missing },
        { "line twice", 5, ChainFaultKind.Missing },
        { "tail gone", 9, ChainFaultKind.HeadMismatch },
        { "all gone", 1, ChainFaultKind.Damaged },
        { "blank line", 5, ChainFaultKind.Unreadable },
    };

    private static string[] Tamper(string[] lines, string tampering)
    {
        var fourth = lines[3];
        return tampering switch
        {
            "payload" => [.. lines[..3], fourth.Replace("k4 1", "k4 2", StringComparison.Ordinal), .. lines[4..]],
            "hash" => [.. lines[..3], fourth[..^3] + (fourth[^3] == '0' ? '1' : '0') + fourth[^2..], .. lines[4..]],
            "not json" => [.. lines[..3], fourth[..^5], .. lines[4..]],
            "field gone" => [.. lines[..3], fourth.Replace("\"causation\":null,", "", StringComparison.Ordinal), .. lines[4..]],
            "field twice" => [.. lines[..3], fourth.Replace("\"actor\":", "\"actor\":\"x\",\"actor\":", StringComparison.Ordinal), .. lines[4..]],
            "line gone" => [.. lines[..3], .. lines[4..]],
            "pair swapped" => [.. lines[..3], lines[4], lines[3], .. lines[5..]],
            "line twice" => [.. lines[..4], .. lines[3..]],
            "tail gone" => lines[..8],
            "all gone" => [],
            "blank line" => [.. lines[..4], "", .. lines[4..]],
            _ => throw new ArgumentOutOfRangeException(nameof(tampering)),
        };
    }

    private static ChainVerdict Verify(string path) => new ChainVerifier(EventRegistry.Default).Verify(path, null, CancellationToken.None);

    private static void Change(string path, string sql)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        JournalFile.Execute(connection, sql);
    }

    private async Task<string> FilledAsync()
    {
        var path = _folder["demo.db"];
        await using var journal = new SqliteJournal(path, new("demo"), EventRegistry.Default);
        for (var i = 1; i <= Entries; i++) await journal.AppendAsync(Appends.Note("c1", i - 1, $"k{i}", $"k{i} 1 已核对"));
        return path;
    }

    private async Task<string[]> ExportedAsync(string path)
    {
        await using (var file = File.Create(_folder["demo.ndjson"]))
            await Journal.Exports.JournalExport.WriteAsync(path, file, null, CancellationToken.None);
        return await File.ReadAllLinesAsync(_folder["demo.ndjson"]);
    }

    /// <summary>Changes the fourth line and computes the hashes from there on again.</summary>
    private void Rechained(string[] lines, string old, string changed, string name)
    {
        var chain = new Journal.Chains.Chain(new Domain.Identity.OperationId("demo"));
        File.WriteAllLines(_folder[name], lines.Select((text, i) =>
        {
            var line = Journal.Exports.ExportLine.Parse(i == 3 ? text.Replace(old, changed, StringComparison.Ordinal) : text);
            chain.Add(line.Entry);
            var target = new System.Buffers.ArrayBufferWriter<byte>();
            Journal.Exports.ExportLine.Write(target, "demo", false, Entries, line.Entry, chain.Hash);
            return System.Text.Encoding.UTF8.GetString(target.WrittenSpan).TrimEnd('\n');
        }));
    }
}
