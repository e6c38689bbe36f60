using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Policies;

/// <summary>A command that follows from an event, for another grain.</summary>
public readonly record struct Reaction(GrainAddress Grain, ICommand Command);

/// <summary>
/// What crosses from one grain to others: a pure function from an event to commands. Delivered at least once, in
/// journal order; the command id follows from (name, sequence, ordinal), so the effect is exactly once.
/// </summary>
public interface IPolicy
{
    /// <summary>Stable: it is part of the ids of its commands.</summary>
    string Name { get; }

    /// <summary>The event type it reacts to.</summary>
    Type Trigger { get; }

    /// <summary>The commands that follow, in order.</summary>
    IEnumerable<Reaction> React(in RecordedEvent recorded, Plan plan);
}

/// <inheritdoc/>
/// <typeparam name="TEvent">The event it reacts to.</typeparam>
public abstract class Policy<TEvent> : IPolicy
    where TEvent : IEvent
{
    /// <inheritdoc/>
    public string Name => GetType().Name;

    /// <inheritdoc/>
    public Type Trigger => typeof(TEvent);

    /// <inheritdoc/>
    public IEnumerable<Reaction> React(in RecordedEvent recorded, Plan plan) =>
        React((TEvent)recorded.Event, recorded, plan);

    /// <summary>The commands that follow from the event.</summary>
    protected abstract IEnumerable<Reaction> React(TEvent e, RecordedEvent recorded, Plan plan);
}
