using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Plans;

/// <summary>What a plan folder holds: everything, or nothing and the reasons.</summary>
/// <param name="Plan">The plan with its playbooks; null when there is any fault.</param>
/// <param name="PlanHash">SHA-256 of the plan's canonical JSON, lower-case hex; null when there is any fault.</param>
/// <param name="Lists">Households and flats with their hashes; null when there is any fault.</param>
/// <param name="Faults">Every fault, by file and row; empty when the folder is good.</param>
public sealed record PlanReading(Plan? Plan, string? PlanHash, AllocationLists? Lists, ImmutableArray<Fault> Faults)
{
    /// <summary>Whether plan and lists may be used.</summary>
    [MemberNotNullWhen(true, nameof(Plan), nameof(PlanHash), nameof(Lists))]
    public bool IsGood => Faults.IsEmpty;
}
