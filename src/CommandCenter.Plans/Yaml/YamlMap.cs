using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CommandCenter.Plans.Yaml;

/// <summary>
/// One mapping of a YAML file. Each method reads one key, notes a fault where the value is missing or wrong, and then
/// returns a harmless value, so that reading can go on. A key that nothing asked for is a fault as well.
/// </summary>
public sealed partial class YamlMap
{
    private readonly Dictionary<string, YamlNode> values = [];
    private readonly HashSet<string> asked = [];
    private readonly YamlMappingNode node;
    private readonly string file;
    private readonly string path;
    private readonly Faults faults;

    internal YamlMap(YamlMappingNode node, string file, string path, Faults faults)
    {
        (this.node, this.file, this.path, this.faults) = (node, file, path, faults);
        foreach (var (key, value) in node.Children)
        {
            if (key is YamlScalarNode { Value: { } name })
            {
                values.Add(name, value);
            }
            else
            {
                faults.Add(PlaceOf(key, path), "键应为文字。", "A key must be text.");
            }
        }
    }

    /// <summary>Where this mapping begins.</summary>
    public Place Place => PlaceOf(node, path);

    /// <summary>The keys as the file has them, for mappings whose keys are ids; each must still be read.</summary>
    public IEnumerable<string> Keys => values.Keys;

    /// <summary>Where the value of a key stands; the mapping itself when it is missing.</summary>
    public Place At(string key) => values.TryGetValue(key, out var value) ? PlaceOf(value, PathOf(key)) : PlaceOf(node, PathOf(key));

    /// <summary>Notes a fault of the value of a key.</summary>
    public void Fault(string key, string chinese, string english) => faults.Add(At(key), chinese, english);

    /// <summary>Whether the key is there with a value.</summary>
    public bool Has(string key) => values.TryGetValue(key, out var value) && !IsNull(value);

    /// <summary>Reads a mapping that must be there; null after a fault.</summary>
    public T? Map<T>(string key, Func<YamlMap, T> read)
        where T : class
    {
        var before = faults.Count;
        var value = OptionalMap(key, read);
        if (value is null && faults.Count == before)
        {
            Missing(key);
        }

        return value;
    }

    /// <summary>Reads a mapping, or null where there is none.</summary>
    public T? OptionalMap<T>(string key, Func<YamlMap, T> read)
        where T : class
    {
        switch (Find(key))
        {
            case null:
                return null;
            case YamlMappingNode value:
                return ReadMap(value, PathOf(key), read);
            default:
                Fault(key, "此处应为若干“键: 值”。", "This must be a mapping of keys to values.");
                return null;
        }
    }

    /// <summary>Reads a list of mappings; a missing key is an empty list.</summary>
    public ImmutableArray<T> List<T>(string key, Func<YamlMap, T> read, int atLeast = 0) =>
        Items<T>(key, atLeast, (item, itemPath) =>
        {
            if (item is YamlMappingNode map)
            {
                return [ReadMap(map, itemPath, read)];
            }

            faults.Add(PlaceOf(item, itemPath), "列表的每一项应为若干“键: 值”。", "Each item must be a mapping of keys to values.");
            return [];
        });

    /// <summary>Notes every key that nothing asked for. Called once all keys are read.</summary>
    internal void Close()
    {
        foreach (var key in node.Children.Keys.OfType<YamlScalarNode>().Where(k => !asked.Contains(k.Value!)))
        {
            faults.Add(
                PlaceOf(key, PathOf(key.Value!)),
                $"不认识的键“{Shown(key.Value!)}”；可用的键：{string.Join("、", asked)}。",
                $"Unknown key '{Shown(key.Value!)}'; known here: {string.Join(", ", asked)}.");
        }
    }

    private static bool IsNull(YamlNode value) =>
        value is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" };

    private static string Shown(string text) => text.Length <= 60 ? text : $"{text[..60]}…";

    private T ReadMap<T>(YamlMappingNode value, string at, Func<YamlMap, T> read)
    {
        var map = new YamlMap(value, file, at, faults);
        var result = read(map);
        map.Close();
        return result;
    }

    private ImmutableArray<T> Items<T>(string key, int atLeast, Func<YamlNode, string, IEnumerable<T>> read)
    {
        var list = Find(key);
        if (list is not (null or YamlSequenceNode))
        {
            Fault(key, "此处应为列表。", "This must be a list.");
            return [];
        }

        var items = (list as YamlSequenceNode)?.Children ?? [];
        if (items.Count < atLeast)
        {
            Fault(key, $"至少应有 {atLeast} 项。", $"At least {atLeast} must be here.");
        }

        return [.. items.SelectMany((item, index) => read(item, $"{PathOf(key)}[{index}]"))];
    }

    private YamlNode? Find(string key)
    {
        asked.Add(key);
        return Has(key) ? values[key] : null;
    }

    private void Missing(string key) => Fault(key, $"缺少“{key}”。", $"'{key}' is missing.");

    private string PathOf(string key) => path.Length == 0 ? key : $"{path}.{key}";

    private Place PlaceOf(YamlNode at, string field) =>
        new(file, (int)at.Start.Line, $"{at.Start.Column}", field.Length == 0 ? null : field);
}
