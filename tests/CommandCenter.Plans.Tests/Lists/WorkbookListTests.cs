using System.IO.Compression;
using System.Text;
using static CommandCenter.Plans.Tests.Lists.HouseholdText;

namespace CommandCenter.Plans.Tests.Lists;

public sealed class WorkbookListTests
{
    private static readonly string Father = Card("19800605", 11);
    private static readonly string Mother = Card("19820102", 22);
    private static readonly string Child = Card("20150303", 33);

    private static readonly object?[] Headings = [.. Header.Split(','), "出生日期"];

    [Fact]
    public void Read_MergedTitleMergedHouseholdAndNumbersAsNumbers_IsTheList()
    {
        var content = Workbook.Of(
            ["A1:K1", "A5:A6", "G5:G6"],
            new Workbook.Sheet("名单", false,
            [
                (1, ["示范街道安置户名单"]),
                (2, ["制表日期：", new DateTime(2026, 11, 20)]),
                (4, Headings),
                (5, [17d, "王 建国", "户主", Father, "否", "是", -3200.5d, null, null, null, new DateTime(1980, 6, 5)]),
                (6, [null, "李梅", "配偶", Mother.ToLowerInvariant(), "是", null, null, null, null, null, "1982年1月2日"]),
                (9, ["０１８", "赵六", "户主", Child, null, null, null, null, null, null, "2015/3/3"]),
            ]));
        var same = ReadWith(
            $"{Header},出生日期", $"017,王建国,户主,{Father},否,是,-3200.50,,,,", $"017,李梅,配偶,{Mother},是,,,,,,", $"018,赵六,户主,{Child},,,,,,,");

        var reading = new Folder().With("households.xlsx", content).Read();

        Assert.Empty(reading.Faults);
        Assert.Equal(same.Lists!.HouseholdsHash, reading.Lists!.HouseholdsHash);
    }

    [Fact]
    public void Read_FaultBelowGapsInTheSheet_HasTheRowThatPeopleSee()
    {
        var content = Workbook.Of((3, Headings), (5, [1d, "甲", "户主", Father]), (40, [2d, "乙", "户主", Father]));

        var fault = new Folder().With("households.xlsx", content).OnlyFault();

        Assert.Equal(("households.xlsx", 40, "身份证号"), (fault.Place.File, fault.Place.Row, fault.Place.Column));
    }

    [Fact]
    public void Read_IdentityNumberAsNumber_SaysThatDigitsAreLost()
    {
        var content = Workbook.Of((1, Headings), (2, ["1", "甲", "户主", 110101198006050123d]));

        Assert.Contains("被表格当作数字", new Folder().With("households.xlsx", content).OnlyFault().Reason.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ResultOfAFormulaWithBinaryRest_IsTheAmountThatIsShown()
    {
        var content = Workbook.Of((1, Headings), (2, ["1", "甲", "户主", Father, null, null, 0.1d + 0.2d]));

        Assert.Equal(0.3m, Only(new Folder().With("households.xlsx", content).Read()).CarriedDifference);
    }

    [Fact]
    public void Read_CoverSheetAndHiddenSheet_AreLeftAlone()
    {
        (int, object?[])[] rows = [(1, Headings), (2, ["1", "甲", "户主", Father])];
        var content = Workbook.Of(
            [], new("说明", false, [(1, ["填表说明"])]), new("名单", false, rows), new("旧名单", true, rows));

        Assert.Equal("甲", Only(new Folder().With("households.xlsx", content).Read()).Members[0].Name);
    }

    [Fact]
    public void Read_TwoSheetsWithTheHeadings_IsAFault()
    {
        (int, object?[])[] rows = [(1, Headings), (2, ["1", "甲", "户主", Father])];
        var content = Workbook.Of([], new("一", false, rows), new("二", false, rows));

        Assert.Contains("不止一张工作表", new Folder().With("households.xlsx", content).OnlyFault().Reason.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TextNamedWorkbook_IsAFault() =>
        Assert.Contains(
            "不是有效的 Excel", new Folder().With("households.xlsx", "户号,姓名").OnlyFault().Reason.Zh, StringComparison.Ordinal);

    [Fact]
    public void Read_CutOffWorkbook_IsAFault()
    {
        var content = Workbook.Of((1, Headings), (2, ["1", "甲", "户主", Father]));

        Assert.Contains("已损坏", new Folder().With("households.xlsx", content[..^200]).OnlyFault().Reason.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WorkbookNamedCsv_IsAFault() =>
        Assert.Contains(
            "CSV", new Folder().With("households.csv", Workbook.Of((1, Headings))).OnlyFault().Reason.Zh, StringComparison.Ordinal);

    [Fact]
    public void Read_ZipThatUnpacksToFarTooMuch_IsRefusedUnread()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            using var entry = archive.CreateEntry("xl/worksheets/sheet1.xml").Open();
            var spaces = Encoding.ASCII.GetBytes(new string(' ', 1024 * 1024));
            for (var i = 0; i < 201; i++)
            {
                entry.Write(spaces);
            }
        }

        Assert.Contains("解压后过大", new Folder().With("households.xlsx", stream.ToArray()).OnlyFault().Reason.Zh, StringComparison.Ordinal);
    }
}
