using System.Globalization;
using CommandCenter.Journal;
using CommandCenter.Server.Forecasts;
using CommandCenter.Server.Nodes;
using CommandCenter.Server.Operations;
using CommandCenter.Server.Screens;
using Microsoft.AspNetCore.SignalR;

namespace CommandCenter.Server.Push;

/// <summary>
/// Pushes one operation: each changed topic is rendered once per language that somebody watches, and sent to its group;
/// the first change at once, then at most ten times a second. A pulse goes out every second.
/// </summary>
public sealed partial class OperationPush(
    PanelCache panels, Watchers watchers, LivePosts posts, INodes nodes, ForecastDesk forecasts, RecentAnnouncements recent, IHubContext<LiveHub> hub,
    TimeProvider time, ILogger<OperationPush> logger) : IFeedSubscriber, IDisposable
{
    private static readonly TimeSpan AtMostEvery = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan PulseEvery = TimeSpan.FromSeconds(1);

    private readonly ILogger _logger = logger;
    private readonly SemaphoreSlim _changed = new(0, 1);
    private readonly Dictionary<string, long> _lastSent = [];
    private readonly Dictionary<string, long> _due = [];
    private readonly Queue<Announcement> _announcements = new();
    private volatile bool _postsChanged;
    private volatile bool _forecastChanged;

    /// <inheritdoc/>
    public void Apply(JournalEntry entry)
    {
        if (Announcement.Of(entry) is { } announcement)
        {
            lock (_announcements)
            {
                _announcements.Enqueue(announcement);
            }
        }

        Wake();
    }

    /// <summary>Pushes until cancelled.</summary>
    public async Task RunAsync(RunningOperation operation, CancellationToken cancellationToken)
    {
        using var fresh = forecasts.Subscribe(made =>
        {
            if (made == operation.Id)
            {
                _forecastChanged = true;
                Wake();
            }
        });
        await Task.WhenAll(PushAsync(operation, cancellationToken), PulseAsync(operation, cancellationToken));
    }

    /// <inheritdoc/>
    public void Dispose() => _changed.Dispose();

    private void Wake()
    {
        try
        {
            _changed.Release();
        }
        catch (Exception e) when (e is SemaphoreFullException or ObjectDisposedException)
        {
            // Awake already, or the server stops.
        }
    }

    private async Task PushAsync(RunningOperation operation, CancellationToken stop)
    {
        await Task.Yield();
        while (!stop.IsCancellationRequested)
        {
            await ((Task)_changed.WaitAsync(UntilNext(), stop)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await AnnounceAsync(operation);
                Collect(operation);
                await SendDueAsync(operation);
            }
            catch (Exception e)
            {
                // A failed push is counted and dropped; the screen catches up by sequence.
                LogPushFailed(operation.Id.Value, e);
            }
        }
    }

    private void Collect(RunningOperation operation)
    {
        var now = time.GetTimestamp();
        if (_postsChanged)
        {
            _postsChanged = false;
            Mark(LivePosts.Topic, now);
        }

        if (_forecastChanged)
        {
            _forecastChanged = false;
            MarkForecast(operation, now);
        }

        foreach (var topic in operation.Boards.TakeChanged())
        {
            Mark(topic, now);
            if (GuestTopic.From(topic) is { } guest)
            {
                Mark(guest, now);
            }

            foreach (var phone in PhoneTopic.From(topic, operation.Frame.Plan))
            {
                Mark(phone, now);
            }

            if (NowBoard.Sources.Contains(topic))
            {
                Mark(NowBoard.Topic, now);
            }
        }
    }

    private void MarkForecast(RunningOperation operation, long now)
    {
        Mark(ForecastTopics.Forecast, now);
        Mark(ForecastTopics.Outlook, now);
        Mark(ForecastTopics.LateLots, now);
        foreach (var page in forecasts.Of(operation.Id)?.Pages ?? [])
        {
            Mark(ForecastTopics.OfPage(page), now);
        }
    }

    private void Mark(string topic, long now)
    {
        var step = (long)(AtMostEvery.TotalSeconds * time.TimestampFrequency);
        _due.TryAdd(topic, _lastSent.TryGetValue(topic, out var last) ? Math.Max(now, last + step) : now);
    }

    private int UntilNext()
    {
        if (_due.Count == 0)
        {
            return Timeout.Infinite;
        }

        var left = time.GetElapsedTime(time.GetTimestamp(), _due.Values.Min());
        return (int)Math.Clamp(Math.Ceiling(left.TotalMilliseconds), 0, AtMostEvery.TotalMilliseconds);
    }

    private async Task SendDueAsync(RunningOperation operation)
    {
        var now = time.GetTimestamp();
        foreach (var topic in _due.Where(d => d.Value <= now).Select(static d => d.Key).ToList())
        {
            _due.Remove(topic);
            _lastSent[topic] = now;
            foreach (var language in Languages.All)
            {
                await SendAsync(operation, topic, language);
            }
        }
    }

    private async Task SendAsync(RunningOperation operation, string topic, CultureInfo language)
    {
        if (watchers.Any(operation.Id.Value, topic, language.Name) && await panels.GetAsync(operation, topic, language) is { } panel)
        {
            await hub.Clients.Group(Watchers.Group(operation.Id.Value, topic, language.Name))
                .SendAsync("panel", topic, panel.Sequence, panel.Wire);
            PushMetrics.Sent(topic);
        }
    }

    private async Task AnnounceAsync(RunningOperation operation)
    {
        while (true)
        {
            Announcement? next;
            lock (_announcements)
            {
                if (!_announcements.TryDequeue(out next))
                {
                    return;
                }
            }

            recent.Add(operation.Id, next);
            foreach (var language in Languages.All)
            {
                if (next.Text(operation.Frame.Plan, language) is { } text)
                {
                    await hub.Clients.Group(Watchers.Group(operation.Id.Value, Boards.TopicNames.Hall, language.Name))
                        .SendAsync("announce", operation.Id.Value, next.Sequence, text, language.Name);
                }
            }
        }
    }

    private async Task PulseAsync(RunningOperation operation, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(PulseEvery, time);
        while (await Next(timer, stop))
        {
            // A pulse says that what is shown is the newest there is. Cut off from the store nobody can say so.
            if (!operation.IsConnected)
            {
                continue;
            }

            try
            {
                await SendPulseAsync(operation, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // The line to the store may go in the middle of a pulse; the next one comes in a second.
                LogPulseFailed(operation.Id.Value, e);
            }
        }
    }

    private async Task SendPulseAsync(RunningOperation operation, CancellationToken stop)
    {
        if (nodes.AreMany)
        {
            posts.Seen(operation.Id, await nodes.MeetAsync(operation.Id, posts.Here(operation.Id)), operation.Now);
        }

        if (posts.HasChanged(operation.Id))
        {
            _postsChanged = true;
            Wake();
        }

        // To ask who is there may have taken as long as a call may take; the line may have gone meanwhile.
        if (!operation.IsConnected)
        {
            return;
        }

        await hub.Clients.Group(Watchers.Everyone(operation.Id.Value))
            .SendAsync("pulse", operation.Id.Value, operation.Boards.Sequence, Moments.Iso(operation.Clocks.Now), operation.Speed, stop);
    }

    private static async ValueTask<bool> Next(PeriodicTimer timer, CancellationToken stop)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    // Event ids 2200–2299; never used again for something else.
    [LoggerMessage(2200, LogLevel.Warning, "A push of {Operation} failed; its screens catch up by sequence.")]
    private partial void LogPushFailed(string operation, Exception exception);

    [LoggerMessage(2201, LogLevel.Warning, "A pulse of {Operation} failed; the next one comes in a second.")]
    private partial void LogPulseFailed(string operation, Exception exception);
}
