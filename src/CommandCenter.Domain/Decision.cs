using System.Collections.Immutable;

namespace CommandCenter.Domain;

/// <summary>The outcome of a command: the events that follow (perhaps none), or a refusal.</summary>
public readonly record struct Decision
{
    private Decision(ImmutableArray<IEvent> events, Rejection? rejection) => (Events, Rejection) = (events, rejection);

    /// <summary>Accepted, and nothing follows: what was asked for is already so.</summary>
    public static Decision Nothing { get; } = new([], null);

    /// <summary>The events, in order; empty for a refusal.</summary>
    public ImmutableArray<IEvent> Events { get; }

    /// <summary>Why not, or null when accepted.</summary>
    public Rejection? Rejection { get; }

    /// <summary>Accepted with these events.</summary>
    public static Decision Accept(params ReadOnlySpan<IEvent> events) => new([.. events], null);

    /// <summary>Accepted with these events unless there is a reason not to; the events must not depend on there being none.</summary>
    public static Decision Unless(Rejection? rejection, params ReadOnlySpan<IEvent> events) =>
        rejection is null ? Accept(events) : Refuse(rejection);

    /// <summary>Refused.</summary>
    public static Decision Refuse(Rejection rejection) => new([], rejection);

    /// <summary>Refused.</summary>
    public static implicit operator Decision(Rejection rejection) => Refuse(rejection);
}
