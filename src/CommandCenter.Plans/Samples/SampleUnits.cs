using System.Globalization;

namespace CommandCenter.Plans.Samples;

/// <summary>A flat of the sample.</summary>
internal sealed record SampleUnit(int Building, int Floor, int Room, int Type, decimal Area, string Facing);

/// <summary>
/// The flats of the sample: for each unit of scale four buildings of fifteen floors with four flats, less the ground-floor
/// flat that is the entrance: 236 flats, 40 of 60 m², 52 of 75, 60 of 90, 44 of 105, 28 of 120 and 12 of 135. Flats of 75
/// and 105 m² suit two and three people, the most frequent households, and run out before the day ends.
/// </summary>
internal static class SampleUnits
{
    private const int Floors = 15;
    private const int Stacks = 4;
    private const int Entrance = 4;

    private static readonly string[] Facings = ["东南", "南", "南北", "西南"];

    // By building of a block of four and by stack: the type, and what the area has more or less than its type.
    private static readonly (int Type, decimal More)[][] Layout =
    [
        [(75, -0.38m), (90, -0.30m), (60, 0m), (105, -0.62m)],
        [(75, -0.05m), (90, 0.24m), (105, 0m), (120, 0.45m)],
        [(75, -0.38m), (90, 0m), (60, -0.14m), (120, -0.34m)],
        [(105, 0.32m), (90, 0.24m), (60, -0.14m), (135, -0.20m)],
    ];

    /// <summary>The flats by building, floor and room.</summary>
    public static List<SampleUnit> Make(int scale) =>
    [
        .. from building in Buildings().Take(Layout.Length * scale).Select(static (number, index) => (number, index))
           from floor in Enumerable.Range(1, Floors)
           from stack in Enumerable.Range(1, Stacks)
           where floor > 1 || stack != Entrance
           select Unit(building.number, building.index % Layout.Length, floor, stack),
    ];

    private static SampleUnit Unit(int building, int index, int floor, int stack)
    {
        var (type, more) = (index, stack, floor) switch
        {
            (3, 3, > 10) or (3, 4, < 4) => (75, 0m),
            _ => Layout[index][stack - 1],
        };
        return new(building, floor, (floor * 100) + stack, type, type + more, Facings[stack - 1]);
    }

    // As on many estates no number has a four in it.
    private static IEnumerable<int> Buildings() =>
        Enumerable.Range(1, 999).Where(static n => !n.ToString(CultureInfo.InvariantCulture).Contains('4', StringComparison.Ordinal));
}
