using System.Diagnostics;
using CommandCenter.Load.Hub;

namespace CommandCenter.Bench.Hub;

/// <summary>So many watchers of one building on one server; knows when the last of them has received a panel.</summary>
internal sealed class WatcherCrowd : IHubListener, IAsyncDisposable
{
    private static readonly string[] Topics = ["units:1"];

    private readonly List<HubClient> _watchers = [];
    private TaskCompletionSource<long> _all = new();
    private int _left;
    private long _deliveries;

    /// <summary>Panels and pulses received, by all.</summary>
    public long Deliveries => Interlocked.Read(ref _deliveries);

    /// <summary>How many there are.</summary>
    public int Count => _watchers.Count;

    /// <summary>The last panel that came.</summary>
    public byte[] Panel { get; private set; } = [];

    /// <summary>Connects more watchers until there are so many.</summary>
    public async Task GrowAsync(Uri server, int count)
    {
        while (_watchers.Count < count)
        {
            var watcher = await HubClient.ConnectAsync(server, this);
            await watcher.InvokeAsync("watch", [HubServers.Operation, Topics]);
            _watchers.Add(watcher);
        }
    }

    /// <summary>Waits for the last of the panels of one change; ask before the change is made.</summary>
    public Task<long> LastArrivalAsync()
    {
        _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _left, Count);
        return _all.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    /// <inheritdoc/>
    public void Called(ReadOnlySpan<byte> record)
    {
        Interlocked.Increment(ref _deliveries);
        if (record.StartsWith("{\"type\":1,\"target\":\"panel\""u8))
        {
            var left = Interlocked.Decrement(ref _left);
            if (left == 0)
            {
                Panel = record.ToArray();
                _all.TrySetResult(Stopwatch.GetTimestamp());
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await Parallel.ForEachAsync(_watchers, static (w, _) => w.DisposeAsync());
}
