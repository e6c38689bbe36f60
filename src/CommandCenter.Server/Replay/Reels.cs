using System.Collections.Concurrent;
using CommandCenter.Server.Operations;

namespace CommandCenter.Server.Replay;

/// <summary>The days that somebody looks back on. One that nobody looked at for a while is let go.</summary>
internal sealed class Reels(TimeProvider system)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<RunningOperation, (Reel Reel, DateTimeOffset Used)> _reels = new();

    /// <summary>The day of an operation.</summary>
    public Reel Of(RunningOperation operation)
    {
        var now = system.GetUtcNow();
        foreach (var (unused, (_, used)) in _reels)
        {
            if (now - used > Kept)
            {
                _reels.TryRemove(unused, out _);
            }
        }

        return _reels.AddOrUpdate(operation, o => (new(o), now), (_, known) => (known.Reel, now)).Reel;
    }
}
