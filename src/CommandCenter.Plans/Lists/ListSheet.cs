using System.Collections.Immutable;

namespace CommandCenter.Plans.Lists;

/// <summary>
/// A list whose heading row has been found: title rows above it are skipped, its columns may stand in any order, and
/// columns that it does not know are left alone.
/// </summary>
internal sealed class ListSheet
{
    private const int RowsSearched = 30;

    private readonly ListHeader header;
    private readonly ImmutableArray<TableRow> rows;

    private ListSheet(ListHeader header, ImmutableArray<TableRow> rows) => (this.header, this.rows) = (header, rows);

    /// <summary>Opens a CSV file or the one sheet of a workbook that has the columns; null after a fault.</summary>
    public static ListSheet? Open(string file, byte[] content, ImmutableArray<Column> columns, Faults faults)
    {
        var before = faults.Count;
        IReadOnlyList<Table> tables = file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
            ? CsvTable.Read(file, content, faults) is { } table ? [table] : []
            : WorkbookTable.Read(file, content, faults);
        if (faults.Count > before)
        {
            return null;
        }

        var sheets = tables.Select(t => Find(file, t, columns)).OfType<ListSheet>().ToList();
        if (sheets.Count == 1)
        {
            sheets[0].Check(columns, faults);
            return faults.Count == before ? sheets[0] : null;
        }

        var needed = string.Join("、", columns.Where(static c => c.Required).Select(static c => c.Name));
        faults.Add(
            new(file),
            sheets.Count == 0 ? $"找不到表头行，应有列：{needed}。" : "不止一张工作表有这样的表头，请只保留一张。",
            sheets.Count == 0 ? $"No heading row was found; it needs the columns {needed}." : "More than one sheet has such a heading row; keep one.");
        return null;
    }

    /// <summary>The rows below the headings, from above.</summary>
    public IEnumerable<ListRow> Rows(Faults faults) => rows.Select(row => new ListRow(header, row, faults));

    private static ListSheet? Find(string file, Table table, ImmutableArray<Column> columns)
    {
        var headers = table.Rows.Take(RowsSearched).Select(row => ListHeader.Of(file, row, columns)).ToList();
        var best = headers.MaxBy(static h => h.Columns.Count);
        return best is { Columns.Count: > 1 } ? new(best, table.Rows[(headers.IndexOf(best) + 1)..]) : null;
    }

    private void Check(ImmutableArray<Column> columns, Faults faults)
    {
        header.Check(columns, faults);
        if (rows.IsEmpty)
        {
            faults.Add(new(header.File, header.Number), "表头下没有内容。", "There is nothing below the headings.");
        }

        if (rows.Length >= Table.MaxRows)
        {
            faults.Add(new(header.File), $"行数过多，应少于 {Table.MaxRows} 行。", $"Too many rows; fewer than {Table.MaxRows} are read.");
        }
    }
}
