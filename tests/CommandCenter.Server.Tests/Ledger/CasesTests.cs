using CommandCenter.Boards;
using CommandCenter.Boards.Households;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Server.Tests.Ledger;

/// <summary>The ledger through HTTP: taken in, handled, answered with a clause, seen by the household.</summary>
public sealed class CasesTests
{
    private static readonly object Request = new { category = "addedMember", channel = "window", household = "h017", text = "新增人口按什么标准？", kind = "complex" };

    [Fact]
    public async Task Matter_FromRegistrationToAnswer_KeepsEveryStepWithWhoAndWhen()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        await day.DoAsync("reception-1", "cases/c1/register", Request);
        await day.DoAsync("reception-1", "cases/c1/note", new { text = "已核对户口簿" });
        await day.DoAsync("reception-1", "cases/c1/interim", new { text = "正在核实", next = "2031-01-01T09:00:00+08:00" });
        await day.DoAsync("reception-1", "cases/c1/assign", new { post = "service-leader" });
        await day.DoAsync("service-leader", "cards/q1/write", new { question = "新增人口按什么标准？", answer = "每人二十平方米", clause = "c16" });
        await day.DoAsync("service-leader", "cases/c1/answer", new { text = "每人二十平方米", clause = "c16", card = "q1" });

        var matter = day.Board("case:c1").GetProperty("matter");
        Assert.Equal(
            ["noted reception-1", "interimReply reception-1", "assigned reception-1", "answered service-leader"],
            matter.GetProperty("file").EnumerateArray().Select(static f => $"{f.GetProperty("kind").GetString()} {f.GetProperty("by").GetProperty("id").GetString()}"));
        Assert.Equal("c16", matter.GetProperty("clause").GetString());
        Assert.Equal(1, day.Board("cards").GetProperty("cards")[0].GetProperty("used").GetInt32());
        var page = Read(await (await day.As("reception-1")).GetAsync("/cases?case=c1"));
        Assert.All(["每人二十平方米", "第十六条", "正在核实", "1 号签到台", "data-topic=\"case:c1\""], text => Assert.Contains(text, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Matter_WithoutClause_DoesNotClose()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        await day.DoAsync("reception-1", "cases/c1/register", Request);

        (await (await day.As("reception-1")).GiveAsync("cases/c1/answer", new { text = "已处理" })).Expect(422, "required");
        (await (await day.As("reception-1")).GiveAsync("cases/c1/answer", new { text = "已处理", clause = "c999" })).Expect(422, "not-found");

        Assert.Equal(1, day.Board("cases").GetProperty("open").GetInt32());
    }

    [Fact]
    public async Task Household_OnItsOwnPage_SeesStateAndAnswer_AndNothingElse()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        var pages = new[] { "h017", "h018" }.Select(h => ((HouseholdBoard)day.Server.Sample.Boards.Read(TopicNames.Of(new HouseholdId(h)))!.Data).Page).ToArray();
        await day.DoAsync("reception-1", "cases/c1/register", Request);
        await day.DoAsync("reception-1", "cases/c1/note", new { text = "内部备注" });
        using var anybody = day.Server.Anybody();
        Assert.Contains("新增人口", Read(await anybody.GetAsync($"/t/{pages[0]}")), StringComparison.Ordinal);

        await day.DoAsync("reception-1", "cases/c1/answer", new { text = "每人二十平方米", clause = "c16" });

        var own = Read(await anybody.GetAsync($"/t/{pages[0]}"));
        Assert.All(["每人二十平方米", "第十六条", "我的事项"], text => Assert.Contains(text, own, StringComparison.Ordinal));
        Assert.All(["内部备注", "按什么标准", "1 号签到台"], text => Assert.DoesNotContain(text, own, StringComparison.Ordinal));
        Assert.DoesNotContain("我的事项", Read(await anybody.GetAsync($"/t/{pages[1]}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HouseholdField_ForAClerk_FindsNumbersWithMaskedNames_AndNoNames()
    {
        await using var server = await TestServer.StartAsync();
        var sheet = (HouseholdBoard)server.Sample.Boards.Read(TopicNames.Of(new HouseholdId("h017")))!.Data;
        var name = sheet.Members[0].Name;
        using var clerk = await server.JoinAsync("clerk-w1");
        using var desk = await server.JoinAsync("reception-1");
        using var observer = await server.JoinAsync("observer");

        var byNumber = await FindAsync(clerk, "17");
        Assert.Equal("h017", byNumber.Json[0].GetProperty("id").GetString());
        Assert.DoesNotContain(name, byNumber.Text, StringComparison.Ordinal);
        Assert.Equal(0, (await FindAsync(clerk, name)).Json.GetArrayLength());
        Assert.Contains(name, (await FindAsync(desk, name)).Text, StringComparison.Ordinal);
        (await observer.GetAsync("/api/operations/sample/cases/households?query=17")).Expect(403, "not-your-post");

        static async Task<Answer> FindAsync(Client client, string query) =>
            (await client.GetAsync($"/api/operations/sample/cases/households?query={Uri.EscapeDataString(query)}")).Expect(200);
    }

    [Fact]
    public async Task Circumstance_RegisteredFromTheList_GetsResponsiblePostAndDueTime()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        var second = day.Board("circumstances").GetProperty("circumstances").EnumerateArray().First(static c => c.GetProperty("listed").GetProperty("category").GetString() == "secondChild");
        var id = second.GetProperty("case").GetString()!;
        await day.DoAsync("commander", $"cases/{id}/register", new
        {
            category = "secondChild", channel = "window", household = second.GetProperty("household").GetString(), text = "二胎指标", kind = "simple", responsible = "service-leader",
        });

        var now = day.Board("circumstances").GetProperty("circumstances").EnumerateArray().First(c => c.GetProperty("case").GetString() == id);
        Assert.Equal(("open", "service-leader"), (now.GetProperty("standing").GetString(), now.GetProperty("responsible").GetProperty("id").GetString()));
        Assert.True(now.TryGetProperty("due", out _));
        Assert.Contains($"/cases?case={id}", (await (await day.As("clerk-w1")).GetAsync("/cases/special")).Expect(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finding_IsAnsweredByTheGroupConcerned_AndByNoOther()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        await day.DoAsync("supervisor", "findings/f1/record", new { entry = 3, group = "order", text = "请说明先行开放的理由" });

        Assert.Contains("请说明先行开放的理由", Read(await (await day.As("order-leader")).GetAsync("/cases")), StringComparison.Ordinal);
        Assert.DoesNotContain("请说明先行开放的理由", Read(await (await day.As("service-leader")).GetAsync("/cases")), StringComparison.Ordinal);
        (await (await day.As("service-leader")).GiveAsync("findings/f1/answer", new { text = "x" })).Expect(403, "not-your-post");
        await day.DoAsync("order-leader", "findings/f1/answer", new { text = "已补充说明" });
        (await (await day.As("commander")).GiveAsync("findings/f1/answer", new { text = "另一答复" })).Expect(409, "finding-answered");
    }

    [Theory]
    [InlineData("/cases", "clerk-w5", "observer")]
    [InlineData("/cases?case=no-such", "reception-1", "screen-hall")]
    [InlineData("/cases/special", "administrator", "drill-director")]
    public async Task Pages_AreShownToStaff_AndSendOthersToTheLogin(string path, string post, string other)
    {
        await using var server = await TestServer.StartAsync();
        using var own = await server.JoinAsync(post);
        using var foreign = await server.JoinAsync(other);

        Assert.DoesNotContain("id=\"enrol\"", (await own.GetAsync(path)).Expect(200).Text, StringComparison.Ordinal);
        Assert.Contains("id=\"enrol\"", (await foreign.GetAsync(path)).Expect(200).Text, StringComparison.Ordinal);
    }

    private static string Read(Answer page) => System.Net.WebUtility.HtmlDecode(page.Expect(200).Text);
}
