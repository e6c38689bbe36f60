using CommandCenter.Domain.Plans;
using CommandCenter.Plans.Lists;

namespace CommandCenter.Plans.Tests.Lists;

/// <summary>Short household lists for tests.</summary>
internal static class HouseholdText
{
    public const string Header = "户号,姓名,与户主关系,身份证号,是否新增,二胎,结转差价,代理人,代理人身份证号,优先原因";

    /// <summary>An identity number with its right check character.</summary>
    public static string Card(string born, int order)
    {
        var digits = $"000000{born}{order:D3}";
        return digits + IdCard.CheckCharacter(digits);
    }

    /// <summary>An identity number that ends with X.</summary>
    public static string CardWithX() => Enumerable.Range(0, 999).Select(static n => Card("19700101", n)).First(static c => c[^1] == 'X');

    public static PlanReading Read(params string[] lines) => ReadWith(Header, lines);

    public static PlanReading ReadWith(string header, params string[] lines) =>
        new Folder().With("households.csv", string.Join('\n', [header, .. lines])).Read();

    public static HouseholdEntry Only(PlanReading reading)
    {
        Assert.Empty(reading.Faults);
        return Assert.Single(reading.Lists!.Households);
    }

    public static Fault OnlyFault(PlanReading reading)
    {
        Assert.Null(reading.Lists);
        return Assert.Single(reading.Faults);
    }
}
