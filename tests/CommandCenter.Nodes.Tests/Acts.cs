using CommandCenter.Domain.Groups;
using CommandCenter.Journal;

namespace CommandCenter.Nodes.Tests;

/// <summary>Commands of the tests, and what must follow from them.</summary>
internal static class Acts
{
    /// <summary>One grey point, PNG.</summary>
    public static readonly byte[] Picture = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==");

    /// <summary>A line in a matter.</summary>
    public static Given Note(string id, string key) => new($"cases/{id}/note", new { text = "已联系住户" }, key);

    /// <summary>A matter is taken in.</summary>
    public static Given Register(string id, string key) =>
        new($"cases/{id}/register", new { category = "request", channel = "window", text = "请核对面积", kind = "complex" }, key);

    /// <summary>An incident, from which a policy makes an order to its owner.</summary>
    public static Given Raise(string id) => new($"incidents/{id}/raise", new { type = "medical", zone = "hall", severity = 2, text = "有人不适" }, $"raise-{id}");

    /// <summary>An order that is overdue in a moment.</summary>
    public static Given Order(string id) => new(
        "groups/medical/assign", new { text = "清点急救包", due = DateTimeOffset.Now.AddSeconds(1), assignment = id }, $"order-{id}");

    /// <summary>The order that a policy made from an incident.</summary>
    public static bool IsOrderOf(JournalEntry entry, string incident) =>
        entry.Event is AssignmentSent e && e.Incident?.Value == incident;

    /// <summary>The deadline of an order has come due.</summary>
    public static bool IsOverdue(JournalEntry entry, string order) =>
        entry.Event is AssignmentOverdue e && e.Assignment.Value == order;
}
