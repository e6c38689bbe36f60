using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CommandCenter.Server.Tests.Screens;

/// <summary>Orders given from the wall: a tile, a preset, sent.</summary>
public sealed partial class WallOrderTests
{
    [Theory]
    [InlineData("group:order", "派 2 人到南门")]
    [InlineData("zone:south-gate", "派 2 人到南门")]
    [InlineData("incident:i1", "增派 2 人到南门")]
    public async Task Preset_OfASheet_IsAnOrderThatTheGroupGets(string list, string text)
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        await day.DoAsync("clerk-w1", "incidents/i1/raise", new { type = "crowd", zone = "south-gate", text = "推挤" });
        var sheet = await ReadAsync(day, "commander", list);
        var (preset, body) = Preset().Matches(sheet)
            .Select(static m => (m, JsonSerializer.Deserialize<Dictionary<string, string>>(m.Groups[2].Value)!))
            .First(p => p.Item2.GetValueOrDefault("text") == text);
        body["due"] = day.Server.Sample.Now.AddMinutes(int.Parse(preset.Groups[3].Value, System.Globalization.CultureInfo.InvariantCulture)).ToString("O");

        await day.DoAsync("commander", preset.Groups[1].Value, body);

        await day.UntilAsync("group:order", board => board.GetProperty("orders").EnumerateArray().Any(o => o.GetProperty("text").GetString() == text));
    }

    [Theory]
    [InlineData("order-leader", "group:order", true)]
    [InlineData("order-leader", "zone:hall", true)]
    [InlineData("medical-leader", "zone:hall", false)]
    [InlineData("clerk-w1", "zone:hall", false)]
    public async Task Presets_AreOfferedToThoseWhoMayOrder(string post, string list, bool offered)
    {
        await using var server = await TestServer.StartAsync();
        using var device = await server.JoinAsync(post);

        Assert.Equal(offered, (await device.GetAsync($"/wall/list/{list}")).Expect(200).Text.Contains("/assign", StringComparison.Ordinal));
    }

    private static async Task<string> ReadAsync(Day day, string post, string list) =>
        WebUtility.HtmlDecode((await (await day.As(post)).GetAsync($"/wall/list/{list}")).Expect(200).Text);

    [GeneratedRegex("data-command=\"([^\"]+)\" data-body=\"(\\{[^}]*\\})\" data-due=\"(\\d+)\"")]
    private static partial Regex Preset();
}
