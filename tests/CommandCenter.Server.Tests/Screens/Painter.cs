using System.Globalization;
using System.Net;
using CommandCenter.Domain.Plans;
using CommandCenter.Server.Screens;
using CommandCenter.Server.Screens.Panels;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommandCenter.Server.Tests.Screens;

/// <summary>Paints a board with its panel, on a made-up plan at ten in the morning.</summary>
internal static class Painter
{
    public static readonly DateTimeOffset Now = new(2026, 12, 5, 10, 0, 0, TimeSpan.FromHours(8));

    public static readonly Plan Plan = new()
    {
        Name = new("小厅", "Small hall"),
        Opens = Now.AddMinutes(-90),
        Steps =
        [
            Step("check-in", "签到", "Check-in", ServiceKind.CheckIn), Step("selection", "选房", "Selection", ServiceKind.Selection),
            Step("signing", "签约", "Signing", ServiceKind.Signing),
        ],
    };

    public static Task<string> PaintAsync<TPanel, TBoard>(TBoard board, CultureInfo language, DateTimeOffset? now = null)
        where TPanel : Panel<TBoard>
        where TBoard : class =>
        PaintAsync<TPanel>(new() { ["Board"] = board, ["View"] = new PanelView(new("test"), Plan, now ?? Now, 1, 1) }, language);

    /// <summary>Paints any component that needs no services.</summary>
    public static async Task<string> PaintAsync<TComponent>(Dictionary<string, object?> parameters, CultureInfo language)
        where TComponent : IComponent
    {
        CultureInfo.CurrentUICulture = language;
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            WebUtility.HtmlDecode((await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters))).ToHtmlString()));
    }

    private static Step Step(string id, string chinese, string english, ServiceKind kind) => new(
        new(id), new(chinese, english), kind, StepLine.Main, "S", TimeSpan.FromMinutes(6), TimeSpan.FromMinutes(30),
        new($"{chinese}材料", $"papers for {english}"));
}
