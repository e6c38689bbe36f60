using System.Globalization;
using CommandCenter.Server.Access;
using CommandCenter.Server.Forecasts;
using CommandCenter.Server.Operations;
using CommandCenter.Server.Screens;
using Microsoft.AspNetCore.SignalR;

namespace CommandCenter.Server.Push;

/// <summary>
/// The hub <c>/live</c>. Screens watch topics and catch up by sequence; commands never come this way. A topic that the post
/// may not see is refused with a hub exception that says so.
/// </summary>
public sealed class LiveHub(
    OperationRegistry operations, PanelCache panels, Watchers watchers, LivePosts posts, RecentAnnouncements announcements) : Hub
{
    private const int MostTopics = 128;
    private const int LongestTopic = 160;

    /// <summary>Watches topics of an operation.</summary>
    public async Task Watch(string operation, string[] topics)
    {
        var running = Find(operation);
        Check(running, topics);
        await Groups.AddToGroupAsync(Context.ConnectionId, Watchers.Everyone(operation));
        foreach (var topic in topics)
        {
            if (Watched.Count < MostTopics && Watched.Add((operation, topic)))
            {
                watchers.Add(operation, topic, Language.Name);
                await Groups.AddToGroupAsync(Context.ConnectionId, Watchers.Group(operation, topic, Language.Name));
            }
        }
    }

    /// <summary>No longer watches topics.</summary>
    public async Task Unwatch(string operation, string[] topics)
    {
        foreach (var topic in topics ?? [])
        {
            if (Watched.Remove((operation, topic)))
            {
                watchers.Remove(operation, topic, Language.Name);
                await Groups.RemoveFromGroupAsync(Context.ConnectionId, Watchers.Group(operation, topic, Language.Name));
            }
        }
    }

    /// <summary>
    /// Sends the topic's panel where it is newer than what the screen has; to a hall also what was announced since, as far
    /// as it is still of use.
    /// </summary>
    public async Task Since(string operation, string topic, long sequence)
    {
        var running = Find(operation);
        Check(running, [topic]);
        if (await panels.GetAsync(running, topic, Language) is not { } panel)
        {
            await Clients.Caller.SendAsync("gone", topic);
            return;
        }

        if (panel.Sequence > sequence)
        {
            await Clients.Caller.SendAsync("panel", topic, panel.Sequence, panel.Wire);
        }

        if (topic == Boards.TopicNames.Hall)
        {
            await SayMissedAsync(running, sequence);
        }
    }

    /// <inheritdoc/>
    public override Task OnConnectedAsync()
    {
        PushMetrics.Connected(1);
        if (Caller is { } caller)
        {
            posts.Enter(caller.Operation, caller.Post);
        }

        return base.OnConnectedAsync();
    }

    /// <inheritdoc/>
    public override Task OnDisconnectedAsync(Exception? exception)
    {
        PushMetrics.Connected(-1);
        if (Caller is { } caller)
        {
            posts.Leave(caller.Operation, caller.Post, operations.Find(caller.Operation.Value)?.Running?.Now);
        }

        foreach (var (operation, topic) in Watched)
        {
            watchers.Remove(operation, topic, Language.Name);
        }

        return base.OnDisconnectedAsync(exception);
    }

    private async Task SayMissedAsync(RunningOperation running, long sequence)
    {
        foreach (var missed in announcements.Since(running.Id, sequence, running.Now))
        {
            if (missed.Text(running.Frame.Plan, Language) is { } text)
            {
                await Clients.Caller.SendAsync("announce", running.Id.Value, missed.Sequence, text, Language.Name);
            }
        }
    }

    private CultureInfo Language => Languages.Of(Context.GetHttpContext()?.Request.Query["culture"]);

    private Caller? Caller => Context.GetHttpContext() is { } http ? DeviceCookie.CallerOf(http) : null;

    private HashSet<(string Operation, string Topic)> Watched =>
        (HashSet<(string, string)>)(Context.Items.TryGetValue(nameof(Watched), out var known)
            ? known!
            : Context.Items[nameof(Watched)] = new HashSet<(string, string)>());

    private RunningOperation Find(string operation) =>
        operations.Find(operation ?? "")?.Running ?? throw new HubException("operation-not-found: there is no such operation.");

    private void Check(RunningOperation running, string[]? topics)
    {
        if (topics is null || topics.Length > MostTopics || topics.Any(static t => t is not { Length: > 0 and <= LongestTopic }))
        {
            throw new HubException("topics-malformed: a list of at most 128 topics is expected.");
        }

        var post = Caller is { } caller && caller.Operation == running.Id ? running.Frame.Plan.FindPost(caller.Post) : null;
        var permissions = new Permissions(running.Frame.Plan, running.Boards);
        foreach (var topic in topics)
        {
            var seen = topic == NowBoard.Topic ? Boards.TopicNames.Site : ForecastTopics.SourceOf(PhoneTopic.SourceOf(GuestTopic.SourceOf(topic)));
            if (!permissions.MaySee(post, seen))
            {
                throw new HubException($"topic-not-allowed: your post may not see '{topic}'.");
            }
        }
    }
}
