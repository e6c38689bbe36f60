using System.Buffers;
using System.Text;
using CommandCenter.Domain.Identity;
using CommandCenter.Journal.Chains;
using CommandCenter.Journal.Events;
using CommandCenter.Journal.Sqlite;

namespace CommandCenter.Journal.Exports;

/// <summary>A journal as text: NDJSON, one entry a line, with hashes, for those who have no SQLite at hand.</summary>
public static class JournalExport
{
    private const int FlushAt = 64 * 1024;
    private const int ReportEvery = 1_000;

    /// <summary>Writes the whole journal as it is at this moment, also while a server writes to it.</summary>
    /// <param name="journalPath">The journal file.</param>
    /// <param name="target">Where to; not closed.</param>
    /// <param name="progress">Gets the sequence reached, now and then.</param>
    /// <param name="cancellationToken">Stops half-way.</param>
    /// <exception cref="JournalCorruptException">The file cannot be read, or a payload is not JSON.</exception>
    public static async Task<Checkpoint> WriteAsync(
        string journalPath, Stream target, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        using var rows = new FileRows(journalPath);
        var operation = rows.Operation.Value;
        var isDrill = false;
        var buffer = new ArrayBufferWriter<byte>(FlushAt * 2);
        while (rows.MoveNext())
        {
            isDrill |= ExportLine.FoundsDrill(rows.Entry);
            ExportLine.Write(buffer, operation, isDrill, rows.Head.Sequence, rows.Entry, rows.Hash);
            if (rows.Sequence % ReportEvery == 0) progress?.Report(rows.Sequence);
            if (buffer.WrittenCount < FlushAt) continue;
            await target.WriteAsync(buffer.WrittenMemory, cancellationToken);
            buffer.ResetWrittenCount();
        }

        await target.WriteAsync(buffer.WrittenMemory, cancellationToken);
        await target.FlushAsync(cancellationToken);
        return rows.Head;
    }

    /// <summary>Writes entries that come from anywhere, from the first one on, with the hashes that follow from them.</summary>
    /// <param name="operation">Whose journal.</param>
    /// <param name="entries">Its entries from sequence 1.</param>
    /// <param name="upTo">The last sequence that is written; there must be so many.</param>
    /// <param name="target">Where to; not closed.</param>
    /// <param name="cancellationToken">Stops half-way.</param>
    /// <exception cref="JournalCorruptException">An entry cannot be read, or is not the next.</exception>
    public static async Task<Checkpoint> WriteAsync(
        OperationId operation, IAsyncEnumerable<JournalEntry> entries, long upTo, Stream target, CancellationToken cancellationToken)
    {
        var chain = new Chain(operation);
        var isDrill = false;
        var buffer = new ArrayBufferWriter<byte>(FlushAt * 2);
        await foreach (var entry in entries.WithCancellation(cancellationToken))
        {
            WriteLine(buffer, entry, upTo, chain, operation, ref isDrill);
            if (chain.Sequence == upTo) break;
            if (buffer.WrittenCount < FlushAt) continue;
            await target.WriteAsync(buffer.WrittenMemory, cancellationToken);
            buffer.ResetWrittenCount();
        }

        await target.WriteAsync(buffer.WrittenMemory, cancellationToken);
        await target.FlushAsync(cancellationToken);
        return chain.Checkpoint;
    }

    private static void WriteLine(ArrayBufferWriter<byte> buffer, JournalEntry entry, long of, Chain chain, OperationId operation, ref bool isDrill)
    {
        var bytes = EntryEncoder.Mine.Encode(entry, Chain.HashSize);
        chain.Link(bytes);
        var raw = CanonicalBytes.Read(bytes.AsSpan(Chain.HashSize));
        isDrill |= ExportLine.FoundsDrill(raw);
        ExportLine.Write(buffer, operation.Value, isDrill, of, raw, chain.Hash);
    }

    /// <summary>The entries of an export, older shapes brought up to the present. Does not check hashes; see the chain verifier.</summary>
    /// <exception cref="JournalCorruptException">A line is not an entry, or is not the next.</exception>
    public static IEnumerable<JournalEntry> Read(string path, EventRegistry registry)
    {
        var decoder = new EntryDecoder(registry);
        var expected = 0L;
        foreach (var text in File.ReadLines(path, Encoding.UTF8))
        {
            expected++;
            var line = Parse(text, expected);
            if (line.Sequence != expected) throw new JournalCorruptException(expected, $"entry {line.Sequence} stands in its place.");
            yield return decoder.Decode(line.Entry);
        }
    }

    /// <summary>Reads a line, naming the sequence that belongs there when it cannot.</summary>
    internal static ExportLine Parse(string text, long expected)
    {
        try
        {
            return ExportLine.Parse(text);
        }
        catch (FormatException e)
        {
            throw new JournalCorruptException(expected, e.Message, e);
        }
    }
}
