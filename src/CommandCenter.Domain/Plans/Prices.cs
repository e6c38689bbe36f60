using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Plans;

/// <summary>Areas in m², prices in yuan per m², each with the clause it rests on. All are at least zero.</summary>
public sealed record Prices
{
    /// <summary>Area granted to each member of a household. Default 35 m².</summary>
    public Rule AreaPerPerson { get; init; } = new(35m, new("c12"));

    /// <summary>Area granted in addition for a second child. Default 35 m².</summary>
    public Rule SecondChildArea { get; init; } = new(35m, new("c15"));

    /// <summary>Area granted for each member added since demolition, in place of <see cref="AreaPerPerson"/>. Default 20 m².</summary>
    public Rule AddedMemberArea { get; init; } = new(20m, new("c16"));

    /// <summary>Price within the area granted.</summary>
    public Rule ResettlementPrice { get; init; } = new(1200m, new("c20"));

    /// <summary>Price of the area above what is granted, within <see cref="Tolerance"/>.</summary>
    public Rule CostPrice { get; init; } = new(2100m, new("c21"));

    /// <summary>Price of the area beyond <see cref="Tolerance"/>.</summary>
    public Rule MarketPrice { get; init; } = new(5200m, new("c22"));

    /// <summary>Price at which area granted and not taken is returned.</summary>
    public Rule BuybackPrice { get; init; } = new(2600m, new("c23"));

    /// <summary>Area above what is granted that is still sold at <see cref="CostPrice"/>. Default 10 m².</summary>
    public Rule Tolerance { get; init; } = new(10m, new("c21"));

    /// <summary>How far a household may go beyond <see cref="Tolerance"/> at market price. Default 30 m².</summary>
    public Rule MaxBeyondTolerance { get; init; } = new(30m, new("c22"));

    /// <summary>From which area granted a household may take two flats. Default 150 m².</summary>
    public Rule SecondUnitFrom { get; init; } = new(150m, new("c18"));

    /// <summary>The clause under which an amount is carried over from the demolition agreement.</summary>
    public ClauseId CarriedDifferenceClause { get; init; } = new("c24");
}

/// <summary>A figure of the rules and the clause it stands in.</summary>
/// <param name="Value">Square metres, or yuan per square metre.</param>
/// <param name="Clause">The clause.</param>
public sealed record Rule(decimal Value, ClauseId Clause);
