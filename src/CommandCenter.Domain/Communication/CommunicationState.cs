using System.Collections.Immutable;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Communication;

/// <summary>The newest communication check.</summary>
public sealed record CommunicationState
{
    /// <summary>Before the first check.</summary>
    public static readonly CommunicationState Initial = new();

    /// <summary>Its number, counted from 1; 0 before the first.</summary>
    public int Check { get; init; }

    /// <summary>The posts that it went out to.</summary>
    public ImmutableHashSet<PostId> Posts { get; init; } = [];

    /// <summary>Those of them that saw it.</summary>
    public ImmutableHashSet<PostId> Seen { get; init; } = [];

    /// <summary>Those of them that answered.</summary>
    public ImmutableHashSet<PostId> Answered { get; init; } = [];

    /// <summary>When its time is up; null while none is running.</summary>
    public DateTimeOffset? Until { get; init; }
}
