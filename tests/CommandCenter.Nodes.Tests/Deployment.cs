using System.Text.RegularExpressions;
using CommandCenter.TestKit;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace CommandCenter.Nodes.Tests;

/// <summary>The files with which several machines are set up, as they lie in the repository.</summary>
internal static class Deployment
{
    /// <summary>The repository.</summary>
    public static readonly string Root = Checkout.Root;

    /// <summary>The compose file as text.</summary>
    public static readonly string ComposeText = Text("docker-compose.yml");

    /// <summary>The compose file, merges done.</summary>
    public static Dictionary<object, object> Compose { get; } = (Dictionary<object, object>)
        new DeserializerBuilder().Build().Deserialize(new MergingParser(new Parser(new StringReader(ComposeText))))!;

    /// <summary>Its services by name.</summary>
    public static IReadOnlyDictionary<string, Dictionary<object, object>> Services { get; } =
        ((Dictionary<object, object>)Compose["services"]).ToDictionary(static s => (string)s.Key, static s => (Dictionary<object, object>)s.Value);

    /// <summary>The services of Redis and of sentinels.</summary>
    public static IEnumerable<string> Stores => Services.Keys.Where(static n => n.StartsWith("redis-", StringComparison.Ordinal) || n.StartsWith("sentinel-", StringComparison.Ordinal));

    /// <summary>A file of the repository as text.</summary>
    public static string Text(params string[] path) => File.ReadAllText(Path.Combine([Root, .. path]));

    /// <summary>A YAML file of the repository.</summary>
    public static Dictionary<object, object> Yaml(params string[] path) =>
        (Dictionary<object, object>)new DeserializerBuilder().Build().Deserialize(new StringReader(Text(path)))!;

    /// <summary>A list of a service; empty where it has none.</summary>
    public static List<string> List(string service, string key) =>
        Services[service].TryGetValue(key, out var list) ? [.. ((List<object>)list).Cast<string>()] : [];

    /// <summary>What a pattern with one group finds in a text, each once.</summary>
    public static string[] Find(string text, string pattern) =>
        [.. Regex.Matches(text, pattern, RegexOptions.Multiline).Select(static m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)];
}
