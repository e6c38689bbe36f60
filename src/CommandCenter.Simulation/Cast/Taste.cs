using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Simulation.Randomness;
using CommandCenter.Simulation.Scenarios;

namespace CommandCenter.Simulation.Cast;

/// <summary>Which flat a household likes best among those it may take.</summary>
public sealed class Taste(Preferences preferences, Market market, RandomStream random)
{
    private readonly double[] _personal = Draw(market.Units.Count, preferences.Taste, random);

    /// <summary>The best free flat of at most so many m², aiming at an area; null when nothing is worth taking.</summary>
    public Unit? Best(decimal maxArea, decimal aim, UnitId? except)
    {
        Unit? best = null;
        var bestWeight = preferences.Settle;
        for (var i = 0; i < market.Units.Count; i++)
        {
            var unit = market.Units[i];
            if (!market.IsFree(i) || unit.Area > maxArea || unit.Id == except)
            {
                continue;
            }

            var weight = Weight(unit, aim) + _personal[i];
            if (weight > bestWeight)
            {
                (best, bestWeight) = (unit, weight);
            }
        }

        return best;
    }

    private double Weight(Unit unit, decimal aim)
    {
        var height = (double)unit.Floor / market.TopFloor;
        var floor = height > 2.0 / 3 ? preferences.HighFloor : height > 1.0 / 3 ? preferences.MiddleFloor : 0;
        return preferences.Types.GetValueOrDefault(unit.Type) + floor - (preferences.Fit * (double)Math.Abs(unit.Area - aim) / 10);
    }

    private static double[] Draw(int count, double deviation, RandomStream random)
    {
        var taste = new double[count];
        for (var i = 0; i < count; i++)
        {
            taste[i] = deviation * random.NextNormal();
        }

        return taste;
    }
}
