using System.Collections.Immutable;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Forecasts;

/// <summary>What may be ordered of windows.</summary>
public enum MoveKind
{
    /// <summary>Windows open for a step, or change to it.</summary>
    Open,

    /// <summary>Windows take no further calls.</summary>
    Pause,

    /// <summary>Windows take a break of a stated length.</summary>
    Break,
}

/// <summary>
/// An order about windows whose effect can be computed before it is given. Whoever is at a window is served to the end first.
/// Stored in the journal: its shape is fixed.
/// </summary>
/// <param name="Kind">What is ordered.</param>
/// <param name="Windows">Which windows; at least one, each once.</param>
/// <param name="Step">The step that they open for; for a pause and a break null.</param>
/// <param name="At">From when; null for at once.</param>
/// <param name="Minutes">The length of a break, 1 to 240; otherwise null.</param>
public sealed record Move(MoveKind Kind, ImmutableArray<WindowId> Windows, StepId? Step, DateTimeOffset? At, int? Minutes)
{
    /// <inheritdoc/>
    public bool Equals(Move? other) =>
        other is not null && (Kind, Step, At, Minutes) == (other.Kind, other.Step, other.At, other.Minutes) && Windows.SequenceEqual(other.Windows);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Step, At, Minutes, Windows.Length);
}
