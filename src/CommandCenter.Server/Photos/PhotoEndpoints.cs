using CommandCenter.Boards;
using CommandCenter.Boards.Incidents;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Plans;
using CommandCenter.Grains;
using CommandCenter.Server.Access;
using CommandCenter.Server.Api;
using CommandCenter.Server.Operations;
using Microsoft.AspNetCore.Http.Features;

namespace CommandCenter.Server.Photos;

/// <summary>
/// Photos of incidents: sent by whoever may write into an incident's log, seen by whoever may see the incident. As with
/// every command, the same key gives the same answer.
/// </summary>
internal static class PhotoEndpoints
{
    private const string Field = "photo";

    // What a form says around its one file.
    private const int Around = 64 * 1024;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/operations/{op}/incidents/{id}/photos", PostAsync).ExcludeFromDescription().RequireRateLimiting(RateLimits.Commands);
        app.MapGet("/api/operations/{op}/incidents/{id}/photos/{hash}", GetAsync)
            .WithSummary("A photo of an incident, JPEG; for those who may see the incident. With ?small=1 made small, for lists on a bad line.");
    }

    private static async Task PostAsync(string op, string id, HttpContext http, OperationRegistry operations, IPhotoShelf shelf)
    {
        var (running, problem) = OperationEndpoints.Find(operations, op);
        (var sender, problem) = problem is null ? SenderOf(running!, id, http) : (default, problem);
        (var sent, problem) = problem is null ? await ReadAsync(http) : (null, problem);
        (var photo, problem) = problem is null ? await Darkroom.DevelopAsync(sent!, http.RequestAborted) : (null, problem);
        if (problem is not null)
        {
            await problem.WriteAsync(http);
            return;
        }

        var hash = await shelf.KeepAsync(running!.Id, photo!.Bytes, http.RequestAborted);
        var command = new AddIncidentPhoto(hash, photo.Bytes.Length, photo.Width, photo.Height);
        var address = GrainAddress.Of(new IncidentId(id));
        await CommandEndpoint.GiveAsync(
            http, running, new(address, command, CommandIds.Client(sender.Post!.Id, sender.Key), Actor.Of(sender.Post.Id)));
    }

    // Before the body is read: who may not send one need not be listened to.
    private static ((Post? Post, string Key) Sender, Problem? Problem) SenderOf(RunningOperation running, string id, HttpContext http)
    {
        var note = CommandCatalog.Find("incidents", "note")!;
        var fault = IdSyntax.IsValid(id) ? null : Problem.BadId.For("id");
        (var post, fault) = fault is null ? CommandEndpoint.FindPost(running, http, note) : (null, fault);
        (var key, fault) = fault is null ? CommandEndpoint.FindKey(http) : ("", fault);
        var photo = new NoteIncident("");

        // As with any command: what was accepted once is answered again, also where the incident is another group's by now.
        if (fault is null
            && running.Host.Grains.Recall(new(GrainAddress.Of(new IncidentId(id)), photo, CommandIds.Client(post!.Id, key), Actor.Of(post.Id))) is null
            && !new Permissions(running.Frame.Plan, running.Boards).MayGive(post, note, id, photo))
        {
            fault = Problem.NotYourPost;
        }

        return ((post, key), fault);
    }

    private static async Task<(byte[]? Bytes, Problem? Problem)> ReadAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
        {
            return (null, Problem.NotAPhoto);
        }

        http.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = PhotoRules.MostBytes + Around;
        try
        {
            var limits = new FormOptions { MultipartBodyLengthLimit = PhotoRules.MostBytes + 1, MemoryBufferThreshold = PhotoRules.MostBytes + Around, ValueCountLimit = 8 };
            var form = await new FormFeature(http.Request, limits).ReadFormAsync(http.RequestAborted);
            if (form.Files.GetFile(Field) is not { Length: > 0 } file)
            {
                return (null, Problem.Of(Domain.Rejections.Required.For(Field)));
            }

            if (file.Length > PhotoRules.MostBytes)
            {
                return (null, Problem.TooLarge);
            }

            var bytes = new byte[file.Length];
            await using var content = file.OpenReadStream();
            await content.ReadExactlyAsync(bytes, http.RequestAborted);
            return (bytes, null);
        }
        catch (InvalidDataException e)
        {
            return (null, e.Message.Contains("length limit", StringComparison.OrdinalIgnoreCase) ? Problem.TooLarge : Problem.BadRequest);
        }
    }

    private static async Task GetAsync(string op, string id, string hash, HttpContext http, OperationRegistry operations, IPhotoShelf shelf)
    {
        var (running, problem) = OperationEndpoints.Find(operations, op);
        problem ??= OperationEndpoints.Refuse(running!, $"{TopicCatalog.Incident}:{id}", http);
        if (problem is null && !(Incident(running!, id)?.Photos.Any(p => p.Hash == hash) ?? false))
        {
            problem = Problem.PhotoUnknown;
        }

        var photo = problem is null ? await shelf.FindAsync(running!.Id, hash, http.RequestAborted) : null;
        if (photo is null)
        {
            await (problem ?? Problem.PhotoUnknown).WriteAsync(http);
            return;
        }

        // Kept by the device that asked and nobody between; the bytes of a hash never change.
        http.Response.ContentType = "image/jpeg";
        http.Response.Headers.CacheControl = "private, max-age=3600, immutable";
        var shown = http.Request.Query.ContainsKey("small") ? await Darkroom.ThumbnailAsync(photo, http.RequestAborted) : photo;
        await http.Response.Body.WriteAsync(shown, http.RequestAborted);
    }

    private static IncidentBoard? Incident(RunningOperation running, string id) =>
        running.Boards.Read(TopicNames.Of(new IncidentId(id)))?.Data as IncidentBoard;
}
