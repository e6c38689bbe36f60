using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain;

/// <summary>
/// The behaviour of one kind of grain, free of state: a host keeps the state and passes it in.
/// Pure and total: the same arguments give the same answer, and no argument makes it throw
/// except an event of a kind it does not know.
/// </summary>
/// <remarks>The pattern is Chassaing's decider (state, decide, evolve). Instances are safe on any thread.</remarks>
public interface IDecider
{
    /// <summary>The first part of the address of the grains that behave this way.</summary>
    string Kind { get; }

    /// <summary>The state of a grain before its first event.</summary>
    object Initial(string key);

    /// <summary>What follows from a command: events, nothing, or a refusal.</summary>
    Decision Decide(object state, ICommand command, in DecisionContext context);

    /// <summary>The state after an event.</summary>
    /// <exception cref="UnknownEventException">The event is not one of this kind of grain.</exception>
    object Evolve(object state, IEvent @event);

    /// <summary>The deadlines that the state holds now; the keeper sends <see cref="MeetDeadline"/> when one is due.</summary>
    IEnumerable<Deadline> Deadlines(object state);
}

/// <inheritdoc/>
/// <typeparam name="TState">An immutable record.</typeparam>
public abstract class Decider<TState> : IDecider
    where TState : class
{
    /// <inheritdoc/>
    public abstract string Kind { get; }

    /// <inheritdoc cref="IDecider.Initial"/>
    public abstract TState Initial(string key);

    /// <inheritdoc cref="IDecider.Decide"/>
    public abstract Decision Decide(TState state, ICommand command, in DecisionContext context);

    /// <inheritdoc cref="IDecider.Evolve"/>
    public abstract TState Evolve(TState state, IEvent @event);

    /// <inheritdoc cref="IDecider.Deadlines"/>
    public virtual IEnumerable<Deadline> Deadlines(TState state) => [];

    object IDecider.Initial(string key) => Initial(key);

    Decision IDecider.Decide(object state, ICommand command, in DecisionContext context) =>
        Decide((TState)state, command, context);

    object IDecider.Evolve(object state, IEvent @event) => Evolve((TState)state, @event);

    IEnumerable<Deadline> IDecider.Deadlines(object state) => Deadlines((TState)state);

    /// <summary>Stops on an event that this kind of grain does not know; it is never skipped.</summary>
    protected UnknownEventException Unknown(IEvent @event) => new(Kind, @event.GetType().Name);
}

/// <summary>A moment at which a grain wants to be woken.</summary>
/// <param name="Name">Unique within the grain, e.g. <c>call</c> or <c>reservation:2-902</c>.</param>
/// <param name="Due">Operation time.</param>
public readonly record struct Deadline(string Name, DateTimeOffset Due);

/// <summary>All that a decision may know besides the grain's own state.</summary>
/// <param name="Now">Operation time.</param>
/// <param name="Actor">Who asks.</param>
/// <param name="Operation">What every grain of the operation may know.</param>
public readonly record struct DecisionContext(DateTimeOffset Now, Actor Actor, OperationFrame Operation)
{
    /// <summary>The plan in force.</summary>
    public Plan Plan => Operation.Plan;

    /// <summary>The role of the acting post, or null for the system and for posts that the plan does not have.</summary>
    public PostRole? Role => Actor.IsSystem ? null : Plan.FindPost(Actor.Post)?.Role;
}

/// <summary>An event reached a grain that does not know it. The grain stops; the event is never skipped.</summary>
public sealed class UnknownEventException(string kind, string eventName)
    : Exception($"A {kind} grain does not know the event {eventName}.");
