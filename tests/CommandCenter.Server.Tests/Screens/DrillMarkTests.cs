using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using CommandCenter.Boards;
using CommandCenter.Server.Hosting;
using CommandCenter.Server.Operations;
using CommandCenter.Server.Screens.Lists;
using Microsoft.AspNetCore.Routing;

namespace CommandCenter.Server.Tests.Screens;

/// <summary>Nobody takes a drill for the day that counts: every page of the server, found in its own table of routes, says so, and every export.</summary>
public sealed partial class DrillMarkTests : IClassFixture<PublicScreensTests.Demo>
{
    private const string Mark = "演练 DRILL";

    // Of the whole server, or no page for the eye.
    private static readonly string[] Elsewhere = ["/openapi/{documentName}.json", "/login", "/m/worker.js", "/m/manifest.webmanifest", "/qr.svg", "/assets/{name}", "/wall/list/{name}"];
    private static readonly string[] Posts = ["commander", "supervisor", "drill-director", "clerk-w1", "reception-1", "medical-leader", "administrator"];

    private readonly CommandServer _server;
    private readonly RunningOperation _drill;

    public DrillMarkTests(PublicScreensTests.Demo demo) => (_server, _drill) = (demo.Server, demo.Running);

    [Fact]
    public async Task Page_OfADrill_SaysSo_OnScreenAndOnPaper()
    {
        var devices = await JoinAsync();
        var seen = new List<string>();
        foreach (var route in _server.Routes.Where(static r => !r.StartsWith("/api/", StringComparison.Ordinal) && !r.StartsWith("/health", StringComparison.Ordinal)).Except(Elsewhere))
        {
            var path = Fill(route);
            var pages = new List<Answer>();
            foreach (var device in devices)
            {
                pages.Add(await device.GetAsync(path));
            }

            var shown = pages.FirstOrDefault(static p => p.Status == 200);
            Assert.True(shown is not null, $"nobody may see {path}: {string.Join(' ', pages.Select(static p => p.Status))}");
            Assert.True(WebUtility.HtmlDecode(shown.Text).Contains(Mark, StringComparison.Ordinal), path);
            seen.Add(path);
        }

        Assert.True(seen.Count >= 19, string.Join(' ', seen));
    }

    [Fact]
    public async Task List_OfADrill_SaysSo_WhicheverItIs()
    {
        using var commander = await JoinAsync("commander");
        (await commander.GiveAsync($"/api/operations/{_drill.Id}/incidents/marked/raise", new { type = "crowd", zone = "south-gate", severity = 2, text = "推挤" })).Expect(200);
        string[] names =
        [
            "checked-in", "waiting", "queue:signing", "units", "incidents", "incident:marked", "group:order", "orders", "zone:south-gate", "cases", "readiness",
            "forecast", "try:none", "late-lots", "communication", "day",
        ];
        foreach (var name in names)
        {
            var list = WebUtility.HtmlDecode((await commander.GetAsync($"/wall/list/{name}?operation={_drill.Id}")).Expect(200).Text);
            Assert.True(list.Contains(Mark, StringComparison.Ordinal), name);
        }

        // The form for orders is a part of a group's sheet.
        var walked = names.Select(n => WallLists.Find(n, _drill.Frame.Plan)!.Component).Append(typeof(OrderForm)).ToHashSet();
        Assert.Superset(typeof(ListView).Assembly.GetTypes().Where(static t => t.IsSubclassOf(typeof(ListView))).ToHashSet(), walked);
    }

    [Fact]
    public async Task Export_OfADrill_SaysSo_InItsNameAndInEachFile()
    {
        using var supervisor = await JoinAsync("supervisor");

        var evidence = await supervisor.GetAsync($"/api/operations/{_drill.Id}/evidence");
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = supervisor.Cookies });
        using var zip = new ZipArchive(await http.GetStreamAsync(new Uri(new(_server.Addresses.Single()), $"/api/operations/{_drill.Id}/evidence")));
        Assert.StartsWith(Mark, Read(zip, "README.txt"), StringComparison.Ordinal);
        Assert.All(Read(zip, "journal.ndjson").Split('\n', StringSplitOptions.RemoveEmptyEntries), static l => Assert.Contains(Mark, l, StringComparison.Ordinal));
        Assert.Contains("\"mode\": \"drill\"", Read(zip, "checkpoint.json"), StringComparison.Ordinal);
        Assert.Contains("\"mode\":\"drill\"", Read(zip, "supervision.json"), StringComparison.Ordinal);
        var listed = (await supervisor.GetAsync($"/api/operations/{_drill.Id}")).Expect(200);

        Assert.StartsWith("evidence-DRILL-demo-", evidence.Expect(200).FileName, StringComparison.Ordinal);
        Assert.Equal("drill", listed.Json.GetProperty("mode").GetString());
    }

    private static string Read(ZipArchive zip, string name) => new StreamReader(zip.GetEntry(name)!.Open()).ReadToEnd();

    private async Task<List<Client>> JoinAsync()
    {
        var devices = new List<Client>();
        foreach (var post in Posts)
        {
            devices.Add(await JoinAsync(post));
        }

        return devices;
    }

    private async Task<Client> JoinAsync(string post)
    {
        var device = new Client(new(_server.Addresses.Single()));
        await device.JoinAsync(_server.Codes.Issue(_drill.Id, [new(post)])[0]);
        return device;
    }

    private string Fill(string route)
    {
        var path = Value().Replace(route, m => m.Value switch
        {
            "{token}" => _drill.Boards.Topics.First(static t => t.StartsWith("ticket:", StringComparison.Ordinal))["ticket:".Length..],
            "{id}" => "w1",
            _ => throw new InvalidOperationException($"No test knows what {m.Value} of {route} is."),
        });
        return $"{path}?operation={_drill.Id}";
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Value();
}
