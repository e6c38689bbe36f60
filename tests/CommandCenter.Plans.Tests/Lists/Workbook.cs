using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace CommandCenter.Plans.Tests.Lists;

/// <summary>Writes the smallest workbooks that Excel would open: texts, numbers, dates, merged cells, hidden sheets.</summary>
internal static class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    /// <summary>One visible sheet. Rows by number; cells are string, double, DateTime or null.</summary>
    public static byte[] Of(params (int Row, object?[] Cells)[] rows) => Of([], [new Sheet("名单", false, rows)]);

    public static byte[] Of(string[] merged, params Sheet[] sheets)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            Add(archive, "[Content_Types].xml", $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
            Add(archive, "_rels/.rels", $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"r1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Add(archive, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets>{string.Concat(sheets.Select(Entry))}</sheets></workbook>");
            Add(archive, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}/relationships\">{string.Concat(sheets.Select(Relation))}<Relationship Id=\"s\" Type=\"{Office}/styles\" Target=\"styles.xml\"/></Relationships>");
            Add(archive, "xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
            for (var i = 0; i < sheets.Length; i++)
            {
                var merges = merged.Length == 0 ? "" : $"<mergeCells>{string.Concat(merged.Select(static m => $"<mergeCell ref=\"{m}\"/>"))}</mergeCells>";
                Add(archive, $"xl/worksheets/sheet{i + 1}.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{string.Concat(sheets[i].Rows.Select(Row))}</sheetData>{merges}</worksheet>");
            }
        }

        return stream.ToArray();
    }

    private static string Entry(Sheet sheet, int index) =>
        $"<sheet name=\"{sheet.Name}\" sheetId=\"{index + 1}\" r:id=\"w{index + 1}\"{(sheet.Hidden ? " state=\"hidden\"" : "")}/>";

    private static string Relation(Sheet sheet, int index) =>
        $"<Relationship Id=\"w{index + 1}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{index + 1}.xml\"/>";

    private static string Row((int Number, object?[] Cells) row) =>
        $"<row r=\"{row.Number}\">{string.Concat(row.Cells.Select((value, i) => Cell($"{(char)('A' + i)}{row.Number}", value)))}</row>";

    private static string Cell(string place, object? value) => value switch
    {
        null => "",
        DateTime date => FormattableString.Invariant($"<c r=\"{place}\" s=\"1\"><v>{date.ToOADate()}</v></c>"),
        double number => $"<c r=\"{place}\"><v>{number.ToString("R", CultureInfo.InvariantCulture)}</v></c>",
        _ => $"<c r=\"{place}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape($"{value}")}</t></is></c>",
    };

    private static void Add(ZipArchive archive, string name, string content)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write(content);
    }

    internal sealed record Sheet(string Name, bool Hidden, (int Row, object?[] Cells)[] Rows);
}
