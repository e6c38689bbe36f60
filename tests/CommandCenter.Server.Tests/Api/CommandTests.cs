namespace CommandCenter.Server.Tests.Api;

/// <summary>What every command has in common: the answer, the repetition, the refusal.</summary>
public sealed class CommandTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private readonly TestServer _server = shared.Server;

    [Fact]
    public async Task Command_Accepted_SaysWhatFollowedAndTheBoardsShowIt()
    {
        using var leader = await _server.JoinAsync("order-leader");

        var answer = (await leader.GiveAsync("groups/order/sign-in", new { member = "order-07" })).Expect(200);

        Assert.Equal(["group.signed-in.v1"], answer.Events);
        Assert.Equal("order-07", answer.Json.GetProperty("events")[0].GetProperty("payload").GetProperty("member").GetString());
        Assert.True(answer.Json.GetProperty("version").GetInt64() >= 1);
        var board = await leader.GetAsync("/api/operations/sample/boards/group:order");
        Assert.True(board.Json.GetProperty("sequence").GetInt64() >= answer.Json.GetProperty("sequence").GetInt64());
        Assert.Contains("\"order-07\"", board.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_SameKeyAgain_SameAnswerAndNothingNew()
    {
        using var leader = await _server.JoinAsync("order-leader");
        var body = new { text = "检查北门", due = DateTimeOffset.UtcNow.AddHours(1) };

        var first = (await leader.GiveAsync("groups/order/assign", body, key: "once")).Expect(200);
        var last = _server.Sample.Boards.Sequence;
        var second = await leader.GiveAsync("groups/order/assign", body, key: "once");

        Assert.Equal(first.Text, second.Text);
        Assert.Equal(last, _server.Sample.Boards.Sequence);
    }

    [Fact]
    public async Task Command_SameKeyByAnotherPost_IsAnotherCommand()
    {
        using var leader = await _server.JoinAsync("order-leader");
        using var commander = await _server.JoinAsync("commander");
        var body = new { text = "巡查停车场", due = DateTimeOffset.UtcNow.AddHours(1) };

        var first = (await leader.GiveAsync("groups/order/assign", body, key: "shared")).Expect(200);
        var second = (await commander.GiveAsync("groups/order/assign", body, key: "shared")).Expect(200);

        Assert.NotEqual(first.Json.GetProperty("sequence").GetInt64(), second.Json.GetProperty("sequence").GetInt64());
    }

    [Fact]
    public async Task Command_KeyUsedForAnotherGrain_IsRefused()
    {
        using var commander = await _server.JoinAsync("commander");
        var body = new { text = "任务", due = DateTimeOffset.UtcNow.AddHours(1) };

        (await commander.GiveAsync("groups/order/assign", body, key: "twice")).Expect(200);
        (await commander.GiveAsync("groups/service/assign", body, key: "twice")).Expect(422, "command-id-reused");
    }

    [Fact]
    public async Task Command_LongestKey_IsTaken()
    {
        using var leader = await _server.JoinAsync("service-leader");
        var key = new string('k', 128);

        var first = (await leader.GiveAsync("groups/service/sign-in", new { member = "service-05" }, key)).Expect(200);
        var second = await leader.GiveAsync("groups/service/sign-in", new { member = "service-05" }, key);

        Assert.Equal(first.Text, second.Text);
    }

    [Fact]
    public async Task Command_NothingFollows_AnswersWithoutEvents()
    {
        using var leader = await _server.JoinAsync("service-leader");
        (await leader.GiveAsync("groups/service/sign-in", new { member = "service-06" })).Expect(200);

        var again = (await leader.GiveAsync("groups/service/sign-in", new { member = "service-06" })).Expect(200);

        Assert.Equal("""{"events":[]}""", again.Text);
    }

    [Theory]
    [InlineData(null, "窗口未开。")]
    [InlineData("zh-CN", "窗口未开。")]
    [InlineData("en", "The window is closed.")]
    [InlineData("de, en-GB;q=0.8, zh;q=0.3", "The window is closed.")]
    [InlineData("fr", "窗口未开。")]
    public async Task Command_AgainstTheRules_IsRefusedInTheLanguageOfTheRequest(string? language, string sentence)
    {
        using var clerk = await _server.JoinAsync("clerk-w9");

        var refusal = (await clerk.GiveAsync("windows/w9/call-next", language: language)).Expect(409, "window-closed");

        Assert.Equal(sentence, refusal.Title);
    }

    [Fact]
    public async Task Command_AgainstTheRules_ChosenLanguageWinsOverTheBrowsers()
    {
        using var clerk = await _server.JoinAsync("clerk-w9");

        var refusal = await clerk.GiveAsync("/api/operations/sample/windows/w9/call-next?culture=en", language: "zh-CN");

        Assert.Equal("The window is closed.", refusal.Title);
    }

    [Fact]
    public async Task Command_ValueBeyondItsRange_NamesFieldAndLimit()
    {
        using var commander = await _server.JoinAsync("commander");

        var long_ = (await commander.GiveAsync("operation/self/suspend", new { sentence = new string('长', 501) })).Expect(422, "text-too-long");
        var past = (await commander.GiveAsync("groups/order/assign", new { text = "x", due = "2020-01-01T00:00:00+08:00" })).Expect(422, "in-the-past");

        Assert.Equal(("sentence", "500"), (long_.Field, long_.Json.GetProperty("detail").GetString()));
        Assert.Equal("due", past.Field);
    }
}
