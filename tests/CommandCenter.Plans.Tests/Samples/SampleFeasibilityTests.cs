using CommandCenter.Domain.Plans;
using CommandCenter.Plans.Samples;

namespace CommandCenter.Plans.Tests.Samples;

/// <summary>Plays selections in random orders: does the sample let nearly everybody find a flat, and do popular types run out?</summary>
public sealed class SampleFeasibilityTests
{
    private static readonly PlanReading Sample = SampleFolder.Read();

    [Fact]
    public void Selection_InAnyDrawOrder_NearlyEverybodyFindsAFlatAndPopularTypesRunOut()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        for (var round = 0; round < 50; round++)
        {
            var free = Sample.Lists!.Units.ToList();
            var order = Sample.Lists.Households.ToArray();
            random.Shuffle(order);
            var empty = 0;
            var gone = new Dictionary<string, int>();
            for (var i = 0; i < order.Length; i++)
            {
                empty += Choose(order[i], free) ? 0 : 1;
                foreach (var type in new[] { "t75", "t105" }.Where(t => !gone.ContainsKey(t) && !free.Exists(u => u.Type.Value == t)))
                {
                    gone[type] = i + 1;
                }
            }

            Assert.True(empty <= 4, $"seed {seed}, round {round}: {empty} households found no flat");
            Assert.True(gone.Count == 2 && gone.Values.All(static n => n < 195), $"seed {seed}, round {round}: sold out at {string.Join(", ", gone)}");
        }
    }

    // Takes what comes nearest to the area granted; who may take two flats takes the best pair.
    private static bool Choose(HouseholdEntry household, List<Unit> free)
    {
        var prices = Sample.Plan!.Prices;
        var granted = ((household.Members.Length - household.AddedMembers) * prices.AreaPerPerson.Value)
            + (household.AddedMembers * prices.AddedMemberArea.Value) + (household.SecondChild ? prices.SecondChildArea.Value : 0m);
        var most = granted + prices.Tolerance.Value + prices.MaxBeyondTolerance.Value;
        var kinds = free.DistinctBy(static u => u.Area).ToList();
        IEnumerable<Unit[]> choices = kinds.Select(static u => new[] { u });
        if (granted >= prices.SecondUnitFrom.Value)
        {
            choices = choices.Concat(
                from first in kinds from second in free.Where(u => u.Id != first.Id).DistinctBy(static u => u.Area) select new[] { first, second });
        }

        var best = choices.Where(c => c.Sum(static u => u.Area) <= most).MinBy(c => Math.Abs(c.Sum(static u => u.Area) - granted));
        free.RemoveAll(u => best?.Contains(u) ?? false);
        return best is not null;
    }
}
