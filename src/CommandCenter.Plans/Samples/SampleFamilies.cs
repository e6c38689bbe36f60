namespace CommandCenter.Plans.Samples;

/// <summary>Makes families up: who lives together, in which relation, at plausible ages.</summary>
internal sealed class SampleFamilies(SampleRandom random, SamplePeople people)
{
    private enum Role
    {
        Spouse,
        Child,
        Parent,
    }

    /// <summary>A family, its head first.</summary>
    /// <param name="size">People, 1 to 7.</param>
    /// <param name="twoChildren">Whether it must have two children; needs four people.</param>
    /// <param name="added">Children or spouse added since demolition, the youngest; needs three people.</param>
    public List<SamplePerson> Make(int size, bool twoChildren, int added)
    {
        var roles = Roles(size, twoChildren);
        var young = added > 0;
        var head = people.Make("户主", SampleNames.Surname(random), random.Percent(72), HeadAge(roles, young));
        var family = new List<SamplePerson> { head };
        foreach (var role in roles)
        {
            family.Add(role switch
            {
                Role.Spouse => MakeSpouse(head),
                Role.Child => MakeChild(head, family, young),
                _ => MakeParent(head, family),
            });
        }

        var youngest = family.Skip(1).Where(static p => !p.IsParent).OrderBy(static p => p.Age).Take(added).ToHashSet();
        return [.. family.Select(p => youngest.Contains(p) ? p with { Added = true } : p)];
    }

    private Role[] Roles(int size, bool twoChildren) => size switch
    {
        1 => [],
        2 => random.Percent(75) ? [Role.Spouse] : [Role.Child],
        3 => random.Percent(85) ? [Role.Spouse, Role.Child] : [Role.Spouse, Role.Parent],
        4 => twoChildren || random.Percent(50)
            ? [Role.Spouse, Role.Child, Role.Child]
            : [Role.Spouse, Role.Child, Role.Parent],
        5 => twoChildren || random.Percent(50)
            ? [Role.Spouse, Role.Child, Role.Child, Role.Parent]
            : [Role.Spouse, Role.Child, Role.Parent, Role.Parent],
        6 => [Role.Spouse, Role.Child, Role.Child, Role.Parent, Role.Parent],
        _ => [Role.Spouse, Role.Child, Role.Child, Role.Child, Role.Parent, Role.Parent],
    };

    private int HeadAge(Role[] roles, bool young) => roles switch
    {
        _ when young => random.Between(26, 39),
        [] => random.Between(28, 84),
        [Role.Spouse] => random.Between(27, 82),
        _ => random.Between(30, 54),
    };

    private SamplePerson MakeSpouse(SamplePerson head) =>
        people.Make("配偶", SampleNames.Surname(random), !head.Male, Math.Max(23, head.Age + random.Between(-4, 4)));

    private SamplePerson MakeChild(SamplePerson head, List<SamplePerson> family, bool young)
    {
        var father = family.Find(static p => p.Male && p.Relation is ("户主" or "配偶")) ?? head;
        var male = random.Percent(51);
        var age = young ? random.Between(0, 4) : Math.Clamp(head.Age - random.Between(24, 32), 0, 26);
        return people.Make(male ? "子" : "女", father.Surname, male, age);
    }

    private SamplePerson MakeParent(SamplePerson head, List<SamplePerson> family)
    {
        var male = family.Find(static p => p.IsParent) is { } other ? !other.Male : random.Percent(40);
        return people.Make(
            male ? "父" : "母", male ? head.Surname : SampleNames.Surname(random), male, head.Age + random.Between(22, 31));
    }
}
