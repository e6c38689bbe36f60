using System.Collections.Immutable;

namespace CommandCenter.Plans.Lists;

/// <summary>One sheet as text: the rows that are not empty.</summary>
internal sealed record Table(ImmutableArray<TableRow> Rows)
{
    /// <summary>The most rows that are read; a sheet with more has one row more here.</summary>
    public const int MaxRows = 20_000;

    /// <summary>The most columns that are looked at.</summary>
    public const int MaxColumns = 200;
}

/// <summary>A row that is not empty, with the number that people see beside it.</summary>
internal sealed record TableRow(int Number, ImmutableArray<string> Cells)
{
    /// <summary>The text of a cell; cells beyond the last are empty.</summary>
    public string this[int column] => column < Cells.Length ? Cells[column] : "";
}

/// <summary>Gathers the rows of a sheet.</summary>
internal sealed class TableRows : List<TableRow>
{
    public void AddUnlessEmpty(int number, IEnumerable<string> cells)
    {
        ImmutableArray<string> row = [.. cells.Take(Table.MaxColumns)];
        if (row.Any(static c => !string.IsNullOrWhiteSpace(c)))
        {
            Add(new(number, row));
        }
    }
}
