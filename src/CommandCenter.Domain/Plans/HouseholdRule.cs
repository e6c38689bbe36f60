namespace CommandCenter.Domain.Plans;

/// <summary>What a household of the list must look like.</summary>
internal static class HouseholdRule
{
    private const int MostMembers = 50;
    private const int IdTailLength = 4;
    private const decimal MostYuan = 1_000_000_000m;

    public static Rejection? Check(HouseholdEntry? entry, int maxText) =>
        entry is null ? Rejections.Required.For("entry")
        : IdRule.Check(entry.Id.Value, "entry.id")
            ?? TextRule.Check(entry.Number, "entry.number", maxText)
            ?? CheckMembers(entry, maxText)
            ?? CheckProxy(entry.Proxy, "entry.proxy", maxText)
            ?? ValueRule.Defined(entry.Priority, "entry.priority")
            ?? ValueRule.Between(entry.CarriedDifference, -MostYuan, MostYuan, "entry.carriedDifference");

    public static Rejection? CheckProxy(Proxy? proxy, string field, int maxText) =>
        proxy is null ? null
        : TextRule.Check(proxy.Name, $"{field}.name", maxText) ?? TextRule.Check(proxy.IdTail, $"{field}.idTail", IdTailLength);

    private static Rejection? CheckMembers(HouseholdEntry entry, int maxText)
    {
        if (entry.Members.IsDefaultOrEmpty)
        {
            return Rejections.Required.For("entry.members");
        }

        var numbers = new HashSet<int>();
        foreach (var member in entry.Members)
        {
            var fault = member is null ? Rejections.Required.For("entry.members")
                : ValueRule.Between(member.No, 1, MostMembers, "entry.members.no")
                    ?? (numbers.Add(member.No) ? null : Rejections.Duplicate.For("entry.members.no", $"{member.No}"))
                    ?? TextRule.Check(member.Name, "entry.members.name", maxText)
                    ?? TextRule.Check(member.IdTail, "entry.members.idTail", IdTailLength);
            if (fault is not null)
            {
                return fault;
            }
        }

        return null;
    }
}
