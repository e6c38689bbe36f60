using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Server.Screens;

/// <summary>What a panel may know besides its board.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Plan">The plan in force.</param>
/// <param name="Now">Operation time of the render; the browser's clock goes on from the pulse.</param>
/// <param name="Speed">How fast the operation clock runs.</param>
/// <param name="Sequence">The newest sequence.</param>
public sealed record PanelView(OperationId Operation, Plan Plan, DateTimeOffset Now, double Speed, long Sequence)
{
    /// <summary>Whether this is a drill, which every screen says.</summary>
    public bool IsDrill { get; init; }
}
