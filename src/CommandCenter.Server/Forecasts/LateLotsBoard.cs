using System.Collections.Immutable;
using CommandCenter.Boards.Units;
using CommandCenter.Domain.Forecasts;
using CommandCenter.Domain.Identity;
using CommandCenter.Simulation.Forecasts;

namespace CommandCenter.Server.Forecasts;

/// <summary>
/// Households that are here and have not chosen: what is left for them, and whether it will be when their turn comes. In the
/// order of their turn, which is a fact of the draw; a matter to care for, never a list that ranks anybody. Names are masked.
/// </summary>
/// <param name="At">From when the forecast is; null before the first.</param>
/// <param name="Types">The types of flats that are left, and when they may run out.</param>
/// <param name="Households">The households.</param>
public sealed record LateLotsBoard(DateTimeOffset? At, ImmutableArray<TypeOutlook> Types, ImmutableArray<LateLot> Households)
{
    // Below that a household is told beforehand what may be gone.
    private const double Doubtful = 0.9;

    /// <summary>Households for which a type that they may take may be gone, or all are, so that the service group speaks with them in time.</summary>
    public IEnumerable<LateLot> ToCareFor => Households.Where(IsDoubtful);

    /// <summary>Those who will find every type that is left now.</summary>
    public IEnumerable<LateLot> Others => Households.Where(static h => !IsDoubtful(h));

    private static bool IsDoubtful(LateLot lot) => lot.Chance < Doubtful || lot.Types.Any(static t => t.Left > 0 && t.Chance < Doubtful);

    internal static LateLotsBoard Of(Foresight? foresight)
    {
        if (foresight is null)
        {
            return new(null, [], []);
        }

        var types = foresight.Moment.Types;
        return new(
            foresight.Board.At,
            [.. types.Where(static t => t.Left > 0).Select(t => new TypeOutlook(t, foresight.Board.SoldOut.FirstOrDefault(s => s.Type == t.Type)?.At ?? default))],
            [.. Lots(foresight, types)]);
    }

    // Ahead: those with an earlier turn that have not chosen, whether they are here or still expected.
    private static IEnumerable<LateLot> Lots(Foresight foresight, ImmutableArray<TypeLeft> types)
    {
        var ahead = 0;
        foreach (var household in foresight.Moment.Households.Where(static h => !h.IsOver && !h.HasSelected))
        {
            if (household.CheckedInAt is not null && foresight.Of(household.Entry.Id) is { TurnAt: { } turn, Chance: { } chance } outlook)
            {
                yield return new(
                    household.Entry.Id, household.Entry.Number, household.MaskedName, ahead, chance, foresight.At(turn),
                    [.. outlook.Types.Select(t => OfType(t, types.First(l => l.Type == t.Type)))]);
            }

            ahead++;
        }
    }

    private static LateType OfType(TypeChance chance, TypeLeft type) => new(type, chance.Chance);
}

/// <summary>A type of flat that is left, and when its last one may be taken.</summary>
public sealed record TypeOutlook(TypeLeft Type, MomentBand SoldOut);

/// <summary>A household that has not chosen.</summary>
/// <param name="Household">Which.</param>
/// <param name="Number">The number that people know.</param>
/// <param name="MaskedName">The head's name as the public may see it.</param>
/// <param name="Ahead">How many choose before it.</param>
/// <param name="Chance">The chance, 0 to 1, that a flat that it may take is left when its turn comes.</param>
/// <param name="Turn">When that will be known.</param>
/// <param name="Types">The types that it may take.</param>
public sealed record LateLot(
    HouseholdId Household, string Number, string MaskedName, int Ahead, double Chance, MomentBand Turn, ImmutableArray<LateType> Types)
{
    /// <summary>Flats left now of the types that it may take.</summary>
    public int Left => Types.Sum(static t => t.Left);
}

/// <summary>A type that a household may take: how many are left now, and the chance that one is when its turn comes.</summary>
public sealed record LateType(TypeLeft Type, double Chance)
{
    /// <summary>How many are left now.</summary>
    public int Left => Type.Left;
}
