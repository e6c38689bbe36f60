using System.Globalization;
using System.IO.Compression;
using System.Text;
using CommandCenter.Domain.Operations;
using CommandCenter.Server.Forecasts;
using CommandCenter.Server.Operations;
using CommandCenter.Server.Screens;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace CommandCenter.Server.Push;

/// <summary>A rendered panel.</summary>
/// <param name="Topic">Its topic.</param>
/// <param name="Sequence">The last entry that concerns it.</param>
/// <param name="Html">The markup.</param>
/// <param name="Wire">What is sent: the markup, or above 2 KB its gzip as base64 (which begins with H4sI).</param>
public sealed record RenderedPanel(string Topic, long Sequence, string Html, string Wire);

/// <summary>Renders boards with their components. Safe on any thread.</summary>
public sealed class PanelRenderer(IServiceProvider services, ILoggerFactory loggers)
{
    // Below this the frame around the bytes weighs more than what compression saves.
    private const int CompressAbove = 2048;

    /// <summary>Renders a topic in a language, or null where there is no such board or nothing shows it.</summary>
    public async ValueTask<RenderedPanel?> RenderAsync(IScene scene, string topic, CultureInfo culture)
    {
        if (PanelTable.Find(topic) is not { } component)
        {
            return null;
        }

        CultureInfo.CurrentUICulture = culture;
        var (board, sequence) = Read(scene, topic);
        if (board is null)
        {
            return null;
        }

        var html = await RenderAsync(component, board, ViewOf(scene));
        PushMetrics.Rendered(topic);
        return new(topic, sequence, html, Encoding.UTF8.GetByteCount(html) > CompressAbove ? Compress(html) : html);
    }

    /// <summary>What panels may know besides their boards.</summary>
    public static PanelView ViewOf(IScene scene) =>
        new(scene.Id, scene.Frame.Plan, scene.Now, scene.Speed, scene.Boards.Sequence)
        {
            IsDrill = scene.Frame.Mode == OperationMode.Drill,
        };

    private (object? Board, long Sequence) Read(IScene scene, string topic)
    {
        if (topic == LivePosts.Topic)
        {
            // Who is on the line is of now alone; of the past nobody knows.
            var posts = services.GetRequiredService<LivePosts>();
            return (new UnreachableBoard(scene is RunningOperation ? posts.Of(scene.Id) : []), posts.VersionOf(scene.Id));
        }

        return ForecastTopics.Owns(topic)
            ? ForecastTopics.Read(scene, topic, services.GetRequiredService<ForecastDesk>().Of(scene.Id))
            : PanelSource.Read(scene, topic);
    }

    // A renderer keeps every root that it ever rendered, so each render has its own.
    private async Task<string> RenderAsync(Type component, object board, PanelView view)
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { ["Board"] = board, ["View"] = view });
            return (await renderer.RenderComponentAsync(component, parameters)).ToHtmlString();
        });
    }

    private static string Compress(string html)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(html));
        }

        return Convert.ToBase64String(packed.GetBuffer(), 0, (int)packed.Length);
    }
}
