namespace CommandCenter.Plans.Samples;

/// <summary>A made-up household as a row block of the list. Carried: yuan, positive is owed.</summary>
internal sealed record SampleHousehold(
    string Number, IReadOnlyList<SamplePerson> Members, bool SecondChild, decimal Carried, SamplePerson? Proxy, string Priority);

/// <summary>
/// The household list of the sample: for each unit of scale 199 households with 638 people, of which 16 claim the
/// second-child quota, 23 have members added since demolition, 42 carry a difference, 3 send a proxy, 12 have priority.
/// </summary>
internal static class SampleHouseholds
{
    // Households by size, 1 to 7 people: 199 with 638 people. About 29 may take two flats, so that 236 flats suffice.
    private static readonly int[] BySize = [4, 50, 68, 60, 13, 3, 1];

    private static readonly (string Reason, int Count, Func<List<SamplePerson>, bool> Fits)[] Priorities =
    [
        ("年满70", 5, static family => family.Exists(static p => p.Age >= 70)),
        ("携婴幼儿", 2, static family => family.Exists(static p => p.Age < 3)),
        ("孕妇", 1, static family => family.Exists(static p => !p.Male && p.Age is > 23 and < 40 && p.Relation is "户主" or "配偶")),
        ("残疾", 3, static _ => true),
        ("医嘱", 1, static _ => true),
    ];

    /// <summary>The households by number. The same seed and scale always make the same list.</summary>
    public static List<SampleHousehold> Make(ulong seed, int scale)
    {
        var random = new SampleRandom(seed);
        var people = new SamplePeople(random);
        var makers = new SampleFamilies(random, people);
        var sizes = random.Shuffled(BySize.SelectMany((count, index) => Enumerable.Repeat(index + 1, count * scale)));
        var second = Some(random, sizes.Count, 16 * scale, i => sizes[i] >= 4);
        var added = Some(random, sizes.Count, 23 * scale, i => sizes[i] >= 3 && !second.Contains(i));
        var carried = Some(random, sizes.Count, 42 * scale, static _ => true);
        var proxied = Some(random, sizes.Count, 3 * scale, static _ => true);
        var families = sizes.Select((size, i) => makers.Make(size, second.Contains(i), AddedMembers(random, added.Contains(i)))).ToList();
        var priorities = MakePriorities(random, families, scale);
        return
        [
            .. families.Select((family, i) => new SampleHousehold(
                $"{i + 1:D3}", family, second.Contains(i), carried.Contains(i) ? Amount(random) : 0m,
                proxied.Contains(i) ? MakeProxy(random, people) : null, priorities.GetValueOrDefault(i, ""))),
        ];
    }

    private static HashSet<int> Some(SampleRandom random, int households, int count, Func<int, bool> fits) =>
        [.. random.Shuffled(Enumerable.Range(0, households).Where(fits)).Take(count)];

    private static int AddedMembers(SampleRandom random, bool any) => (any, random.Percent(20)) switch
    {
        (false, _) => 0,
        (true, false) => 1,
        (true, true) => 2,
    };

    private static Dictionary<int, string> MakePriorities(SampleRandom random, List<List<SamplePerson>> families, int scale)
    {
        var priorities = new Dictionary<int, string>();
        foreach (var (reason, count, fits) in Priorities)
        {
            foreach (var i in Some(random, families.Count, count * scale, i => !priorities.ContainsKey(i) && fits(families[i])))
            {
                priorities.Add(i, reason);
            }
        }

        return priorities;
    }

    // Three fifths owe, the others are owed; never zero.
    private static decimal Amount(SampleRandom random) =>
        random.Between(50_000, 6_800_000) / 100m * (random.Percent(60) ? 1 : -1);

    private static SamplePerson MakeProxy(SampleRandom random, SamplePeople people) =>
        people.Make("", SampleNames.Surname(random), random.Percent(50), random.Between(26, 58));
}
