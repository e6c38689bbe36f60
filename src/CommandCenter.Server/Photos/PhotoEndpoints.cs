using CommandCenter.Boards.Incidents;
using CommandCenter.Domain.Incidents;
using CommandCenter.Journal.Attachments;
using CommandCenter.Server.Access;
using CommandCenter.Server.Api;
using CommandCenter.Server.Attachments;
using CommandCenter.Server.Operations;

namespace CommandCenter.Server.Photos;

/// <summary>Photos of incidents.</summary>
internal static class PhotoEndpoints
{
    private const string Field = "photo";

    private static readonly Intake Intake = new(Field, PhotoRules.MostBytes, Problem.NotAPhoto, TakeAsync);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/operations/{op}/incidents/{id}/photos", PostAsync).ExcludeFromDescription().RequireRateLimiting(RateLimits.Commands);
        app.MapGet("/api/operations/{op}/incidents/{id}/photos/{hash}", GetAsync)
            .WithSummary("A photo of an incident, JPEG; for those who may see the incident. With ?small=1 made small, for lists on a bad line.");
    }

    private static Task PostAsync(string op, string id, HttpContext http, OperationRegistry operations, IAttachmentShelf shelf) =>
        IncidentAttachments.PostAsync(op, id, http, operations, shelf, Intake);

    private static async Task<(Attachment? Kept, Problem? Problem)> TakeAsync(byte[] sent, IFormCollection form, CancellationToken cancellationToken)
    {
        var (photo, problem) = await Darkroom.DevelopAsync(sent, cancellationToken);
        return photo is null
            ? (null, problem!.For(Field))
            : (new(AttachmentKind.Photo, photo.Bytes, hash => new AddIncidentPhoto(hash, photo.Bytes.Length, photo.Width, photo.Height)), null);
    }

    private static async Task GetAsync(string op, string id, string hash, HttpContext http, OperationRegistry operations, IAttachmentShelf shelf)
    {
        if (await IncidentAttachments.FindAsync(op, id, hash, http, operations, shelf, KindOf, Problem.PhotoUnknown) is not { } photo)
        {
            return;
        }

        var shown = http.Request.Query.ContainsKey("small") ? await Darkroom.ThumbnailAsync(photo.Bytes, http.RequestAborted) : photo.Bytes;
        http.Response.ContentType = photo.Kind.MediaType;
        await http.Response.Body.WriteAsync(shown, http.RequestAborted);

        AttachmentKind? KindOf(IncidentBoard incident) => incident.Photos.Any(p => p.Hash == hash) ? AttachmentKind.Photo : null;
    }
}
