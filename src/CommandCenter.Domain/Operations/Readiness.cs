using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Operations;

/// <summary>What must be confirmed before the day opens: lists, order, every group, every window, and the plan's own items.</summary>
public static class Readiness
{
    /// <summary>Plan and lists are frozen with their hashes; confirmed when the operation is founded.</summary>
    public const string Lists = "lists";

    /// <summary>The order of selection is published; confirmed by policy.</summary>
    public const string Order = "order";

    /// <summary>
    /// Every post answered the communication check in time; an item where the plan lists it under this id with the group that
    /// answers for it, and confirmed by policy.
    /// </summary>
    public const string Communication = "communication";

    private const string Group = "group:";

    /// <summary>
    /// Whether an item follows from what has happened (lists frozen, order published, members signed in, the check answered), so that nobody
    /// confirms it by word.
    /// </summary>
    public static bool IsFact(string item) =>
        item is Lists or Order or Communication || item.StartsWith(Group, StringComparison.Ordinal);

    /// <summary>All items of a plan, in the order in which they are shown.</summary>
    public static IEnumerable<string> Items(Plan plan) =>
    [
        Lists,
        Order,
        .. plan.Groups.Select(static g => $"{Group}{g.Id}"),
        .. plan.Windows.Select(static w => $"window:{w.Id}"),
        .. plan.Readiness.Select(static r => r.Id),
    ];
}
