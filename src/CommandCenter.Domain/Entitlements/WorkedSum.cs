using System.Collections.Immutable;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Entitlements;

/// <summary>What a household may choose. Stored in the journal.</summary>
/// <param name="Granted">Area granted, m².</param>
/// <param name="MaxArea">The most that all its flats together may have, m².</param>
/// <param name="MaxUnits">How many flats.</param>
public sealed record Band(decimal Granted, decimal MaxArea, int MaxUnits);

/// <summary>One line of a worked sum. Stored in the journal.</summary>
/// <param name="Kind">What the line is.</param>
/// <param name="Quantity">Persons or square metres.</param>
/// <param name="Rate">Square metres per person, or yuan per square metre; 1 where the quantity is already the result.</param>
/// <param name="Result">Square metres or yuan, exact, not rounded.</param>
/// <param name="Clause">The clause it rests on; null for a line that only names the chosen flat.</param>
public sealed record WorkedLine(WorkedLineKind Kind, decimal Quantity, decimal Rate, decimal Result, ClauseId? Clause);

/// <summary>The lines of a worked sum.</summary>
public enum WorkedLineKind
{
    /// <summary>Members × area per person.</summary>
    Members,

    /// <summary>Added members × their area.</summary>
    AddedMembers,

    /// <summary>Second-child quota.</summary>
    SecondChild,

    /// <summary>The chosen flats' area.</summary>
    Chosen,

    /// <summary>Area within what is granted, at the resettlement price.</summary>
    WithinGranted,

    /// <summary>Area above it within the tolerance, at the cost price.</summary>
    WithinTolerance,

    /// <summary>Area beyond the tolerance, at the market price.</summary>
    BeyondTolerance,

    /// <summary>Area granted and not taken, returned at the buy-back price.</summary>
    Shortfall,

    /// <summary>Carried from the demolition agreement.</summary>
    Carried,
}

/// <summary>What a household pays (positive) or gets back (negative), line by line. Stored in the journal.</summary>
/// <param name="Lines">First the area lines, then the money lines.</param>
/// <param name="Granted">Area granted, m².</param>
/// <param name="Chosen">Area of all its flats, m².</param>
/// <param name="Amount">Yuan, rounded once to 0.01 (half away from zero).</param>
public sealed record WorkedDifference(ImmutableArray<WorkedLine> Lines, decimal Granted, decimal Chosen, decimal Amount);
