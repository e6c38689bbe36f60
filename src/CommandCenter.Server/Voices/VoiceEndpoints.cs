using System.Globalization;
using CommandCenter.Boards.Incidents;
using CommandCenter.Domain;
using CommandCenter.Domain.Incidents;
using CommandCenter.Journal.Attachments;
using CommandCenter.Server.Access;
using CommandCenter.Server.Api;
using CommandCenter.Server.Attachments;
using CommandCenter.Server.Operations;

namespace CommandCenter.Server.Voices;

/// <summary>Voice notes on incidents: a form with the recording (<c>voice</c>) and how long it is (<c>seconds</c>).</summary>
internal static class VoiceEndpoints
{
    private const string Field = "voice";
    private const string Seconds = "seconds";

    private static readonly Intake Intake = new(Field, VoiceRules.MostBytes, Problem.NotAVoice, TakeAsync);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/operations/{op}/incidents/{id}/voices", PostAsync).ExcludeFromDescription().RequireRateLimiting(RateLimits.Commands);
        app.MapGet("/api/operations/{op}/incidents/{id}/voices/{hash}", GetAsync)
            .WithSummary("A voice note on an incident, as it was recorded (WebM, Ogg or MP4); for those who may see the incident.");
    }

    private static Task PostAsync(string op, string id, HttpContext http, OperationRegistry operations, IAttachmentShelf shelf) =>
        IncidentAttachments.PostAsync(op, id, http, operations, shelf, Intake);

    private static Task<(Attachment? Kept, Problem? Problem)> TakeAsync(byte[] sent, IFormCollection form, CancellationToken cancellationToken) =>
        Task.FromResult(Take(sent, form[Seconds].ToString()));

    private static (Attachment? Kept, Problem? Problem) Take(byte[] sent, string length)
    {
        if (length.Length == 0)
        {
            return (null, Problem.Of(Rejections.Required.For(Seconds)));
        }

        if (!int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return (null, Problem.WrongType.For(Seconds));
        }

        if (ValueRule.Between(seconds, 1, VoiceRules.MostSeconds, Seconds) is { } outside)
        {
            return (null, Problem.Of(outside));
        }

        var (container, problem) = CuttingRoom.Cut(sent);
        return container is { } known
            ? (new(AttachmentKind.Voice(known), sent, hash => new AddIncidentVoice(hash, sent.Length, known, seconds)), null)
            : (null, problem!.For(Field));
    }

    private static async Task GetAsync(string op, string id, string hash, HttpContext http, OperationRegistry operations, IAttachmentShelf shelf)
    {
        if (await IncidentAttachments.FindAsync(op, id, hash, http, operations, shelf, KindOf, Problem.VoiceUnknown) is { } voice)
        {
            // Players ask for parts, and some play nothing where they do not get them.
            await Results.Bytes(voice.Bytes, voice.Kind.MediaType, enableRangeProcessing: true).ExecuteAsync(http);
        }

        AttachmentKind? KindOf(IncidentBoard incident) =>
            incident.Voices.FirstOrDefault(v => v.Hash == hash) is { } voice ? AttachmentKind.Voice(voice.Container) : null;
    }
}
