using System.Collections.Immutable;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;
using CommandCenter.Plans.Yaml;

namespace CommandCenter.Plans.Documents;

/// <summary>What must be confirmed before opening, besides groups, windows, lists and order.</summary>
internal static class ReadinessSection
{
    public static ImmutableArray<ReadinessItem> Read(YamlMap root, Names names)
    {
        var known = new HashSet<string> { Readiness.Lists, Readiness.Order };
        return root.List(
            "readiness",
            map => new ReadinessItem(ItemId.Read(map, known), map.Label("name"), names.Refer<GroupId>(map, "owner")));
    }
}
