using CommandCenter.Domain;
using CommandCenter.Journal;

namespace CommandCenter.Boards;

/// <summary>Who listens to which event. Filled once; an entry then costs one look-up and the calls it concerns.</summary>
internal sealed class Subscriptions
{
    private readonly Dictionary<Type, List<Action<IEvent, JournalEntry>>> _handlers = [];

    /// <summary>Calls the handler on each event of the type, in the order of subscription.</summary>
    public void On<TEvent>(Action<TEvent, JournalEntry> handler)
        where TEvent : IEvent =>
        Of(typeof(TEvent)).Add((e, entry) => handler((TEvent)e, entry));

    /// <summary>Touches a topic on each event of the types.</summary>
    public void Touch(Topic topic, params ReadOnlySpan<Type> events)
    {
        foreach (var type in events)
        {
            Of(type).Add((_, entry) => topic.Touch(entry));
        }
    }

    /// <summary>Calls the handler on each event of the types.</summary>
    public void Each(IEnumerable<Type> events, Action<JournalEntry> handler)
    {
        foreach (var type in events)
        {
            Of(type).Add((_, entry) => handler(entry));
        }
    }

    /// <summary>States that nothing is shown of these events.</summary>
    public void Ignore(IEnumerable<Type> events)
    {
        foreach (var type in events)
        {
            if (!_handlers.TryAdd(type, []))
            {
                throw new InvalidOperationException($"{type.Name} is both shown and not shown.");
            }
        }
    }

    /// <summary>The handlers by event type.</summary>
    public Dictionary<Type, Action<IEvent, JournalEntry>[]> Seal() =>
        _handlers.ToDictionary(static h => h.Key, static h => h.Value.ToArray());

    private List<Action<IEvent, JournalEntry>> Of(Type type)
    {
        if (!_handlers.TryGetValue(type, out var list))
        {
            _handlers.Add(type, list = []);
        }

        return list;
    }
}

/// <summary>A part of the boards that listens to events: a fold keeps facts, a projection shows them.</summary>
internal interface ISubscriber
{
    /// <summary>Says what it listens to.</summary>
    void Subscribe(Subscriptions on);
}
