using System.Globalization;
using System.Text;
using CommandCenter.Domain.Plans;
using static CommandCenter.Plans.Tests.Lists.HouseholdText;

namespace CommandCenter.Plans.Tests.Lists;

public sealed class HouseholdListTests
{
    private static readonly string Father = Card("19800605", 11);
    private static readonly string Mother = Card("19820102", 22);
    private static readonly string Child = Card("20150303", 33);

    [Fact]
    public void Read_TidyHousehold_HasEveryField()
    {
        var household = Only(Read(
            $"017,王建国,户主,{Father},否,是,-3200.50,李四,{Mother},残疾",
            $"017,王雨桐,女,{Child},是,,,,,"));

        Assert.Equal("h017", household.Id.Value);
        Assert.Equal("017", household.Number);
        Assert.Equal([new Member(1, "王建国", Father[^4..]), new Member(2, "王雨桐", Child[^4..], Added: true)], household.Members.ToArray());
        Assert.Equal(new Proxy("李四", Mother[^4..]), household.Proxy);
        Assert.Equal(PriorityReason.Disabled, household.Priority);
        Assert.True(household.SecondChild);
        Assert.Equal(-3200.5m, household.CarriedDifference);
    }

    [Fact]
    public void Read_HouseholdColumnsInFirstRowOnly_BelongToAllItsRows()
    {
        var reading = Read(
            $"001,甲,户主,{Father},,是,100,,,",
            $",乙,配偶,{Mother},,,,,,",
            $"002,丙,户主,{Child},,,,,,");

        Assert.Equal([2, 1], reading.Lists!.Households.Select(static h => h.Members.Length));
        Assert.Equal(100m, reading.Lists.Households[0].CarriedDifference);
    }

    [Fact]
    public void Read_FullWidthAndSpaces_AreTidied()
    {
        var wide = new string([.. Father.Select(static c => (char)(c + 0xFEE0))]);
        var household = Only(Read($"０１７,王　建 国,户　主,{wide},　否 ,√,￥１２００．５０元,,,年满 70 周岁"));

        Assert.Equal("017", household.Number);
        Assert.Equal("王建国", household.Members[0].Name);
        Assert.Equal(Father[^4..], household.Members[0].IdTail);
        Assert.Equal(1200.5m, household.CarriedDifference);
        Assert.Equal(PriorityReason.Aged70, household.Priority);
    }

    [Theory]
    [InlineData("1", "001")]
    [InlineData("017号", "017")]
    [InlineData("0017", "017")]
    [InlineData("1990", "1990")]
    [InlineData("a-12", "A-12")]
    public void Read_HouseholdNumber_HasOneForm(string written, string number)
    {
        var household = Only(Read($"{written},甲,户主,{Father},,,,,,"));

        Assert.Equal(number, household.Number);
        Assert.Equal($"h{number.ToLowerInvariant()}", household.Id.Value);
    }

    [Fact]
    public void Read_LowerCaseX_IsTheCheckCharacter()
    {
        var card = CardWithX();

        var household = Only(Read($"1,甲,户主,{card.ToLowerInvariant()},,,,,,"));

        Assert.Equal(card[^4..], household.Members[0].IdTail);
    }

    [Fact]
    public void Read_TitleRowsAboveAndEmptyRowsBetween_AreSkippedAndRowsKeepTheirNumbers()
    {
        var text = $"""
            示范街道安置户名单,,,,,,,,,
            ,,,,,,,,,
            填报日期：2026年11月20日,,,,,,,,,
            {Header}
            001,甲,户主,{Father},,,,,,

            ,,,,,,,,,
            002,乙,户主,{Father},,,,,,
            """;

        var fault = new Folder().With("households.csv", text).OnlyFault();

        Assert.Equal(("households.csv", 8, "身份证号"), (fault.Place.File, fault.Place.Row, fault.Place.Column));
        Assert.Contains("第 5 行", fault.Reason.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ColumnsInAnotherOrderWithSynonymsAndUnknownOnes_IsTheSameList()
    {
        var usual = Read($"017,王建国,户主,{Father},是,是,12.30,,,孕妇");
        var other = ReadWith(
            "序号,备注,优先事由,差价（元）,二孩,新增人口 *,公民身份号码,与户主的关系,家庭成员姓名,户编号",
            $"1,无,怀孕,\"0,012.3\",有,Y,{Father},本人,王建国,17");

        // A thousands separator must stand at thousands: 0,012.3 is no amount.
        Assert.Equal("差价(元)", OnlyFault(other).Place.Column);
        other = ReadWith(
            "序号,备注,优先事由,差价（元）,二孩,新增人口 *,公民身份号码,与户主的关系,家庭成员姓名,户编号",
            $"1,无,怀孕,12.3,有,Y,{Father},本人,王建国,17");
        Assert.Equal(usual.Lists!.HouseholdsHash, other.Lists!.HouseholdsHash);
    }

    [Fact]
    public void Read_EnglishHeadings_AreUnderstood()
    {
        var household = Only(ReadWith(
            "Household Number,Name,Relation,ID Number,Added,Second Child,Carried Difference,Priority Reason",
            $"5,John  Smith,head,{Father},no,yes,\"1,234.50\",doctors-word"));

        Assert.Equal("John Smith", household.Members[0].Name);
        Assert.Equal(1234.5m, household.CarriedDifference);
        Assert.Equal(PriorityReason.DoctorsWord, household.Priority);
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("GB18030", false)]
    public void Read_EncodingsOfOffices_GiveTheSameNames(string encoding, bool mark)
    {
        var coder = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        byte[] content =
        [
            .. mark ? coder.GetPreamble() : [],
            .. coder.GetBytes($"{Header}\n1,欧阳雪梅,户主,{Father},,,,,,"),
        ];

        var household = Only(new Folder().With("households.csv", content).Read());

        Assert.Equal("欧阳雪梅", household.Members[0].Name);
    }

    [Theory]
    [InlineData('\t')]
    [InlineData(';')]
    public void Read_OtherSeparators_AreFound(char separator)
    {
        var text = $"{Header}\n1,甲,户主,{Father},,,,,,".Replace(',', separator);

        Assert.Equal("甲", Only(new Folder().With("households.csv", text).Read()).Members[0].Name);
    }

    [Theory]
    [InlineData("1980-06-05")]
    [InlineData("1980/6/5")]
    [InlineData("1980.06.05")]
    [InlineData("1980年6月5日")]
    [InlineData("１９８０年６月５日")]
    [InlineData("19800605")]
    public void Read_BirthDateAsText_IsComparedWithTheIdentityNumber(string date)
    {
        const string header = $"{Header},出生日期";

        Assert.Empty(ReadWith(header, $"1,甲,户主,{Father},,,,,,,{date}").Faults);
        Assert.Equal("出生日期", OnlyFault(ReadWith(header, $"1,甲,户主,{Mother},,,,,,,{date}")).Place.Column);
    }

    [Fact]
    public void Read_MinorityNameAndRareCharacter_AreNames()
    {
        var reading = Read(
            $"1,阿依古丽 • 买买提,户主,{Father},,,,,,",
            $"2,王𬭎,户主,{Mother},,,,,,");

        Assert.Equal(["阿依古丽·买买提", "王𬭎"], reading.Lists!.Households.Select(static h => h.Members[0].Name));
    }

    [Fact]
    public void Read_HeadNotFirst_StandsFirst()
    {
        var household = Only(Read($"1,乙,配偶,{Mother},,,,,,", $"1,甲,户主,{Father},,,,,,"));

        Assert.Equal([(1, "甲"), (2, "乙")], household.Members.Select(static m => (m.No, m.Name)));
    }

    [Fact]
    public void Read_RowsInAnotherOrder_GiveTheSameHash()
    {
        var lines = new[] { $"1,甲,户主,{Father},,,,,,", $"2,乙,户主,{Mother},,,,,,", $"10,丙,户主,{Child},,,,,," };

        var forward = Read(lines);
        var backward = Read([.. lines.Reverse()]);

        Assert.Equal(forward.Lists!.HouseholdsHash, backward.Lists!.HouseholdsHash);
        Assert.Equal(["001", "002", "010"], backward.Lists.Households.Select(static h => h.Number));
    }

    [Fact]
    public void Read_AnyOtherContent_GivesAnotherHash()
    {
        var hash = Read($"1,甲,户主,{Father},,,,,,").Lists!.HouseholdsHash;

        Assert.NotEqual(hash, Read($"1,乙,户主,{Father},,,,,,").Lists!.HouseholdsHash);
        Assert.NotEqual(hash, Read($"1,甲,户主,{Father},,,0.01,,,").Lists!.HouseholdsHash);
        Assert.NotEqual(hash, Read($"1,甲,户主,{Father},,是,,,,").Lists!.HouseholdsHash);
        Assert.Matches("^[0-9a-f]{64}$", hash);
    }

    [Fact]
    public void Read_ThousandRowsWithThreeBadOnes_ReportsExactlyTheseAndTakesNothing()
    {
        var cards = Enumerable.Range(1, 1000)
            .Select(static n => Card(new DateOnly(1960, 1, 1).AddDays(n).ToString("yyyyMMdd", CultureInfo.InvariantCulture), 1)).ToList();
        var lines = cards.Select(static (card, i) => $"{i + 1},住户,户主,{card},,,,,,").ToArray();
        Assert.Equal(1000, Read(lines).Lists!.Households.Length);
        lines[136] = $"137,,户主,{cards[136]},,,,,,";
        lines[511] = $"512,住户,户主,{WithWrongCheckCharacter(cards[511])},,,,,,";
        lines[997] = $"998,住户,户主,{cards[997]},,,三千元,,,";

        var reading = Read(lines);

        Assert.Null(reading.Plan);
        Assert.Null(reading.Lists);
        Assert.Equal(
            [(138, "姓名"), (513, "身份证号"), (999, "结转差价")],
            reading.Faults.Select(static f => (f.Place.Row!.Value, f.Place.Column)));
        Assert.Contains("缺少姓名", reading.Faults[0].Reason.Zh, StringComparison.Ordinal);
        Assert.Contains("校验码", reading.Faults[1].Reason.Zh, StringComparison.Ordinal);
        Assert.Contains("金额", reading.Faults[2].Reason.Zh, StringComparison.Ordinal);
    }

    private static string WithWrongCheckCharacter(string card) => card[..^1] + (card[^1] == '0' ? '1' : '0');
}
