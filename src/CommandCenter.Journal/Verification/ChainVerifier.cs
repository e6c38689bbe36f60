using System.Text;
using CommandCenter.Domain.Identity;
using CommandCenter.Journal.Chains;
using CommandCenter.Journal.Events;
using CommandCenter.Journal.Exports;
using CommandCenter.Journal.Sqlite;

namespace CommandCenter.Journal.Verification;

/// <summary>
/// Computes the chain of a stored journal again and compares it with what is stored: hashes, order, versions, payloads, and
/// the stated end. Reads only; works beside a running server.
/// </summary>
/// <param name="registry">Reads payloads.</param>
public sealed class ChainVerifier(EventRegistry registry)
{
    private const int ReportEvery = 1_000;

    /// <summary>Every SQLite file begins with this.</summary>
    private static ReadOnlySpan<byte> SqliteMark => "SQLite format 3\0"u8;

    /// <summary>Verifies a journal file or an export, whichever it is.</summary>
    /// <param name="path">The file.</param>
    /// <param name="progress">Gets the sequence reached, now and then.</param>
    /// <param name="cancellationToken">Stops half-way.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="JournalUnavailableException">It cannot be opened now.</exception>
    public ChainVerdict Verify(string path, IProgress<long>? progress, CancellationToken cancellationToken) =>
        IsSqlite(path) ? VerifyJournal(path, progress, cancellationToken) : VerifyExport(path, progress, cancellationToken);

    /// <summary>Verifies the SQLite file of an operation.</summary>
    /// <inheritdoc cref="Verify"/>
    public ChainVerdict VerifyJournal(string path, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        ChainCheck? check = null;
        try
        {
            using var rows = new FileRows(path);
            check = new(rows.Operation, registry);
            while (rows.MoveNext())
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (check.Take(rows.Entry, rows.Hash) is { } bad) return bad;
                Report(progress, check);
            }

            var verdict = check.End(rows.Head);
            return verdict.IsWhole && rows.FindDamage() is { } damage ? check.Bad(0, ChainFaultKind.Damaged, damage) : verdict;
        }
        catch (JournalCorruptException e)
        {
            return check?.Bad(e, ChainFaultKind.Damaged) ?? Nothing(0, e.Message);
        }
    }

    /// <summary>Verifies an NDJSON export.</summary>
    /// <inheritdoc cref="Verify"/>
    public ChainVerdict VerifyExport(string path, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        ChainCheck? check = null;
        ExportLine? last = null;
        foreach (var text in File.ReadLines(path, Encoding.UTF8))
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                var line = JournalExport.Parse(text, check?.Next ?? 1);
                check ??= new(new OperationId(line.Operation), registry);
                if (check.Take(line.Entry, line.Hash) is { } bad) return bad;
                last = line;
            }
            catch (JournalCorruptException e)
            {
                return check?.Bad(e, ChainFaultKind.Unreadable) ?? Nothing(1, e.Message);
            }

            Report(progress, check);
        }

        // A line says only how many there are: the hash of the last is that of the chain, which was just compared.
        return check?.End(check.Whole().Checkpoint with { Sequence = last!.Of }) ?? Nothing(1, "the export is empty.");
    }

    private static ChainVerdict Nothing(long sequence, string message) =>
        new(new Checkpoint(0, string.Empty), new(sequence, ChainFaultKind.Damaged, message));

    private static void Report(IProgress<long>? progress, ChainCheck check)
    {
        if (check.Next % ReportEvery == 0) progress?.Report(check.Next - 1);
    }

    private static bool IsSqlite(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> start = stackalloc byte[16];
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual(SqliteMark);
    }
}
