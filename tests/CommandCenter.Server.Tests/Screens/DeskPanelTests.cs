using System.Globalization;
using CommandCenter.Boards.Windows;
using CommandCenter.Domain.Plans;
using CommandCenter.Server.Screens;
using CommandCenter.Server.Screens.Panels;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommandCenter.Server.Tests.Screens;

public sealed class DeskPanelTests
{
    [Theory]
    [InlineData("zh-CN", "办理中", "应补差价")]
    [InlineData("en", "in service", "To pay")]
    public async Task Window_InEveryStanding_IsPaintedInTheLanguage(string language, string serving, string toPay)
    {
        var all = new List<string>();
        foreach (var board in Desks.All)
        {
            all.Add(await RenderAsync<WindowPanel>(board, language));
        }

        Assert.Contains(all, html => html.Contains(serving, StringComparison.Ordinal));
        Assert.Contains(all, html => html.Contains(toPay, StringComparison.Ordinal));
        Assert.All(all, static html => Assert.Contains("演练 DRILL", html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Window_CardTails_StandAtVerificationAlone()
    {
        foreach (var step in Desks.Plan.Steps.Where(static s => s.Kind != ServiceKind.CheckIn))
        {
            var html = await RenderAsync<WindowPanel>(Desks.At(step, WindowPhase.Serving), "zh-CN");
            Assert.Equal(step.Kind == ServiceKind.Verification, html.Contains("417X", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Guest_InEveryStanding_HasNoFullNameNoCardAndNothingToPress(string language)
    {
        foreach (var board in Desks.All)
        {
            var html = await RenderAsync<GuestPanel>(board, language);
            Assert.All(["欧阳德胜", "王秀英", "赵小兰", "417X", "<button", "data-command"], text => Assert.DoesNotContain(text, html, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Button_ThatCannotBePressed_SaysWhy()
    {
        var html = await RenderAsync<WindowPanel>(Desks.At(Desks.Plan.Steps.First(static s => s.Kind == ServiceKind.Signing), WindowPhase.Serving), "en");

        Assert.Matches("""id="act-R"[^>]*disabled[^>]*title="[^"]+""", html);
    }

    private static async Task<string> RenderAsync<TPanel>(WindowBoard board, string language)
        where TPanel : IComponent
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var view = new PanelView(new("demo"), Desks.Plan, Desks.Now, 20, 7) { IsDrill = true };
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TPanel>(
            ParameterView.FromDictionary(new Dictionary<string, object?> { ["Board"] = board, ["View"] = view }))).ToHtmlString());
        return System.Net.WebUtility.HtmlDecode(html);
    }
}
