using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Plans.Yaml;

namespace CommandCenter.Plans.Documents;

/// <summary>Areas and prices. All must be written down: what people pay never rests on a default.</summary>
internal static class PriceSection
{
    private const decimal MostArea = 1_000m;
    private const decimal MostMoney = 1_000_000m;

    public static Prices Read(YamlMap map, Names names) => new()
    {
        AreaPerPerson = ReadRule(map, names, "areaPerPerson", MostArea),
        SecondChildArea = ReadRule(map, names, "secondChildArea", MostArea),
        AddedMemberArea = ReadRule(map, names, "addedMemberArea", MostArea),
        ResettlementPrice = ReadRule(map, names, "resettlementPrice", MostMoney),
        CostPrice = ReadRule(map, names, "costPrice", MostMoney),
        MarketPrice = ReadRule(map, names, "marketPrice", MostMoney),
        BuybackPrice = ReadRule(map, names, "buybackPrice", MostMoney),
        Tolerance = ReadRule(map, names, "tolerance", MostArea),
        MaxBeyondTolerance = ReadRule(map, names, "maxBeyondTolerance", MostArea),
        SecondUnitFrom = ReadRule(map, names, "secondUnitFrom", MostArea),
        CarriedDifferenceClause = names.Refer<ClauseId>(map, "carriedDifferenceClause"),
    };

    private static Rule ReadRule(YamlMap map, Names names, string key, decimal most) =>
        map.Map(key, m => new Rule(m.Number("value", 0m, most), names.Refer<ClauseId>(m, "clause"))) ?? new(0m, new(""));
}
