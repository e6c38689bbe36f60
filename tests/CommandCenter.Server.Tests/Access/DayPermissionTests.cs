namespace CommandCenter.Server.Tests.Access;

/// <summary>Permissions that depend on the day: who stands at the window, who owns an incident, who answers for a matter.</summary>
public sealed class DayPermissionTests
{
    [Fact]
    public async Task Selection_OnlyTheWindowsOwnClerk_ReservesReleasesAndDeclines()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        var household = await day.BringToSelectionAsync();
        await day.DoAsync("clerk-w6", "windows/w6/open");
        var reserve = new { household, unit = "1-201", window = "w5" };

        (await (await day.As("clerk-w6")).GiveAsync("inventory/main/reserve", reserve)).Expect(403, "not-your-post");
        await day.DoAsync("clerk-w5", "inventory/main/reserve", reserve);
        (await (await day.As("clerk-w6")).GiveAsync("inventory/main/release", new { unit = "1-201" })).Expect(403, "not-your-post");
        (await (await day.As("clerk-w6")).GiveAsync($"households/{household}/decline", new { reason = "x" })).Expect(403, "not-your-post");
        (await (await day.As("clerk-w5")).GiveAsync("inventory/main/release", new { unit = "1-202" })).Expect(403, "not-your-post");
        await day.DoAsync("clerk-w5", "inventory/main/release", new { unit = "1-201" });
        await day.DoAsync("clerk-w5", $"households/{household}/decline", new { reason = "没有合适的房源" });
    }

    [Fact]
    public async Task Repetition_AfterThePermissionHasGone_GetsItsAnswer()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        var household = await day.BringToSelectionAsync();
        await day.DoAsync("clerk-w5", "inventory/main/reserve", new { household, unit = "1-201", window = "w5" });

        var first = await day.DoAsync("clerk-w5", "inventory/main/release", new { unit = "1-201" }, key: "release");
        var second = await day.DoAsync("clerk-w5", "inventory/main/release", new { unit = "1-201" }, key: "release");

        Assert.Equal(first.Text, second.Text);
        (await (await day.As("clerk-w5")).GiveAsync("inventory/main/release", new { unit = "1-201" })).Expect(403, "not-your-post");
    }

    [Fact]
    public async Task Incident_OfAnotherGroup_IsTheOwnersToHandle()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        await day.DoAsync("clerk-w1", "incidents/i1/raise", new { type = "crowd", zone = "south-gate", text = "推挤" });

        (await (await day.As("medical-leader")).GiveAsync("incidents/i1/acknowledge")).Expect(403, "not-your-post");
        await day.DoAsync("order-gate", "incidents/i1/acknowledge");
        (await (await day.As("order-gate")).GiveAsync("incidents/i1/reassign", new { group = "medical", reason = "x" })).Expect(403, "not-your-post");
        await day.DoAsync("order-leader", "incidents/i1/reassign", new { group = "medical", reason = "有人受伤" });
        await day.DoAsync("medical-leader", "incidents/i1/acknowledge");
        (await (await day.As("medical-leader")).GiveAsync("incidents/i1/close", new { review = "x" })).Expect(403, "not-your-post");
    }

    [Fact]
    public async Task Merge_IntoAnIncidentThatIsNotThereOrIsGoneItself_IsRefused()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        foreach (var id in new[] { "i1", "i2", "i3" })
        {
            await day.DoAsync("clerk-w1", $"incidents/{id}/raise", new { type = "crowd", zone = "south-gate", text = "推挤" });
        }

        (await (await day.As("order-leader")).GiveAsync("incidents/i1/merge", new { into = "no-such" })).Expect(409, "incident-unknown");
        var merged = await day.DoAsync("order-leader", "incidents/i1/merge", new { into = "i2" }, key: "merge");
        (await (await day.As("order-leader")).GiveAsync("incidents/i3/merge", new { into = "i1" })).Expect(409, "incident-merged");

        await day.DoAsync("commander", "incidents/i2/merge", new { into = "i3" });
        Assert.Equal(merged.Text, (await day.DoAsync("order-leader", "incidents/i1/merge", new { into = "i2" }, key: "merge")).Text);
    }

    [Fact]
    public async Task Incident_Confidential_IsShownToOwnerCommandAndSupervisionOnly()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        var type = day.Server.Sample.Frame.Plan.Playbooks.First(static p => p.Confidential);
        await day.DoAsync("clerk-w1", "incidents/secret/raise", new { type = type.Id.Value, zone = "hall", text = "不宜公开的事" });

        foreach (var post in day.Server.Sample.Frame.Plan.Posts)
        {
            var mayRead = post.Id.Value.Contains("commander", StringComparison.Ordinal) || post.Id.Value.StartsWith("supervisor", StringComparison.Ordinal)
                || (post.Group == type.Owner && post.Role.ToString() != "Screen");
            var answer = await (await day.As(post.Id.Value)).GetAsync("/api/operations/sample/boards/incident:secret");
            Assert.True(answer.Status == (mayRead ? 200 : 403), $"{post.Id}: {answer.Status}");
            foreach (var topic in new[] { "site", "timeline", "state", "flow", "hall", $"group:{type.Owner}", "group:command" })
            {
                var other = await (await day.As(post.Id.Value)).GetAsync($"/api/operations/sample/boards/{topic}");
                Assert.DoesNotContain("不宜公开的事", other.Text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Case_ByThePostThatAnswersForIt_IsAnswered()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        await day.DoAsync("reception-1", "cases/c1/register", new { category = "request", channel = "reception", text = "想核对面积", kind = "complex" });
        var answer = new { text = "已核对", clause = "c12" };

        (await (await day.As("reception-2")).GiveAsync("cases/c1/answer", answer)).Expect(403, "not-your-post");
        await day.DoAsync("reception-1", "cases/c1/assign", new { post = "service-leader" });
        (await (await day.As("reception-1")).GiveAsync("cases/c1/answer", answer)).Expect(403, "not-your-post");
        await day.DoAsync("service-leader", "cases/c1/answer", answer);
        (await (await day.As("service-leader")).GiveAsync("cases/c1/reopen", new { reason = "x" })).Expect(403, "not-your-post");
        await day.DoAsync("reception-2", "cases/c1/reopen", new { reason = "住户有新材料" });
    }
}
