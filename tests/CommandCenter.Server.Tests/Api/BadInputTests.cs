using System.Net.Http.Headers;

namespace CommandCenter.Server.Tests.Api;

/// <summary>Whatever is wrong with a request is said, with the field, and nothing happens.</summary>
public sealed class BadInputTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private readonly TestServer _server = shared.Server;

    [Theory]
    [InlineData("{", 400, "malformed-json", null)]
    [InlineData("", 400, "malformed-json", null)]
    [InlineData("{\"type\":\"medical\",\"type\":\"power\"}", 400, "malformed-json", null)]
    [InlineData("{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}}}}}}}}}}}", 400, "malformed-json", null)]
    [InlineData("[]", 400, "wrong-type", null)]
    [InlineData("null", 400, "wrong-type", null)]
    [InlineData("{\"type\":\"medical\",\"zone\":\"hall\",\"text\":\"x\",\"more\":1}", 400, "unknown-field", "more")]
    [InlineData("{\"type\":\"medical\",\"zone\":\"hall\",\"text\":\"x\",\"<b>\":1}", 400, "unknown-field", "?")]
    [InlineData("{\"type\":\"medical\",\"zone\":\"hall\"}", 422, "required", "text")]
    [InlineData("{\"type\":\"medical\",\"zone\":\"hall\",\"text\":null}", 422, "required", "text")]
    [InlineData("{\"type\":\"medical\",\"zone\":\"hall\",\"text\":\"  \"}", 422, "required", "text")]
    [InlineData("{\"type\":\"medical\",\"zone\":\"hall\",\"text\":7}", 400, "wrong-type", "text")]
    [InlineData("{\"type\":\"medical\",\"zone\":\"hall\",\"text\":\"\\ud800\"}", 400, "wrong-type", "text")]
    [InlineData("{\"type\":\"medical\",\"zone\":\"大厅\",\"text\":\"x\"}", 422, "bad-id", "zone")]
    [InlineData("{\"type\":\"medical\",\"zone\":\"nowhere\",\"text\":\"x\"}", 422, "not-found", "zone")]
    [InlineData("{\"type\":\"unheard-of\",\"zone\":\"hall\",\"text\":\"x\"}", 422, "not-found", "type")]
    [InlineData("{\"type\":\"medical\",\"zone\":\"hall\",\"text\":\"x\",\"severity\":\"2\"}", 400, "wrong-type", "severity")]
    [InlineData("{\"type\":\"medical\",\"zone\":\"hall\",\"text\":\"x\",\"severity\":99999999999}", 400, "wrong-type", "severity")]
    [InlineData("{\"type\":\"medical\",\"zone\":\"hall\",\"text\":\"x\",\"severity\":5}", 422, "out-of-range", "severity")]
    [InlineData("{\"type\":\"medical\",\"zone\":\"hall\",\"text\":\"x\",\"household\":\"../h001\"}", 422, "bad-id", "household")]
    public async Task Body_NotRight_SaysWhatAndWhere(string body, int status, string code, string? field)
    {
        using var commander = await _server.JoinAsync("commander");

        var refusal = (await commander.GiveRawAsync("incidents/i-bad/raise", body)).Expect(status, code);

        Assert.Equal(field, refusal.Field);
        Assert.Null(_server.Sample.Boards.Read("incident:i-bad"));
    }

    [Theory]
    [InlineData("{\"type\":\"dailyHuddle\",\"minutes\":\"x\",\"decisions\":[{\"text\":\"x\",\"group\":\"order\",\"due\":\"soon\"}],\"suggestions\":[]}", "decisions[0].due")]
    [InlineData("{\"type\":\"dailyHuddle\",\"minutes\":\"x\",\"decisions\":[{\"text\":\"x\",\"group\":\"order\",\"due\":\"2031-01-01T09:00:00\"}],\"suggestions\":[]}", "decisions[0].due")]
    [InlineData("{\"type\":\"dailyHuddle\",\"minutes\":\"x\",\"decisions\":[{\"text\":\"x\",\"group\":\"order\"}],\"suggestions\":[]}", "decisions[0]")]
    [InlineData("{\"type\":\"dailyHuddle\",\"minutes\":\"x\",\"decisions\":{},\"suggestions\":[]}", "decisions")]
    [InlineData("{\"type\":\"party\",\"minutes\":\"x\",\"decisions\":[],\"suggestions\":[]}", "type")]
    [InlineData("{\"type\":0,\"minutes\":\"x\",\"decisions\":[],\"suggestions\":[]}", "type")]
    public async Task Body_InnerValueOfTheWrongForm_NamesItsPlace(string body, string field)
    {
        using var commander = await _server.JoinAsync("commander");

        var refusal = (await commander.GiveRawAsync("meetings/m-bad/hold", body)).Expect(400, "wrong-type");

        Assert.Equal(field, refusal.Field);
    }

    [Theory]
    [InlineData("daily-huddle")]
    [InlineData("dailyHuddle")]
    public async Task Body_EnumInEitherSpelling_IsTaken(string word)
    {
        using var commander = await _server.JoinAsync("commander");

        var meeting = new { type = word, minutes = "x", decisions = Array.Empty<object>(), suggestions = Array.Empty<string>() };

        (await commander.GiveAsync($"meetings/m-{word.ToLowerInvariant()}/hold", meeting)).Expect(200);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data")]
    public async Task Body_AnotherContentType_IsRefused(string contentType)
    {
        using var commander = await _server.JoinAsync("commander");

        (await commander.GiveRawAsync("operation/self/suspend", "{\"sentence\":\"x\"}", contentType)).Expect(415, "not-json");
    }

    [Fact]
    public async Task Body_TooLarge_IsRefused()
    {
        using var commander = await _server.JoinAsync("commander");

        (await commander.GiveAsync("operation/self/suspend", new { sentence = new string('x', 300_000) })).Expect(413, "too-large");
        (await commander.GiveAsync("operation/self/suspend", new { sentence = "" })).Expect(422, "required");
    }

    [Fact]
    public async Task Body_MissingWhereAllIsOptional_IsTaken()
    {
        using var clerk = await _server.JoinAsync("clerk-w8");

        (await clerk.GiveAsync("windows/w8/open")).Expect(200);
        (await clerk.GiveAsync("windows/w8/close", new { })).Expect(200);
        (await clerk.GiveAsync("windows/w8/close", new { step = "signing" })).Expect(400, "unknown-field");
    }

    [Theory]
    [InlineData(null, "idempotency-key-required")]
    [InlineData("with space", "idempotency-key-invalid")]
    public async Task Key_MissingOrNotRight_IsRefused(string? key, string code)
    {
        using var clerk = await _server.JoinAsync("clerk-w8");
        var request = clerk.Request(HttpMethod.Post, "/api/operations/sample/windows/w8/open");
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        var refusal = (await clerk.SendAsync(request)).Expect(400, code);

        Assert.Equal("Idempotency-Key", refusal.Field);
    }

    [Theory]
    [InlineData("/api/operations/other/windows/w1/open", "operation-unknown")]
    [InlineData("/api/operations/sample/doors/w1/open", "command-unknown")]
    [InlineData("/api/operations/sample/windows/w1/slam", "command-unknown")]
    [InlineData("/api/operations/sample/operation/other/open", "command-unknown")]
    [InlineData("/api/operations/sample/inventory/side/reserve", "command-unknown")]
    [InlineData("/api/operations/sample/windows/open", "not-there")]
    [InlineData("/nowhere", "not-there")]
    public async Task Path_Unknown_IsNotThere(string path, string code)
    {
        using var commander = await _server.JoinAsync("commander");

        (await commander.GiveAsync(path)).Expect(404, code);
    }

    [Theory]
    [InlineData("W1")]
    [InlineData("w%201")]
    [InlineData("%2e%2e%2fetc")]
    [InlineData("窗口")]
    public async Task Id_NotOne_IsRefused(string id)
    {
        using var commander = await _server.JoinAsync("commander");

        var refusal = (await commander.GiveAsync($"windows/{id}/open")).Expect(422, "bad-id");

        Assert.Equal("id", refusal.Field);
    }

    [Fact]
    public async Task Method_NotOffered_IsRefused()
    {
        using var anybody = _server.Anybody();
        foreach (var method in new[] { HttpMethod.Put, HttpMethod.Delete, HttpMethod.Get })
        {
            var answer = await anybody.SendAsync(anybody.Request(method, "/api/operations/sample/windows/w1/open"));
            Assert.True(answer.Status is 404 or 405, $"{method}: {answer.Status}");
        }
    }

    [Fact]
    public async Task Cookie_ThatCannotBeOpened_CountsAsNone()
    {
        using var anybody = _server.Anybody();
        var request = anybody.Request(HttpMethod.Get, "/api/me");
        request.Headers.Add("Cookie", "commandcenter=CfDJ8forged");

        (await anybody.SendAsync(request)).Expect(401, "not-enrolled");
    }

    [Fact]
    public async Task Header_Strange_DoesNoHarm()
    {
        using var anybody = _server.Anybody();
        var request = anybody.Request(HttpMethod.Get, "/api/me?culture=%00");
        request.Headers.TryAddWithoutValidation("Accept-Language", ";;;q=x,,");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));

        (await anybody.SendAsync(request)).Expect(401, "not-enrolled");
    }
}
