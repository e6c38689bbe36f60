using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;

namespace CommandCenter.Plans.Lists;

/// <summary>Reads the visible sheets of an Excel workbook. Hidden sheets are left alone.</summary>
internal static class WorkbookTable
{
    // Twenty megabytes of zip may hold gigabytes.
    private const long MostUnpacked = 200L * 1024 * 1024;

    // Reader of dates and codes of old workbooks needs the code pages of the framework.
    static WorkbookTable() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static IReadOnlyList<Table> Read(string file, byte[] content, Faults faults)
    {
        try
        {
            if (UnpackedSize(content) <= MostUnpacked)
            {
                return ReadSheets(content);
            }

            faults.Add(new(file), "工作簿解压后过大。", "The workbook is too large when unpacked.");
        }
        catch (ExcelDataReader.Exceptions.InvalidPasswordException)
        {
            faults.Add(new(file), "工作簿设有密码，请先取消密码。", "The workbook has a password; remove it first.");
        }
        catch (Exception)
        {
            // The bytes come from outside and the library answers damage with exceptions of any type.
            faults.Add(new(file), "不是有效的 Excel 工作簿（.xlsx），或文件已损坏。", "This is no Excel workbook (.xlsx), or it is damaged.");
        }

        return [];
    }

    private static long UnpackedSize(byte[] content)
    {
        using var archive = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
        return archive.Entries.Sum(static e => e.Length);
    }

    private static List<Table> ReadSheets(byte[] content)
    {
        var tables = new List<Table>();
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(content));
        do
        {
            if (string.Equals(reader.VisibleState, "visible", StringComparison.OrdinalIgnoreCase))
            {
                tables.Add(ReadSheet(reader));
            }
        }
        while (reader.NextResult());
        return tables;
    }

    private static Table ReadSheet(IExcelDataReader reader)
    {
        var rows = new TableRows();
        while (reader.Read() && rows.Count <= Table.MaxRows)
        {
            rows.AddUnlessEmpty(reader.Depth + 1, Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader.GetValue(i))));
        }

        return new([.. rows]);
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),

        // Beyond fifteen digits a spreadsheet's number has lost its last ones; it is shown as such, see IdCard.
        double number when Math.Abs(number) >= 1e15 => number.ToString("E5", CultureInfo.InvariantCulture),
        double number => ((decimal)Math.Round(number, 6)).ToString("0.######", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
