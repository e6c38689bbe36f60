using System.Collections.Immutable;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Plans.Yaml;

namespace CommandCenter.Plans.Documents;

/// <summary><c>playbooks.yaml</c>: what to do about each type of incident.</summary>
internal static class PlaybookDocument
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>Reads the document; what is wrong goes to the mapping's faults.</summary>
    public static Playbook[] Read(YamlMap root, Names names) =>
        [.. root.List("playbooks", m => ReadPlaybook(m, names), atLeast: 1)];

    private static Playbook ReadPlaybook(YamlMap map, Names names)
    {
        var items = new HashSet<string>();
        return new(
            names.Define<PlaybookId>(map), map.Label("name"), map.Whole("severity", 1, 4), names.Refer<GroupId>(map, "owner"),
            map.OptionalMap("zoneOwners", m => ReadOwners(m, names)) ?? ImmutableDictionary<ZoneId, GroupId>.Empty,
            map.Flag("confidential", false), map.List("checklist", m => ReadItem(m, items), atLeast: 1), map.OptionalText("icon", 40));
    }

    private static ImmutableDictionary<ZoneId, GroupId> ReadOwners(YamlMap map, Names names) =>
        map.Keys.ToImmutableDictionary(
            zone => names.Note(new ZoneId(zone), map.At(zone)), zone => names.Refer<GroupId>(map, zone));

    private static ChecklistItem ReadItem(YamlMap map, HashSet<string> known) =>
        new(ItemId.Read(map, known), map.Label("text"), map.OptionalDuration("within", TimeSpan.FromSeconds(10), Longest));
}
