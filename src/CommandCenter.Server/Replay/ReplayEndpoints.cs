using System.Collections.Immutable;
using System.Globalization;
using CommandCenter.Domain;
using CommandCenter.Domain.Plans;
using CommandCenter.Server.Access;
using CommandCenter.Server.Api;
using CommandCenter.Server.Operations;
using CommandCenter.Server.Push;
using CommandCenter.Server.Screens;

namespace CommandCenter.Server.Replay;

/// <summary>Any moment of a day again. Only reads: nothing here leads to a command.</summary>
internal static class ReplayEndpoints
{
    // A wall has a dozen panels; more is not a page's question.
    private const int MostTopics = 64;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/api/operations/{op}/replay", PanelsAsync)
            .WithSummary("The panels of a wall as they were: {sequence, at, panels: [{topic, html}]}. Query: at (operation time), topic (repeated), culture.");

    private static async Task PanelsAsync(string op, HttpContext http, OperationRegistry operations, Reels reels, PanelRenderer renderer)
    {
        var (running, problem) = OperationEndpoints.Find(operations, op);
        if ((problem ?? OperationEndpoints.Refuse(running!, TopicCatalog.ReplayTopic, http)) is { } no)
        {
            await no.WriteAsync(http);
            return;
        }

        if (TimeIn(http) is not { } at)
        {
            await Problem.Of(Rejections.Required.For("at")).WriteAsync(http);
            return;
        }

        var topics = http.Request.Query["topic"].OfType<string>().Take(MostTopics).ToImmutableArray();
        var culture = Languages.Of(http.Request.Query["culture"]);
        var picture = await reels.Of(running!).ShowAsync(at, m => PaintAsync(m, topics, PostOf(http, running!), renderer, culture), http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.WriteAsJsonAsync(picture, ApiJsonContext.Readable.ReplayPicture, cancellationToken: http.RequestAborted);
    }

    private static async Task<ReplayPicture> PaintAsync(
        ReplayMoment moment, ImmutableArray<string> topics, Post? post, PanelRenderer renderer, CultureInfo culture)
    {
        var may = new Permissions(moment.Frame.Plan, moment.Boards);
        var panels = ImmutableArray.CreateBuilder<ReplayPanel>();
        foreach (var topic in topics.Where(t => t == NowBoard.Topic || may.MaySee(post, t)))
        {
            // A panel that was not there yet is empty, not the one of a later moment.
            var panel = await renderer.RenderAsync(moment, topic, culture);
            panels.Add(new(topic, panel?.Wire ?? ""));
        }

        return new(moment.Boards.Sequence, Moments.Iso(moment.Now), panels.ToImmutable());
    }

    private static Post? PostOf(HttpContext http, RunningOperation running) =>
        DeviceCookie.CallerOf(http) is { } caller ? running.Frame.Plan.FindPost(caller.Post) : null;

    private static DateTimeOffset? TimeIn(HttpContext http) =>
        DateTimeOffset.TryParse(http.Request.Query["at"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;
}

/// <summary>A wall as it was.</summary>
/// <param name="Sequence">The last entry that it shows.</param>
/// <param name="At">The moment.</param>
/// <param name="Panels">Its panels, as the hub sends them.</param>
internal sealed record ReplayPicture(long Sequence, string At, ImmutableArray<ReplayPanel> Panels);

/// <summary>A panel of it.</summary>
/// <param name="Topic">Its topic.</param>
/// <param name="Html">Its markup, or above 2 KB its gzip as base64.</param>
internal sealed record ReplayPanel(string Topic, string Html);
