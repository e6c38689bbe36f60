using static CommandCenter.Plans.Tests.Lists.HouseholdText;

namespace CommandCenter.Plans.Tests.Lists;

public sealed class HouseholdFaultTests
{
    private static readonly string Father = Card("19800605", 11);
    private static readonly string Mother = Card("19820102", 22);
    private static readonly string Child = Card("20150303", 33);

    [Theory]
    [InlineData("身份证号应为 18 位", "11010119800605001")]
    [InlineData("前 17 位应为数字", "00000019800605O113")]
    [InlineData("出生日期不成立", "000000198013050117")]
    [InlineData("出生日期不成立", "000000209905050110")]
    [InlineData("被表格当作数字", "1.10101E+17")]
    [InlineData("缺少身份证号", "")]
    public void Read_ImpossibleIdentityNumber_SaysWhyWithoutRepeatingIt(string reason, string number)
    {
        var fault = OnlyFault(Read($"1,甲,户主,{number},,,,,,"));

        Assert.Equal((2, "身份证号"), (fault.Place.Row!.Value, fault.Place.Column));
        Assert.Contains(reason, fault.Reason.Zh, StringComparison.Ordinal);
        Assert.True(number.Length == 0 || !fault.ToString().Contains(number, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_EveryOtherLastDigit_IsRefused()
    {
        foreach (var last in "0123456789X".Where(static c => c != Father[^1]))
        {
            Assert.Contains("校验码", OnlyFault(Read($"1,甲,户主,{Father[..^1]}{last},,,,,,")).Reason.Zh, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Read_SamePersonTwice_NamesTheFirstRow()
    {
        var fault = OnlyFault(Read($"1,甲,户主,{Father},,,,,,", $"2,甲,户主,{Father},,,,,,"));

        Assert.Equal(3, fault.Place.Row);
        Assert.Contains("第 2 行", fault.Reason.Zh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("０１")]
    [InlineData("001号")]
    public void Read_HouseholdNumberAgainFurtherDown_NamesTheFirstRow(string again)
    {
        var fault = OnlyFault(Read($"001,甲,户主,{Father},,,,,,", $"002,乙,户主,{Mother},,,,,,", $"{again},丙,户主,{Child},,,,,,"));

        Assert.Equal((4, "户号"), (fault.Place.Row!.Value, fault.Place.Column));
        Assert.Contains("第 2 行", fault.Reason.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TwoHouseholdsUnderOneNumberInSuccession_AreSeenByTheirTwoHeads()
    {
        var fault = OnlyFault(Read($"001,甲,户主,{Father},,,,,,", $"001,乙,户主,{Mother},,,,,,"));

        Assert.Equal((3, "与户主关系"), (fault.Place.Row!.Value, fault.Place.Column));
    }

    [Fact]
    public void Read_NoHead_IsAFault() =>
        Assert.Contains("没有户主", OnlyFault(Read($"1,甲,配偶,{Father},,,,,,")).Reason.Zh, StringComparison.Ordinal);

    [Theory]
    [InlineData("二胎", "是,,,,", "否,,,,")]
    [InlineData("结转差价", ",100,,,", ",200,,,")]
    [InlineData("优先原因", ",,,,残疾", ",,,,孕妇")]
    public void Read_RowsOfAHouseholdContradictEachOther_IsAFault(string column, string first, string second)
    {
        var fault = OnlyFault(Read($"1,甲,户主,{Father},,{first}", $"1,乙,配偶,{Mother},,{second}"));

        Assert.Equal((3, column), (fault.Place.Row!.Value, fault.Place.Column));
    }

    [Theory]
    [InlineData("是否新增", "也许,,,,,")]
    [InlineData("二胎", ",三胎,,,,")]
    [InlineData("结转差价", ",,1.234,,,")]
    [InlineData("结转差价", ",,10000000,,,")]
    [InlineData("结转差价", ",,一千,,,")]
    [InlineData("代理人身份证号", ",,,李四,,")]
    [InlineData("优先原因", ",,,,,贵宾")]
    public void Read_CellThatCannotBeRead_NamesItsColumn(string column, string cells)
    {
        var fault = OnlyFault(Read($"1,甲,户主,{Father},{cells}"));

        Assert.Equal((2, column), (fault.Place.Row!.Value, fault.Place.Column));
    }

    [Fact]
    public void Read_ProxyNumberWithoutName_IsAFault() =>
        Assert.Equal("代理人", OnlyFault(Read($"1,甲,户主,{Father},,,,,{Mother},")).Place.Column);

    [Theory]
    [InlineData("", "户号")]
    [InlineData("1/2", "户号")]
    [InlineData("123456789012345678901", "户号")]
    public void Read_BadHouseholdNumber_IsAFault(string number, string column) =>
        Assert.Equal(column, OnlyFault(Read($"{number},甲,户主,{Father},,,,,,")).Place.Column);

    [Theory]
    [InlineData("张3")]
    [InlineData("<b>张</b>")]
    [InlineData("张张张张张张张张张张张张张张张张张张张张张张张张张张张张张张张张张张张张张张张张张")]
    public void Read_WhatIsNoName_IsAFault(string name) =>
        Assert.Equal("姓名", OnlyFault(Read($"1,{name},户主,{Father},,,,,,")).Place.Column);

    [Fact]
    public void Read_PeopleStatedAndListedDiffer_IsAFault()
    {
        var fault = OnlyFault(ReadWith($"{Header},人口", $"1,甲,户主,{Father},,,,,,,3", $"1,乙,配偶,{Mother},,,,,,,"));

        Assert.Contains("填报 3 人，名单有 2 人", fault.Reason.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SeveralFaultsInOneRow_AreAllReported()
    {
        var reading = Read("1,,,,也许,也许,也许,,,也许");

        Assert.Equal(
            ["与户主关系", "二胎", "优先原因", "姓名", "是否新增", "结转差价", "身份证号"],
            reading.Faults.Select(static f => f.Place.Column).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Read_OverlongCell_IsAFault()
    {
        var reading = Read($"1,{new string('张', 201)},户主,{Father},,,,,,");

        Assert.Contains(reading.Faults, static f => f.Place.Column == "姓名" && f.Reason.Zh.Contains("最多 200 个字", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_AmountWithUnquotedComma_IsNotReadAsAnotherColumn()
    {
        var reading = Read($"1,甲,户主,{Father},否,否,12,345.60,,,");

        Assert.Null(reading.Lists);
        Assert.Contains(reading.Faults, static f => f.Place.Row == 2);
    }

    [Theory]
    [InlineData("1,\"甲,户主,000000,,,,,,\n2,乙,户主,000000,,,,,,")]
    [InlineData("1,甲\"乙,户主,000000,,,,,,")]
    public void Read_StrayQuotationMark_StopsThere(string text)
    {
        var fault = OnlyFault(Read(text));

        Assert.Equal(2, fault.Place.Row);
        Assert.Contains("引号", fault.Reason.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_MissingColumns_AreNamedOnce()
    {
        var reading = ReadWith("户号,姓名,身份证号", $"1,甲,{Father}");

        Assert.Equal(["与户主关系", "是否新增", "二胎", "结转差价"], reading.Faults.Select(static f => f.Place.Column));
        Assert.All(reading.Faults, static f => Assert.Equal(1, f.Place.Row));
    }

    [Fact]
    public void Read_ColumnTwice_IsAFault() =>
        Assert.Contains("不止一个", OnlyFault(ReadWith($"{Header},身份证号码", $"1,甲,户主,{Father},,,,,,,")).Reason.Zh, StringComparison.Ordinal);

    [Fact]
    public void Read_NoHeadingRow_NamesWhatIsNeeded() =>
        Assert.Contains("户号、姓名", OnlyFault(ReadWith("a,b,c", "1,2,3")).Reason.Zh, StringComparison.Ordinal);

    [Fact]
    public void Read_HeadingsOnly_IsAFault() =>
        Assert.Contains("没有内容", OnlyFault(Read()).Reason.Zh, StringComparison.Ordinal);

    [Fact]
    public void Read_MoreRowsThanAllowed_IsAFault()
    {
        var reading = Read([.. Enumerable.Repeat("1,甲,户主,1,,,,,,", 20_000)]);

        Assert.Contains("行数过多", OnlyFault(reading).Reason.Zh, StringComparison.Ordinal);
    }
}
