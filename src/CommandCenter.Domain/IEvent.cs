namespace CommandCenter.Domain;

/// <summary>A fact of one grain, in the past tense. Its shape is stored: a change of shape is a new version with an upcaster.</summary>
public interface IEvent;

/// <summary>The stable name under which an event is stored, e.g. <c>ticket.called.v1</c>.</summary>
/// <param name="name">Noun, past participle, version; never changed once released.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StoredAttribute(string name) : Attribute
{
    /// <summary>The stable name.</summary>
    public string Name { get; } = name;
}

/// <summary>A fact as the journal holds it, given to policies and boards.</summary>
/// <param name="Sequence">Position in the operation, from 1, without gaps.</param>
/// <param name="Grain">Whose fact it is.</param>
/// <param name="Event">The fact.</param>
/// <param name="Actor">Who caused it.</param>
/// <param name="At">Operation time.</param>
public readonly record struct RecordedEvent(
    long Sequence, Identity.GrainAddress Grain, IEvent Event, Identity.Actor Actor, DateTimeOffset At);
