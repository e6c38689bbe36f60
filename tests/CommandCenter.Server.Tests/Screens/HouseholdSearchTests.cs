using CommandCenter.Boards;
using CommandCenter.Boards.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Server.Tests.Screens;

public sealed class HouseholdSearchTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private const string Path = "/api/operations/sample/households?query=";

    [Fact]
    public async Task Search_ForEveryPost_IsOpenToThoseWhoMaySeeHouseholds()
    {
        foreach (var post in shared.Server.Sample.Frame.Plan.Posts)
        {
            using var device = await shared.Server.JoinAsync(post.Id.Value);
            var allowed = post.Role is PostRole.Commander or PostRole.Supervisor or PostRole.Reception;
            (await device.GetAsync($"{Path}017")).Expect(allowed ? 200 : 403, allowed ? null : "not-your-post");
        }
    }

    [Fact]
    public async Task Search_WithoutAPost_IsRefused()
    {
        using var anybody = shared.Server.Anybody();

        (await anybody.GetAsync($"{Path}017")).Expect(401, "not-enrolled");
    }

    [Fact]
    public async Task Search_ByNumberNameAndPage_FindsTheHousehold_AndNeverACard()
    {
        using var desk = await shared.Server.JoinAsync("reception-1");
        var sheet = (HouseholdBoard)shared.Server.Sample.Boards.Read(TopicNames.Of(new HouseholdId("h017")))!.Data;

        foreach (var query in new[] { "017", "17", "h017", sheet.Members[0].Name, $"http://hall.local/t/{sheet.Page}" })
        {
            var answer = (await desk.GetAsync(Path + Uri.EscapeDataString(query))).Expect(200);
            Assert.Contains(answer.Json.EnumerateArray(), static h => h.GetProperty("id").GetString() == "h017");
            Assert.DoesNotContain("idTail", answer.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("没有这个人")]
    [InlineData("/t/AAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Search_ForNobody_IsEmpty(string query)
    {
        using var desk = await shared.Server.JoinAsync("reception-1");

        Assert.Equal(0, (await desk.GetAsync(Path + Uri.EscapeDataString(query))).Expect(200).Json.GetArrayLength());
    }

    [Fact]
    public async Task Search_TooOften_IsToldToWait()
    {
        await using var server = await TestServer.StartAsync(TestServer.Wide with { SearchesPerSecond = 1, SearchBurst = 2 });
        using var desk = await server.JoinAsync("reception-1");
        var answers = new List<Answer>();
        for (var i = 0; i < 6; i++)
        {
            answers.Add(await desk.GetAsync($"{Path}1"));
        }

        Assert.Contains(answers, static a => a is { Status: 429, Code: "too-many-requests" });
    }

    [Theory]
    [InlineData("/window/w5", "clerk-w5", "clerk-w6")]
    [InlineData("/window/w5/guest", "clerk-w5", "clerk-w6")]
    [InlineData("/check-in", "reception-1", "clerk-w5")]
    [InlineData("/check-in?household=h017", "reception-1", "observer")]
    [InlineData("/plan", "administrator", "reception-1")]
    public async Task Pages_AreShownToTheirPosts_AndSendOthersToTheLogin(string path, string post, string other)
    {
        using var own = await shared.Server.JoinAsync(post);
        using var foreign = await shared.Server.JoinAsync(other);

        Assert.DoesNotContain("id=\"enrol\"", (await own.GetAsync(path)).Expect(200).Text, StringComparison.Ordinal);
        Assert.Contains("id=\"enrol\"", (await foreign.GetAsync(path)).Expect(200).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/t/abc", 200)]
    [InlineData("/login?code=ABCD", 200)]
    [InlineData("https://elsewhere.example/", 404)]
    [InlineData("/wall", 404)]
    public async Task Codes_AreMadeForAddressesOfThisServerAlone(string path, int status)
    {
        using var anybody = shared.Server.Anybody();

        Assert.Equal(status, (await anybody.GetAsync($"/qr.svg?path={Uri.EscapeDataString(path)}")).Status);
    }
}
