using System.Collections.Concurrent;

namespace CommandCenter.Server.Push;

/// <summary>How many screens watch which topic in which language. Safe on any thread.</summary>
public sealed class Watchers
{
    private readonly ConcurrentDictionary<(string Operation, string Topic, string Language), int> _counts = new();

    /// <summary>How many topics and languages are watched; what nobody watches any more is not kept.</summary>
    internal int Count => _counts.Count;

    /// <summary>The SignalR group of those who watch a topic.</summary>
    public static string Group(string operation, string topic, string language) => $"{operation}|{language}|{topic}";

    /// <summary>The SignalR group of everyone who watches anything of an operation.</summary>
    public static string Everyone(string operation) => $"{operation}|pulse";

    /// <summary>One more.</summary>
    public void Add(string operation, string topic, string language) =>
        _counts.AddOrUpdate((operation, topic, language), 1, static (_, n) => n + 1);

    /// <summary>One less.</summary>
    public void Remove(string operation, string topic, string language) =>
        Remove((operation, topic, language));

    /// <summary>Whether anybody watches.</summary>
    public bool Any(string operation, string topic, string language) =>
        _counts.TryGetValue((operation, topic, language), out var count) && count > 0;

    // Anybody may name a topic that does not exist: names must not stay behind for ever.
    private void Remove((string Operation, string Topic, string Language) watched)
    {
        var left = _counts.AddOrUpdate(watched, 0, static (_, n) => Math.Max(0, n - 1));
        if (left == 0)
        {
            _counts.TryRemove(new(watched, 0));
        }
    }
}
