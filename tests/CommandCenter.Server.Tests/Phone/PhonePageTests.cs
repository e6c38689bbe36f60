using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CommandCenter.Server.Tests.Phone;

/// <summary>The page in the leader's hand and what makes it an application.</summary>
public sealed partial class PhonePageTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private const int MostBytes = 60 * 1024;

    [Fact]
    public async Task Page_WithoutAPost_SendsToTheSignIn()
    {
        using var anybody = shared.Server.Anybody();

        Assert.Contains("id=\"enrol\"", (await anybody.GetAsync("/m")).Expect(200).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("order-leader", "秩序组长", "报告事件")]
    [InlineData("order-gate", "南门岗", "报告事件")]
    [InlineData("commander", "总指挥", "报告事件")]
    [InlineData("clerk-w1", "1 号窗口", "报告事件")]
    public async Task Page_OfEachKindOfPost_ShowsWhatItHolds(string post, string name, string raise)
    {
        using var device = await shared.Server.JoinAsync(post);

        var page = WebUtility.HtmlDecode((await device.GetAsync("/m")).Expect(200).Text);

        Assert.Contains($"<h1>{name}</h1>", page, StringComparison.Ordinal);
        Assert.Contains(raise, page, StringComparison.Ordinal);
        Assert.Contains($"data-post=\"{post}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_InEnglish_HoldsEnglishOnly()
    {
        using var device = await shared.Server.JoinAsync("order-leader");

        var page = WebUtility.HtmlDecode((await device.GetAsync("/m?culture=en")).Expect(200).Text);

        Assert.Contains("Report an incident", page, StringComparison.Ordinal);
        Assert.DoesNotContain("报告", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FirstVisit_AllFilesTogether_WeighsAtMostSixtyKilobytes()
    {
        using var device = await shared.Server.JoinAsync("order-leader");
        var page = (await device.GetAsync("/m")).Expect(200).Text;
        var worker = (await device.GetAsync("/m/worker.js")).Expect(200).Text;
        var files = Links().Matches(page).Select(static m => WebUtility.HtmlDecode(m.Groups[1].Value)).Concat(ShellOf(worker)).Append("/m/worker.js").Append("/m").Distinct().ToList();

        var bytes = 0;
        foreach (var file in files)
        {
            bytes += await WireBytesAsync(device, file);
        }

        // The worker asks for the page once more, to keep it.
        bytes += await WireBytesAsync(device, "/m");
        Assert.True(files.Count >= 6, string.Join(' ', files));
        Assert.InRange(bytes, 1, MostBytes);
    }

    [Fact]
    public async Task Worker_ForEachFileOfItsList_TheServerHasOne()
    {
        using var device = await shared.Server.JoinAsync("order-leader");
        var worker = (await device.GetAsync("/m/worker.js")).Expect(200).Text;

        Assert.NotEmpty(ShellOf(worker));
        foreach (var file in ShellOf(worker))
        {
            (await device.GetAsync(file)).Expect(200);
        }
    }

    [Theory]
    [InlineData("zh", "分房指挥")]
    [InlineData("en", "Command")]
    public async Task Manifest_InTheLanguage_SaysHowToInstall(string culture, string name)
    {
        using var device = await shared.Server.JoinAsync("order-leader");

        var manifest = JsonDocument.Parse((await device.GetAsync($"/m/manifest.webmanifest?culture={culture}")).Expect(200).Text).RootElement;

        Assert.Equal((name, "/m", "standalone"), (manifest.GetProperty("short_name").GetString(), manifest.GetProperty("start_url").GetString(), manifest.GetProperty("display").GetString()));
        foreach (var icon in manifest.GetProperty("icons").EnumerateArray())
        {
            (await device.GetAsync(icon.GetProperty("src").GetString()!)).Expect(200);
        }
    }

    private static string[] ShellOf(string worker) => JsonSerializer.Deserialize<string[]>(Shell().Match(worker).Groups[1].Value)!;

    private static async Task<int> WireBytesAsync(Client device, string path)
    {
        var request = device.Request(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.ParseAdd("br");
        return await device.BytesAsync(request);
    }

    [GeneratedRegex("(?:href|src)=\"(/(?:assets|m)[^\"?]*\\?v=[^\"]*|/m/[^\"]+)\"")]
    private static partial Regex Links();

    [GeneratedRegex(@"self\.SHELL=(\[[^\]]*\]);")]
    private static partial Regex Shell();
}
