using System.Collections.Immutable;
using CommandCenter.Domain.Operations;

namespace CommandCenter.Boards.State;

/// <summary>The readiness items with what was confirmed of them, in the order in which they are shown.</summary>
internal static class ReadinessStates
{
    public static ImmutableArray<ReadinessState> Of(OperationFacts operation) =>
        operation.Id is null ? [] : [.. Readiness.Items(operation.Plan).Select(i => Show(i, operation))];

    private static ReadinessState Show(string item, OperationFacts operation)
    {
        var plan = operation.Plan;
        var group = plan.Groups.FirstOrDefault(g => IsOf(item, "group:", g.Id.Value));
        var window = plan.Windows.FirstOrDefault(w => IsOf(item, "window:", w.Id.Value));
        var own = plan.Readiness.FirstOrDefault(r => r.Id == item);
        var name = group?.Name ?? window?.Name ?? own?.Name;
        var owner = group?.Id ?? own?.Owner;
        return operation.Confirmed.TryGetValue(item, out var confirmed)
            ? new(item, name, owner, confirmed.At, confirmed.By)
            : new(item, name, owner, null, null);
    }

    private static bool IsOf(string item, string prefix, string id) =>
        item.Length == prefix.Length + id.Length
        && item.StartsWith(prefix, StringComparison.Ordinal)
        && item.EndsWith(id, StringComparison.Ordinal);
}
