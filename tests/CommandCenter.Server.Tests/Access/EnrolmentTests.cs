using System.Text.Json;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Server.Tests.Access;

/// <summary>Joining, leaving, revoking; over HTTP.</summary>
public sealed class EnrolmentTests
{
    [Fact]
    public async Task Join_WithACode_GivesAPostAndACookieOutOfReach()
    {
        await using var server = await TestServer.StartAsync();
        using var device = server.Anybody();
        (await device.GetAsync("/api/me")).Expect(401, "not-enrolled");

        var answer = (await device.PostAsync("/api/enrol", new { code = Code(server, "clerk-w3"), device = "窗口电脑" })).Expect(200);
        var me = (await device.GetAsync("/api/me")).Expect(200);

        Assert.Equal(answer.Text, me.Text);
        Assert.Equal(("sample", "clerk-w3", "clerk", "w3"), (Text(me, "operation"), Text(me, "post"), Text(me, "role"), Text(me, "window")));
        var cookie = Assert.Single(answer.SetCookies);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("clerk-w3", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Join_WithAUsedCode_IsRefused()
    {
        await using var server = await TestServer.StartAsync();
        using var first = server.Anybody();
        using var second = server.Anybody();
        var code = Code(server, "clerk-w3");

        (await first.PostAsync("/api/enrol", new { code, device = "a" })).Expect(200);
        var refusal = (await second.PostAsync("/api/enrol", new { code, device = "b" })).Expect(422, "code-invalid");

        Assert.Equal("code", refusal.Field);
        Assert.Empty(refusal.SetCookies);
    }

    [Fact]
    public async Task Join_ManyAtOnceWithOneCode_OneGetsIn()
    {
        await using var server = await TestServer.StartAsync();
        var code = Code(server, "clerk-w3");
        var devices = Enumerable.Range(0, 24).Select(_ => server.Anybody()).ToList();

        var answers = await Task.WhenAll(devices.Select(d => d.PostAsync("/api/enrol", new { code, device = "x" })));

        Assert.Single(answers, static a => a.Status == 200);
        devices.ForEach(static d => d.Dispose());
    }

    [Theory]
    [InlineData("""{"code":"ABCD2345"}""", 422, "required", "device")]
    [InlineData("""{"code":"ABCD2345","device":""}""", 422, "required", "device")]
    [InlineData("""{"code":"ABCD2345","device":"x"}""", 422, "code-invalid", "code")]
    [InlineData("""{"code":"","device":"x"}""", 422, "code-invalid", "code")]
    [InlineData("""{"code":"../../x","device":"x"}""", 422, "code-invalid", "code")]
    [InlineData("""{"code":12345678,"device":"x"}""", 400, "wrong-type", "code")]
    [InlineData("""{"code":"ABCD2345","device":"x","post":"commander"}""", 400, "unknown-field", "post")]
    public async Task Join_NotRight_SaysWhy(string body, int status, string code, string field)
    {
        await using var server = await TestServer.StartAsync();
        using var device = server.Anybody();

        var refusal = (await device.GiveRawAsync("/api/enrol", body)).Expect(status, code);

        Assert.Equal(field, refusal.Field);
    }

    [Fact]
    public async Task Join_TooOftenFromOneAddress_HasToWait()
    {
        await using var server = await TestServer.StartAsync(TestServer.Wide with { EnrolmentsPerMinute = 3 });
        using var device = server.Anybody();
        for (var i = 0; i < 3; i++)
        {
            (await device.PostAsync("/api/enrol", new { code = "ABCD2345", device = "x" })).Expect(422);
        }

        var refusal = (await device.PostAsync("/api/enrol", new { code = Code(server, "clerk-w3"), device = "x" })).Expect(429, "too-many-requests");

        Assert.InRange(refusal.RetryAfter ?? 0, 1, 60);
    }

    [Fact]
    public async Task Commands_TooManyOfOnePost_HaveToWaitAndOthersGoOn()
    {
        await using var server = await TestServer.StartAsync(TestServer.Wide with { CommandBurst = 3, CommandsPerSecond = 1 });
        using var clerk = await server.JoinAsync("clerk-w3");
        using var other = await server.JoinAsync("clerk-w4");

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => clerk.GiveAsync("windows/w3/call-next")));

        Assert.Contains(answers, static a => a is { Status: 409 });
        var refusal = answers.First(static a => a.Status == 429).Expect(429, "too-many-requests");
        Assert.InRange(refusal.RetryAfter ?? 0, 1, 60);
        (await other.GiveAsync("windows/w4/call-next")).Expect(409);
    }

    [Fact]
    public async Task Leave_ThenAsked_IsNobody()
    {
        await using var server = await TestServer.StartAsync();
        using var device = await server.JoinAsync("clerk-w3");
        var kept = device.Cookies.GetAllCookies()["commandcenter"]!.Value;

        (await device.PostAsync("/api/leave", null)).Expect(204);

        (await device.GetAsync("/api/me")).Expect(401);
        using var thief = server.Anybody();
        thief.Cookies.Add(server.Address, new System.Net.Cookie("commandcenter", kept));
        (await thief.GetAsync("/api/me")).Expect(401);
    }

    [Fact]
    public async Task Device_Revoked_IsOutWithItsNextRequest()
    {
        await using var server = await TestServer.StartAsync();
        using var administrator = await server.JoinAsync("administrator");
        using var clerk = await server.JoinAsync("clerk-w3");
        var devices = (await administrator.GetAsync("/api/operations/sample/devices")).Expect(200).Json;
        var id = devices.EnumerateArray().Single(static d => d.GetProperty("post").GetString() == "clerk-w3").GetProperty("id").GetString();

        (await clerk.PostAsync($"/api/operations/sample/devices/{id}/revoke", null)).Expect(403, "not-your-post");
        (await administrator.PostAsync($"/api/operations/sample/devices/{id}/revoke", null)).Expect(204);

        (await clerk.GetAsync("/api/me")).Expect(401);
        (await clerk.GiveAsync("windows/w3/open")).Expect(401, "not-enrolled");
        (await administrator.PostAsync($"/api/operations/sample/devices/{id}/revoke", null)).Expect(404, "device-unknown");
        (await administrator.PostAsync("/api/operations/sample/devices/..%2f..%2fx/revoke", null)).Expect(404, "device-unknown");
    }

    [Fact]
    public async Task Code_IssuedByTheAdministrator_LetsADeviceIn()
    {
        await using var server = await TestServer.StartAsync();
        using var administrator = await server.JoinAsync("administrator");
        using var device = server.Anybody();

        var issued = (await administrator.PostAsync("/api/operations/sample/posts/reception-1/code", null)).Expect(200);
        await device.JoinAsync(Text(issued, "code")!);

        Assert.Equal("reception-1", Text(await device.GetAsync("/api/me"), "post"));
        (await administrator.PostAsync("/api/operations/sample/posts/nobody/code", null)).Expect(404, "post-unknown");
        (await device.PostAsync("/api/operations/sample/posts/commander/code", null)).Expect(403, "not-your-post");
    }

    [Theory]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Request_FromAnotherSite_IsRefused(string header, string value)
    {
        await using var server = await TestServer.StartAsync();
        using var clerk = await server.JoinAsync("clerk-w3");
        var request = clerk.Request(HttpMethod.Post, "/api/operations/sample/windows/w3/open");
        request.Headers.Add("Idempotency-Key", "k");
        request.Headers.TryAddWithoutValidation(header, value);

        (await clerk.SendAsync(request)).Expect(403, "cross-origin");
    }

    [Fact]
    public async Task Request_FromItsOwnPage_IsTaken()
    {
        await using var server = await TestServer.StartAsync();
        using var clerk = await server.JoinAsync("clerk-w3");
        var request = clerk.Request(HttpMethod.Post, "/api/operations/sample/windows/w3/open");
        request.Headers.Add("Idempotency-Key", "k");
        request.Headers.Add("Origin", server.Address.GetLeftPart(UriPartial.Authority));
        request.Headers.Add("Sec-Fetch-Site", "same-origin");

        (await clerk.SendAsync(request)).Expect(200);
    }

    private static string Code(TestServer server, string post) => server.Codes.Issue(new OperationId("sample"), [new PostId(post)])[0];

    private static string? Text(Answer answer, string member) =>
        answer.Json.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
