using System.Collections.Immutable;

namespace CommandCenter.Plans.Lists;

/// <summary>The heading row of a list and where each column stands in it.</summary>
internal sealed class ListHeader
{
    private readonly TableRow row;
    private readonly Dictionary<Column, int> positions;

    private ListHeader(string file, TableRow row, Dictionary<Column, int> positions) =>
        (File, this.row, this.positions, Width) = (file, row, positions, row.Cells.Length - TrailingBlanks(row));

    public string File { get; }

    /// <summary>The number that people see beside the row.</summary>
    public int Number => row.Number;

    /// <summary>Cells up to the last heading.</summary>
    public int Width { get; }

    /// <summary>The columns that the list has.</summary>
    public IReadOnlyCollection<Column> Columns => positions.Keys;

    /// <summary>The columns that a row names; whether it is the heading row is seen by how many.</summary>
    public static ListHeader Of(string file, TableRow row, ImmutableArray<Column> columns)
    {
        var headings = row.Cells.Select(Tidy.Heading).ToList();
        var found = columns
            .Select(column => (column, position: headings.FindIndex(column.IsNamed)))
            .Where(static m => m.position >= 0);
        return new(file, row, found.ToDictionary(static m => m.column, static m => m.position));
    }

    /// <summary>Where a column stands, or -1.</summary>
    public int Position(Column column) => positions.GetValueOrDefault(column, -1);

    /// <summary>What a column is called in this list.</summary>
    public string NameOf(Column column) => Position(column) is >= 0 and var at ? Tidy.Line(row[at]) : column.Name;

    /// <summary>Notes required columns that are missing and columns that occur twice.</summary>
    public void Check(ImmutableArray<Column> columns, Faults faults)
    {
        foreach (var column in columns.Where(c => c.Required && Position(c) < 0))
        {
            var others = column.Headings.Skip(1).ToList();
            faults.Add(
                new(File, Number, column.Name), $"表头缺少“{column.Name}”列（也可写作：{string.Join("、", others)}）。",
                $"The column '{column.Name}' is missing (also understood: {string.Join(", ", others)}).");
        }

        foreach (var column in Columns.Where(c => row.Cells.Select(Tidy.Heading).Count(c.IsNamed) > 1))
        {
            faults.Add(new(File, Number, column.Name), $"“{column.Name}”列不止一个。", $"There is more than one column '{column.Name}'.");
        }
    }

    private static int TrailingBlanks(TableRow row) => row.Cells.Reverse().TakeWhile(string.IsNullOrWhiteSpace).Count();
}
