using System.Text;
using CsvHelper;

namespace CommandCenter.Plans.Lists;

/// <summary>Reads CSV as offices save it: UTF-8 with or without mark, UTF-16, or GB18030; commas, semicolons or tabs.</summary>
internal static class CsvTable
{
    private static readonly char[] Separators = [',', '\t', ';'];

    public static Table? Read(string file, byte[] content, Faults faults)
    {
        if (Decode(content) is not { } text || text.Contains('\0', StringComparison.Ordinal))
        {
            faults.Add(new(file), "不是文本表格（CSV），编码应为 UTF-8 或 GB18030。", "This is no CSV text in UTF-8 or GB18030.");
            return null;
        }

        try
        {
            var rows = new TableRows();
            using var reader = CsvReader.FromText(text, Dialect(text));
            while (reader.Read() && rows.Count <= Table.MaxRows)
            {
                rows.AddUnlessEmpty((int)reader.RowNumber, Enumerable.Range(0, reader.FieldCount).Select(reader.GetString));
            }

            return new([.. rows]);
        }
        catch (CsvFormatException e)
        {
            faults.Add(
                new(file, (int)e.RecordNumber), "引号不成对或位置不当，从此行起无法读取。", "A quotation mark is misplaced or not closed; nothing can be read from this row on.");
            return null;
        }
    }

    // A stray quotation mark must not swallow the rows after it: it is an error, not something to recover from.
    private static CsvReaderOptions Dialect(string text) => new()
    {
        Separator = Separators.MaxBy(s => text.AsSpan().Count(s)),
        HasHeader = false,
        SkipEmptyLines = false,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    private static string? Decode(byte[] content)
    {
        Encoding[] encodings = content switch
        {
            [0xFF, 0xFE, ..] => [new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true)],
            [0xFE, 0xFF, ..] => [new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true)],
            _ =>
            [
                new UTF8Encoding(false, throwOnInvalidBytes: true),
                CodePagesEncodingProvider.Instance.GetEncoding(
                    "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!,
            ],
        };

        foreach (var encoding in encodings)
        {
            try
            {
                return encoding.GetString(content).TrimStart('\uFEFF');
            }
            catch (DecoderFallbackException)
            {
                // Not this encoding; the next one is tried.
            }
        }

        return null;
    }
}
