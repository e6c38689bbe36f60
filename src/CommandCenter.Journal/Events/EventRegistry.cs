using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using CommandCenter.Domain;
using CommandCenter.Journal.Events.Upcasting;

namespace CommandCenter.Journal.Events;

/// <summary>
/// Which event is stored under which name, and how its payload reads and writes. Every event of the domain is in it;
/// older shapes are brought up to the present one. Safe on any thread.
/// </summary>
public sealed class EventRegistry
{
    private readonly Dictionary<Type, Shape> _byType;
    private readonly Dictionary<string, Shape> _byName;
    private readonly Dictionary<string, IUpcaster> _upcasters;
    private readonly Dictionary<string, Shape>.AlternateLookup<ReadOnlySpan<char>> _bySpelling;

    /// <summary>Builds a registry of the domain's events.</summary>
    /// <param name="upcasters">From every older shape to its next.</param>
    /// <exception cref="ArgumentException">Two events share a name, or a chain of upcasters does not end at an event.</exception>
    public EventRegistry(IEnumerable<IUpcaster> upcasters)
    {
        var shapes = EventTypes().Select(static type => new Shape(NameOf(type), type)).ToArray();
        _byType = shapes.ToDictionary(static shape => shape.Type);
        _byName = shapes.ToDictionary(static shape => shape.Name, StringComparer.Ordinal);
        _bySpelling = _byName.GetAlternateLookup<ReadOnlySpan<char>>();
        _upcasters = upcasters.ToDictionary(static upcaster => upcaster.From, StringComparer.Ordinal);
        foreach (var upcaster in _upcasters.Values) CheckReachesAnEvent(upcaster);
    }

    /// <summary>The registry in force: every event of the domain, every upcaster.</summary>
    public static EventRegistry Default { get; } = new(AllUpcasters.List);

    /// <summary>The names under which events are written now, in ordinal order.</summary>
    public IEnumerable<string> Names => _byName.Keys.Order(StringComparer.Ordinal);

    /// <summary>The name under which an event is stored.</summary>
    /// <exception cref="ArgumentException">The event is not one of the domain's.</exception>
    public string NameOf(IEvent @event) => ShapeOf(@event).Name;

    /// <summary>The type that is written under a name now, or null for older and unknown names.</summary>
    public Type? TypeOf(string name) => _byName.GetValueOrDefault(name)?.Type;

    /// <summary>Writes the payload of an event.</summary>
    /// <exception cref="ArgumentException">The event is not one of the domain's.</exception>
    public void Write(IEvent @event, Utf8JsonWriter writer)
    {
        try
        {
            JsonSerializer.Serialize(writer, @event, ShapeOf(@event).Json);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NullReferenceException)
        {
            throw new ArgumentException($"{@event.GetType().Name} cannot be stored, perhaps a member is not set: {e.Message}", nameof(@event), e);
        }
    }

    /// <summary>Reads a payload into the event's present shape, whichever version it was stored in.</summary>
    /// <param name="sequence">Of the entry it belongs to; named when it cannot be read.</param>
    /// <param name="name">The stored name.</param>
    /// <param name="payload">UTF-8 JSON.</param>
    /// <exception cref="JournalCorruptException">The name is unknown, or the payload does not have its shape.</exception>
    public IEvent Read(long sequence, string name, ReadOnlySpan<byte> payload)
    {
        try
        {
            return _byName.TryGetValue(name, out var shape)
                ? shape.Read(payload)
                : ReadOlder(sequence, name, payload);
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            throw new JournalCorruptException(sequence, $"the payload is not a {name}: {e.Message}", e);
        }
    }

    /// <summary>The registry's own copy of a present name, to spare a string per entry read; null for older and unknown names.</summary>
    internal string? Intern(ReadOnlySpan<char> name) => _bySpelling.TryGetValue(name, out var shape) ? shape.Name : null;

    private static IEnumerable<Type> EventTypes() =>
        typeof(IEvent).Assembly.GetTypes().Where(static type => type.IsClass && type.IsAssignableTo(typeof(IEvent)));

    private static string NameOf(Type type) =>
        type.GetCustomAttribute<StoredAttribute>()?.Name
        ?? throw new ArgumentException($"{type.Name} has no stored name.", nameof(type));

    private Shape ShapeOf(IEvent @event) =>
        _byType.GetValueOrDefault(@event.GetType())
        ?? throw new ArgumentException($"{@event.GetType().Name} is not an event of the domain.", nameof(@event));

    private IEvent ReadOlder(long sequence, string name, ReadOnlySpan<byte> payload)
    {
        if (!_upcasters.TryGetValue(name, out var upcaster))
            throw new JournalCorruptException(sequence, $"unknown event '{name}'.");
        var json = JsonNode.Parse(payload) as JsonObject ?? throw new FormatException("An object is expected.");
        for (; upcaster is not null; upcaster = _upcasters.GetValueOrDefault(name))
        {
            json = upcaster.Upcast(json);
            name = upcaster.To;
        }

        return (IEvent)json.Deserialize(_byName[name].Json)!;
    }

    private void CheckReachesAnEvent(IUpcaster first)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var last = first;
        while (seen.Add(last.From) && _upcasters.TryGetValue(last.To, out var next)) last = next;
        if (!_byName.ContainsKey(last.To) || _byName.ContainsKey(first.From))
            throw new ArgumentException($"The upcasting of '{first.From}' does not end at a present event.", nameof(first));
    }

    private sealed class Shape(string name, Type type)
    {
        private JsonTypeInfo? _json;

        public string Name => name;

        public Type Type => type;

        public JsonTypeInfo Json => _json ??= EventJson.Options.GetTypeInfo(type);

        public IEvent Read(ReadOnlySpan<byte> payload) =>
            JsonSerializer.Deserialize(payload, Json) as IEvent ?? throw new JsonException("null is not an event.");
    }
}
