using CommandCenter.Boards;
using CommandCenter.Boards.Incidents;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Plans;
using CommandCenter.Grains;
using CommandCenter.Journal.Attachments;
using CommandCenter.Server.Access;
using CommandCenter.Server.Api;
using CommandCenter.Server.Operations;
using Microsoft.AspNetCore.Http.Features;

namespace CommandCenter.Server.Attachments;

/// <summary>
/// What is attached to incidents: sent by whoever may write into an incident's log, given to whoever may see the incident. As
/// with every command, the same key gives the same answer.
/// </summary>
internal static class IncidentAttachments
{
    // What a form says around its one file.
    private const int Around = 64 * 1024;

    /// <summary>Takes one in and answers.</summary>
    public static async Task PostAsync(string op, string id, HttpContext http, OperationRegistry operations, IAttachmentShelf shelf, Intake intake)
    {
        var (running, problem) = OperationEndpoints.Find(operations, op);
        (var sender, problem) = problem is null ? SenderOf(running!, id, http) : (default, problem);
        ((var sent, var form), problem) = problem is null ? await ReadAsync(http, intake) : (default, problem);
        (var kept, problem) = problem is null ? await intake.TakeAsync(sent!, form!, http.RequestAborted) : (null, problem);
        if (problem is not null)
        {
            await problem.WriteAsync(http);
            return;
        }

        var hash = await shelf.KeepAsync(running!.Id, kept!.Kind, kept.Bytes, http.RequestAborted);
        var address = GrainAddress.Of(new IncidentId(id));
        await CommandEndpoint.GiveAsync(
            http, running, new(address, kept.Command(hash), CommandIds.Client(sender.Post!.Id, sender.Key), Actor.Of(sender.Post.Id)));
    }

    /// <summary>
    /// Finds one for whoever asks: of the kind that the incident has it in, if it has it; null where the refusal has been written.
    /// </summary>
    public static async Task<(byte[] Bytes, AttachmentKind Kind)?> FindAsync(
        string op, string id, string hash, HttpContext http, OperationRegistry operations, IAttachmentShelf shelf,
        Func<IncidentBoard, AttachmentKind?> kindOf, Problem unknown)
    {
        var (running, problem) = OperationEndpoints.Find(operations, op);
        problem ??= OperationEndpoints.Refuse(running!, $"{TopicCatalog.Incident}:{id}", http);
        var kind = problem is null && running!.Boards.Read(TopicNames.Of(new IncidentId(id)))?.Data is IncidentBoard board ? kindOf(board) : null;
        if (kind is not null && await shelf.FindAsync(running!.Id, kind, hash, http.RequestAborted) is { } bytes)
        {
            // Kept by the device that asked and nobody between; the bytes of a hash never change.
            http.Response.Headers.CacheControl = "private, max-age=3600, immutable";
            return (bytes, kind);
        }

        await (problem ?? unknown).WriteAsync(http);
        return null;
    }

    // Before the body is read: who may not send one need not be listened to.
    private static ((Post? Post, string Key) Sender, Problem? Problem) SenderOf(RunningOperation running, string id, HttpContext http)
    {
        var note = CommandCatalog.Find("incidents", "note")!;
        var fault = IdSyntax.IsValid(id) ? null : Problem.BadId.For("id");
        (var post, fault) = fault is null ? CommandEndpoint.FindPost(running, http, note) : (null, fault);
        (var key, fault) = fault is null ? CommandEndpoint.FindKey(http) : ("", fault);
        var attached = new NoteIncident("");

        // As with any command: what was accepted once is answered again, also where the incident is another group's by now.
        if (fault is null
            && !running.Host.Grains.Knows(CommandIds.Client(post!.Id, key))
            && !new Permissions(running.Frame.Plan, running.Boards).MayGive(post, note, id, attached))
        {
            fault = Problem.NotYourPost;
        }

        return ((post, key), fault);
    }

    private static async Task<((byte[]? Bytes, IFormCollection? Form) Sent, Problem? Problem)> ReadAsync(HttpContext http, Intake intake)
    {
        if (!http.Request.HasFormContentType)
        {
            return (default, intake.NotOne.For(intake.Field));
        }

        http.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = intake.MostBytes + Around;
        try
        {
            var limits = new FormOptions { MultipartBodyLengthLimit = intake.MostBytes + 1, MemoryBufferThreshold = intake.MostBytes + Around, ValueCountLimit = 8 };
            var form = await new FormFeature(http.Request, limits).ReadFormAsync(http.RequestAborted);
            if (form.Files.GetFile(intake.Field) is not { Length: > 0 } file)
            {
                return (default, Problem.Of(Domain.Rejections.Required.For(intake.Field)));
            }

            if (file.Length > intake.MostBytes)
            {
                return (default, Problem.TooLarge.For(intake.Field));
            }

            var bytes = new byte[file.Length];
            await using var content = file.OpenReadStream();
            await content.ReadExactlyAsync(bytes, http.RequestAborted);
            return ((bytes, form), null);
        }
        catch (InvalidDataException e)
        {
            return (default, e.Message.Contains("length limit", StringComparison.OrdinalIgnoreCase) ? Problem.TooLarge.For(intake.Field) : Problem.BadRequest);
        }
    }
}
