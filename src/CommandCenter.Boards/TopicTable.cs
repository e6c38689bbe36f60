using System.Collections.Concurrent;
using System.Collections.Immutable;
using CommandCenter.Journal;

namespace CommandCenter.Boards;

/// <summary>All topics by name, and those that changed since the changes were last taken.</summary>
/// <remarks>Written by the feed; <see cref="Find"/> and <see cref="Names"/> may be called from any thread.</remarks>
internal sealed class TopicTable
{
    private readonly ConcurrentDictionary<string, Topic> _topics = new(StringComparer.Ordinal);
    private readonly List<Topic> _changed = [];

    public IReadOnlyCollection<string> Names => _topics.Keys.ToImmutableArray();

    public Topic Add(string name, Func<object> build) =>
        _topics.GetOrAdd(name, static (n, a) => new Topic(n, a.build, a._changed), (build, _changed));

    public Topic? Find(string name) => _topics.GetValueOrDefault(name);

    public ImmutableArray<string> TakeChanged()
    {
        if (_changed.Count == 0)
        {
            return [];
        }

        var names = ImmutableArray.CreateBuilder<string>(_changed.Count);
        foreach (var topic in _changed)
        {
            topic.Unlist();
            names.Add(topic.Name);
        }

        _changed.Clear();
        return names.MoveToImmutable();
    }
}

/// <summary>Topics of one kind that change apart, e.g. one per window; each exists from its first change on.</summary>
internal sealed class TopicFamily<TId>(TopicTable table, Func<TId, string> name, Func<TId, object> build)
    where TId : notnull
{
    private readonly Dictionary<TId, Topic> _topics = [];

    public void Touch(TId id, JournalEntry entry)
    {
        if (!_topics.TryGetValue(id, out var topic))
        {
            _topics.Add(id, topic = table.Add(name(id), () => build(id)));
        }

        topic.Touch(entry);
    }
}
