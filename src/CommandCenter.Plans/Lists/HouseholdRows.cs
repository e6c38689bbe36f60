using System.Collections.Immutable;

namespace CommandCenter.Plans.Lists;

/// <summary>The rows of one household, one below the other, and what they say about it.</summary>
internal sealed class HouseholdRows(string number, ListRow first)
{
    private readonly List<ListRow> rows = [first];

    /// <summary>The tidied household number; may be invalid.</summary>
    public string Number { get; } = number;

    public ListRow First => rows[0];

    public IReadOnlyList<ListRow> All => rows;

    /// <summary>Cuts a list into households. A row without number belongs to the household above it: its cells were merged.</summary>
    public static ImmutableArray<HouseholdRows> Cut(IEnumerable<ListRow> rows)
    {
        var households = new List<HouseholdRows>();
        foreach (var row in rows)
        {
            var number = HouseholdNumber.Tidied(row[HouseholdColumns.Number]);
            if (households is [.., var last] && (number.Length == 0 || number == last.Number))
            {
                last.rows.Add(row);
            }
            else
            {
                households.Add(new(number, row));
            }
        }

        return [.. households];
    }

    /// <summary>
    /// A value of the household, which may be written in one of its rows or in several; rows that contradict each other
    /// and cells that cannot be read are faults. Null when no row states it.
    /// </summary>
    public T? Stated<T>(Column column, Func<string, T?> read, string chinese, string english)
        where T : struct
    {
        T? stated = null;
        foreach (var row in rows.Where(r => !CellValue.IsBlank(r[column])))
        {
            if (read(row[column]) is not { } value)
            {
                row.Fault(column, chinese, english);
            }
            else if (stated is { } before && !before.Equals(value))
            {
                row.Fault(column, $"户 {Number} 各行的内容不一致。", $"The rows of household {Number} contradict each other.");
            }
            else
            {
                stated = value;
            }
        }

        return stated;
    }

    /// <summary>The row that states a text of the household, or null; two different texts are a fault.</summary>
    public ListRow? StatedIn(Column column, Func<string, string> tidy)
    {
        var stating = rows.Where(r => !CellValue.IsBlank(r[column])).ToList();
        foreach (var row in stating.Where(r => tidy(r[column]) != tidy(stating[0][column])))
        {
            row.Fault(column, $"户 {Number} 各行的内容不一致。", $"The rows of household {Number} contradict each other.");
        }

        return stating.FirstOrDefault();
    }
}
