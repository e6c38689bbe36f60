using CommandCenter.Domain.Identity;
using CommandCenter.Plans.Yaml;

namespace CommandCenter.Plans.Documents;

/// <summary>Ids that count only inside one list: readiness items, items of a checklist.</summary>
internal static class ItemId
{
    /// <summary>Reads the <c>id</c> of an item; a known one is a fault.</summary>
    public static string Read(YamlMap map, HashSet<string> known)
    {
        var id = map.Text("id", IdSyntax.MaxLength);
        if (id.Length == 0)
        {
            return id;
        }

        if (!IdSyntax.IsValid(id))
        {
            map.Fault("id", "编号只能用小写字母、数字和连字符。", "An id is made of lower-case letters, digits and hyphens.");
        }
        else if (!known.Add(id))
        {
            map.Fault("id", $"编号“{id}”重复或为系统保留。", $"The id '{id}' occurs twice or is reserved.");
        }

        return id;
    }
}
