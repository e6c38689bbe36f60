using System.Text;
using CommandCenter.Boards;
using CommandCenter.Domain.Plans;
using CommandCenter.Server.Access;
using CommandCenter.Server.Replay;

namespace CommandCenter.Server.Tests.Access;

/// <summary>A confidential incident with telltale words in every text it has; every topic that there is, for every post and for nobody's.</summary>
public sealed class ConfidentialWalkTests
{
    private const string Telltale = "不宜公开";

    [Fact]
    public async Task EveryTopic_ForEveryPost_SaysWhatIsConfidentialOnlyWhereItMay()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        var type = await TellAsync(day);
        var boards = day.Server.Sample.Boards;
        var permissions = new Permissions(day.Server.Sample.Frame.Plan, boards);
        var told = boards.Topics.Where(topic => Names(boards, topic, type)).ToList();

        Assert.Contains("incident:secret", told);
        Assert.Contains($"group:{type.Owner}", told);
        Assert.Contains("site", boards.Topics);
        foreach (var topic in told)
        {
            Assert.False(permissions.MaySee(null, topic), topic);
            Assert.All(day.Server.Sample.Frame.Plan.Posts, post => Assert.True(
                !permissions.MaySee(post, topic) || MayKnow(post, type), $"{post.Id} reads of it on {topic}."));
        }
    }

    [Fact]
    public async Task MarksOfTheDay_NameNoConfidentialIncident()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        var type = await TellAsync(day);

        var span = await new Reel(day.Server.Sample).SpanAsync(CancellationToken.None);

        Assert.Contains(span.Marks, static m => m.Kind == ReplayMarkKind.Incident);
        Assert.DoesNotContain(span.Marks, m => m.Name is { } name && (name == type.Name || name.Zh.Contains(Telltale, StringComparison.Ordinal)));
    }

    // Raised, noted, ordered, refused, reopened and resolved, each in words that must not get about.
    private static async Task<Playbook> TellAsync(Day day)
    {
        var type = day.Server.Sample.Frame.Plan.Playbooks.First(static p => p.Confidential);
        var leader = $"{type.Owner}-leader";
        await day.DoAsync("clerk-w1", "incidents/secret/raise", new { type = type.Id.Value, zone = "hall", text = $"{Telltale}的事", household = "h007" });
        await day.DoAsync(leader, "incidents/secret/note", new { text = $"{Telltale}的经过" });
        await day.DoAsync(leader, "incidents/secret/severity", new { value = 1, reason = $"{Telltale}的缘由" });
        await day.UntilAsync($"group:{type.Owner}", static board => board.GetProperty("orders").GetArrayLength() == 1);
        await day.DoAsync(leader, $"groups/{type.Owner}/refuse", new { assignment = "secret", reason = $"{Telltale}的难处" });
        await day.DoAsync(leader, "incidents/secret/resolve", new { outcome = $"{Telltale}的结果" });
        await day.DoAsync("commander", "incidents/secret/reopen", new { reason = $"{Telltale}的反复" });
        var due = day.Server.Sample.Clocks.Now.AddMinutes(30);
        await day.DoAsync("commander", $"groups/{type.Owner}/assign", new { text = $"{Telltale}的指令", due, incident = "secret" });
        return type;
    }

    private static bool Names(BoardSet boards, string topic, Playbook type)
    {
        var json = Encoding.UTF8.GetString(BoardJson.Write(boards.Read(topic)!));
        return topic is not "plan"
            && (json.Contains(Telltale, StringComparison.Ordinal) || json.Contains(type.Name.Zh, StringComparison.Ordinal));
    }

    private static bool MayKnow(Post post, Playbook type) =>
        post.Role is PostRole.Commander or PostRole.Supervisor || post.Group == type.Owner;
}
