using System.Text.Json;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Journal;

namespace CommandCenter.Server.Screens;

/// <summary>An entry of the journal as people read it.</summary>
/// <param name="Sequence">Its place.</param>
/// <param name="At">When.</param>
/// <param name="What">What happened, in the present language; the stored name where there is no word for it.</param>
/// <param name="Subject">Whose event it is.</param>
/// <param name="Details">What it says: numbers, texts and reasons.</param>
/// <param name="By">Which post acted.</param>
internal sealed record EntryLine(long Sequence, DateTimeOffset At, string What, string Subject, string Details, string By)
{
    private static readonly string[] Telling =
        ["number", "household", "unit", "window", "group", "type", "zone", "entry", "text", "reason", "answer", "clause", "outcome", "sentence", "minutes", "override"];

    public static EntryLine Of(JournalEntry entry, Plan plan) => new(
        entry.Sequence, entry.At, Texts.Find($"event.{NameOf(entry)}") ?? entry.EventType, entry.Grain.ToString(), DetailsOf(entry),
        entry.Actor.IsSystem ? Texts.T("case.system") : Texts.Name(plan.FindPost(new PostId(entry.Actor.Value))?.Name) is { Length: > 0 } name ? name : entry.Actor.Value);

    private static string NameOf(JournalEntry entry) => entry.EventType[..entry.EventType.LastIndexOf('.')];

    private static string DetailsOf(JournalEntry entry)
    {
        using var payload = JsonDocument.Parse(entry.Payload);
        return string.Join(" · ", Telling
            .Select(name => payload.RootElement.TryGetProperty(name, out var value) ? TextOf(value) : null)
            .Where(static text => !string.IsNullOrEmpty(text)));
    }

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Object when value.TryGetProperty("id", out var id) => id.GetString(),
        _ => null,
    };
}
