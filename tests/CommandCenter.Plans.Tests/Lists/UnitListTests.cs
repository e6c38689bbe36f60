using CommandCenter.Domain.Plans;

namespace CommandCenter.Plans.Tests.Lists;

public sealed class UnitListTests
{
    private const string Header = "楼栋,楼层,房号,户型,建筑面积,朝向";

    [Fact]
    public void Read_TidyFlat_HasEveryField()
    {
        var unit = Only("2,9,902,105㎡,104.38,东南");

        Assert.Equal(new Unit(new("2-902"), new("2"), 9, "902", new("t105"), 104.38m, "东南"), unit);
    }

    [Theory]
    [InlineData("２号楼,９层,９０２室,105,104.380,东南")]
    [InlineData("2#,9F,902号,T105,104.38㎡, 东 南 ")]
    [InlineData("2幢,9,902,105平米户型,104.38平方米,东南")]
    public void Read_UntidyFlat_IsTheSame(string line) => Assert.Equal(Only("2,9,902,105㎡,104.38,东南"), Only(line));

    [Fact]
    public void Read_SectionColumn_IsPartOfTheRoom()
    {
        var reading = new Folder().With(
            "units.csv", "房号,单元,楼栋,楼层,户型,面积\n101,1单元,3,1,60,60\n101,2单元,3,1,60,60").Read();

        Assert.Equal(["3-1-101", "3-2-101"], reading.Lists!.Units.Select(static u => u.Id.Value));
        Assert.Equal("1-101", reading.Lists.Units[0].Room);
    }

    [Fact]
    public void Read_RowsInAnotherOrder_GiveTheSameHash()
    {
        const string first = "1,1,101,60,60,南", second = "2,1,101,60,60,南", tenth = "10,2,201,60,60,南";

        var forward = Read(first, second, tenth);
        var backward = Read(tenth, second, first);

        Assert.Equal(forward.Lists!.UnitsHash, backward.Lists!.UnitsHash);
        Assert.Equal(["1-101", "2-101", "10-201"], backward.Lists.Units.Select(static u => u.Id.Value));
        Assert.NotEqual(forward.Lists.UnitsHash, Read(first, second).Lists!.UnitsHash);
    }

    [Theory]
    [InlineData("楼栋", ",9,902,105,105,南")]
    [InlineData("楼层", "2,0,902,105,105,南")]
    [InlineData("楼层", "2,地下,902,105,105,南")]
    [InlineData("房号", "2,9,,105,105,南")]
    [InlineData("房号", "2,9,九〇二,105,105,南")]
    [InlineData("户型", "2,9,902,106,105,南")]
    [InlineData("户型", "2,9,902,,105,南")]
    [InlineData("建筑面积", "2,9,902,105,0,南")]
    [InlineData("建筑面积", "2,9,902,105,-105,南")]
    [InlineData("建筑面积", "2,9,902,105,104.385,南")]
    [InlineData("建筑面积", "2,9,902,105,1050,南")]
    [InlineData("建筑面积", "2,9,902,105,94.49,南")]
    public void Read_CellThatCannotBeRight_NamesItsColumn(string column, string line)
    {
        var fault = Assert.Single(Read("1,1,101,60,60,南", line).Faults);

        Assert.Equal(("units.csv", 3, column), (fault.Place.File, fault.Place.Row, fault.Place.Column));
    }

    [Fact]
    public void Read_SameFlatTwice_NamesTheFirstRow()
    {
        var fault = Assert.Single(Read("1,1,101,60,60,南", "1号楼,1,１０１,60,60,南").Faults);

        Assert.Equal(3, fault.Place.Row);
        Assert.Contains("第 2 行", fault.Reason.Zh, StringComparison.Ordinal);
    }

    private static PlanReading Read(params string[] lines) =>
        new Folder().With("units.csv", string.Join('\n', [Header, .. lines])).Read();

    private static Unit Only(string line)
    {
        var reading = Read(line);
        Assert.Empty(reading.Faults);
        return Assert.Single(reading.Lists!.Units);
    }
}
