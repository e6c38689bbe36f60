using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace CommandCenter.Plans.Samples;

/// <summary>
/// The sample's plan for a larger day: so many times the windows with their clerks, the reception desks and the room in each
/// zone. Made from the text of <c>ops/sample/plan.yaml</c>, so that there is one plan only.
/// </summary>
internal static class SamplePlan
{
    /// <summary>The YAML of the plan; at scale 1 the file as it is.</summary>
    public static string Enlarge(string yaml, int scale)
    {
        if (scale == 1)
        {
            return yaml;
        }

        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        var root = (YamlMappingNode)stream.Documents[0].RootNode;
        Multiply(root, "windows", scale, static _ => true, static (window, n) => Name(window, $"w{n}", $"{n} 号窗口", $"Window {n}"));
        Multiply(root, "posts", scale, static post => post.Children.ContainsKey("window"), static (post, n) =>
        {
            Name(post, $"clerk-w{n}", $"{n} 号窗口", $"Window {n}");
            post.Children["window"] = $"w{n}";
        });
        Multiply(
            root, "posts", scale, static post => post["role"].ToString() == "reception",
            static (post, n) => Name(post, $"reception-{n}", $"{n} 号签到台", $"Reception desk {n}"));
        EnlargeZones(root, scale);
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        stream.Save(text, assignAnchors: false);
        return text.ToString();
    }

    private static void Multiply(
        YamlMappingNode root, string section, int scale, Func<YamlMappingNode, bool> chosen, Action<YamlMappingNode, int> number)
    {
        var list = (YamlSequenceNode)root[section];
        var items = list.Children.Cast<YamlMappingNode>().ToList();
        var count = 0;
        list.Children.Clear();
        foreach (var item in items)
        {
            for (var copy = 0; copy < (chosen(item) ? scale : 1); copy++)
            {
                var next = (YamlMappingNode)Copy(item);
                list.Add(next);
                if (!chosen(item))
                {
                    continue;
                }

                number(next, ++count);
                if (copy > 0)
                {
                    // The roster stays as it is: a member holds one post.
                    next.Children.Remove("member");
                }
            }
        }
    }

    private static void EnlargeZones(YamlMappingNode root, int scale)
    {
        foreach (var zone in ((YamlSequenceNode)root["zones"]).Children.Cast<YamlMappingNode>().Where(static z => z.Children.ContainsKey("capacity")))
        {
            var capacity = int.Parse(zone["capacity"].ToString(), CultureInfo.InvariantCulture);
            zone.Children["capacity"] = $"{capacity * scale}";
        }
    }

    private static void Name(YamlMappingNode item, string id, string chinese, string english)
    {
        item.Children["id"] = id;
        item.Children["name"] = new YamlMappingNode { { "zh", chinese }, { "en", english } };
    }

    private static YamlNode Copy(YamlNode node) => node switch
    {
        YamlMappingNode map => new YamlMappingNode(map.Children.Select(static p => KeyValuePair.Create(Copy(p.Key), Copy(p.Value)))),
        YamlSequenceNode list => new YamlSequenceNode(list.Children.Select(Copy)),
        _ => new YamlScalarNode(((YamlScalarNode)node).Value),
    };
}
