namespace CommandCenter.Plans.Lists;

/// <summary>A row of a list, read by column.</summary>
internal sealed class ListRow
{
    /// <summary>The longest cell that is read, in characters.</summary>
    public const int MaxCell = 200;

    private readonly ListHeader header;
    private readonly Faults faults;
    private readonly string[] cells;

    /// <summary>Tidies the cells of the known columns; those that are too long are faults and count as empty.</summary>
    public ListRow(ListHeader header, TableRow row, Faults faults)
    {
        (this.header, this.faults, Number) = (header, faults, row.Number);
        cells = new string[header.Width];
        foreach (var column in header.Columns)
        {
            var at = header.Position(column);
            var fits = row[at].Length <= MaxCell;
            cells[at] = fits ? Tidy.Line(row[at]) : "";
            if (!fits)
            {
                Fault(column, $"内容过长，最多 {MaxCell} 个字。", $"Too long; at most {MaxCell} characters.");
            }
        }

        // An amount such as 12,345 without quotation marks moves every cell after it.
        if (row.Cells.Skip(header.Width).Any(static c => !string.IsNullOrWhiteSpace(c)))
        {
            faults.Add(
                new(header.File, Number), "此行的单元格比表头多，可能有未加引号的逗号。",
                "This row has more cells than headings; a comma may lack quotation marks.");
        }
    }

    /// <summary>The number that people see beside the row.</summary>
    public int Number { get; }

    /// <summary>The cell as <see cref="Tidy.Line"/> has it; empty where the list has no such column.</summary>
    public string this[Column column] => header.Position(column) is >= 0 and var at ? cells[at] : "";

    /// <summary>Notes a fault of a cell.</summary>
    public void Fault(Column column, string chinese, string english) =>
        faults.Add(new(header.File, Number, header.NameOf(column)), chinese, english);
}
