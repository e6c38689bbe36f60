using System.Collections.Immutable;
using System.Globalization;
using CommandCenter.Boards;
using CommandCenter.Boards.Reports;

namespace CommandCenter.Server.Screens;

/// <summary>Which entries a number of a report stands for.</summary>
internal static class ReportNumbers
{
    /// <summary>The name of the number and its entries; none where the question makes no sense.</summary>
    public static (string Name, ImmutableArray<long> Entries) Find(BoardSet boards, IQueryCollection query)
    {
        if (long.TryParse(query["sequence"], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) && sequence > 0)
        {
            return (Texts.T("entries.one"), [sequence]);
        }

        if (ReportOf(boards, query["date"].ToString()) is not { } report)
        {
            return (Texts.T("entries.none"), []);
        }

        if (report.Figures.FirstOrDefault(f => Is(f.Kind, query["figure"])) is { } figure)
        {
            return (Texts.Of(figure.Kind), figure.Entries);
        }

        var row = report.Promises.FirstOrDefault(p => Is(p.Kind, query["promise"]));
        return row is not null && ColumnOf(row, query["column"].ToString()) is { } entries
            ? ($"{Texts.Of(row.Kind)} · {Texts.T($"report.{query["column"]}")}", entries)
            : (Texts.T("entries.none"), []);
    }

    private static DayReport? ReportOf(BoardSet boards, string date) => date == "all"
        ? (boards.Read(TopicNames.Report)?.Data as ReportBoard)?.Together
        : DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? boards.Read(TopicNames.OfReport(day))?.Data as DayReport
            : null;

    private static ImmutableArray<long>? ColumnOf(PromiseRow row, string column) => column switch
    {
        "made" => row.Made,
        "kept" => row.Kept,
        "keptLate" => row.KeptLate,
        "missed" => row.Missed,
        "open" => row.Open,
        _ => null,
    };

    private static bool Is<T>(T value, string? word)
        where T : struct, Enum => string.Equals(value.ToString(), word, StringComparison.OrdinalIgnoreCase);
}
