using System.Collections.Immutable;
using CommandCenter.Domain.Identity;
using CommandCenter.Server.Access;

namespace CommandCenter.Server.Push;

/// <summary>A post whose devices are all off the line.</summary>
/// <param name="Post">The post.</param>
/// <param name="Since">Operation time at which the last one left; null where none has been here since the server started.</param>
public sealed record UnreachablePost(PostId Post, DateTimeOffset? Since);

/// <summary>
/// Which posts can be reached: those that devices have joined, and of which one at least is on the line, here or at another process.
/// No fact of the day, so nothing of it is in the journal. Safe on any thread.
/// </summary>
/// <param name="devices">Who has joined.</param>
/// <param name="time">The machine's time.</param>
public sealed class LivePosts(Devices devices, TimeProvider time)
{
    /// <summary>The topic under which the list is pushed; it has no board in the API.</summary>
    public const string Topic = "posts";

    // A phone changes cells and comes back; nobody walks over for that.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    // What another process has taken in or put out is noticed that soon.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    // Whoever has heard nothing of the others for so long may have missed what they said.
    private static readonly TimeSpan Blind = TimeSpan.FromSeconds(3);

    private readonly Lock _lock = new();
    private readonly Dictionary<(OperationId Operation, PostId Post), Line> _lines = [];
    private readonly Dictionary<OperationId, Roster> _rosters = [];
    private readonly Dictionary<OperationId, long> _heard = [];
    private readonly Dictionary<OperationId, (ImmutableArray<UnreachablePost> Posts, long Version)> _shown = [];

    /// <summary>A device of the post is on the line.</summary>
    public void Enter(OperationId operation, PostId post)
    {
        lock (_lock)
        {
            var line = _lines.GetValueOrDefault((operation, post));
            _lines[(operation, post)] = line with { Connections = line.Connections + 1 };
        }
    }

    /// <summary>A device of the post has left it.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="post">The post.</param>
    /// <param name="now">Operation time.</param>
    public void Leave(OperationId operation, PostId post, DateTimeOffset? now)
    {
        lock (_lock)
        {
            var line = _lines.GetValueOrDefault((operation, post));
            _lines[(operation, post)] = new(Math.Max(0, line.Connections - 1), now, time.GetTimestamp());
        }
    }

    /// <summary>The posts of an operation that are on the line here.</summary>
    public ImmutableArray<PostId> Here(OperationId operation)
    {
        lock (_lock)
        {
            return [.. _lines.Where(l => l.Key.Operation == operation && l.Value.Connections > 0).Select(static l => l.Key.Post)];
        }
    }

    /// <summary>
    /// Posts are on the line at other processes. A moment without word from them says nothing about anybody: whoever could be reached
    /// before it still counts as reachable.
    /// </summary>
    /// <param name="operation">The operation.</param>
    /// <param name="elsewhere">The posts; null where nobody can say.</param>
    /// <param name="now">Operation time.</param>
    public void Seen(OperationId operation, IReadOnlyCollection<PostId>? elsewhere, DateTimeOffset now)
    {
        lock (_lock)
        {
            var heard = _heard.GetValueOrDefault(operation, time.GetTimestamp());
            var isBlind = elsewhere is null || time.GetElapsedTime(heard) >= Blind;
            foreach (var post in Joined(operation))
            {
                var line = _lines[(operation, post)];
                if (line.Connections > 0)
                {
                    continue;
                }

                if (elsewhere?.Contains(post) == true)
                {
                    _lines[(operation, post)] = new(0, now, time.GetTimestamp());
                }
                else if (isBlind && time.GetElapsedTime(line.LeftAt, heard) < Grace)
                {
                    _lines[(operation, post)] = line with { LeftAt = time.GetTimestamp() };
                }
            }

            _heard[operation] = time.GetTimestamp();
        }
    }

    /// <summary>The posts of an operation that cannot be reached, those that left first before the others.</summary>
    public ImmutableArray<UnreachablePost> Of(OperationId operation)
    {
        lock (_lock)
        {
            return
            [
                .. Joined(operation)
                    .Select(post => (Post: post, Line: _lines.GetValueOrDefault((operation, post))))
                    .Where(p => p.Line.Connections == 0 && time.GetElapsedTime(p.Line.LeftAt) >= Grace)
                    .OrderBy(static p => p.Line.LeftAt)
                    .Select(static p => new UnreachablePost(p.Post, p.Line.Since)),
            ];
        }
    }

    /// <summary>Whether the list has changed since this was last asked; for one caller an operation.</summary>
    public bool HasChanged(OperationId operation)
    {
        var now = Of(operation);
        lock (_lock)
        {
            var known = _shown.GetValueOrDefault(operation, (Posts: [], Version: 0));
            if (known.Posts.SequenceEqual(now))
            {
                return false;
            }

            // Later than every version that an earlier run of this server can have sent.
            _shown[operation] = (now, time.GetUtcNow().ToUnixTimeMilliseconds());
            return true;
        }
    }

    /// <summary>Grows with every change of the list.</summary>
    public long VersionOf(OperationId operation)
    {
        lock (_lock)
        {
            return _shown.GetValueOrDefault(operation).Version;
        }
    }

    private ImmutableArray<PostId> Joined(OperationId operation)
    {
        if (!_rosters.TryGetValue(operation, out var roster) || roster.Changes != devices.Changes || time.GetElapsedTime(roster.AsOf) > Fresh)
        {
            _rosters[operation] = roster = new([.. devices.Of(operation).Select(static d => d.Post).Distinct()], devices.Changes, time.GetTimestamp());
            foreach (var post in roster.Posts)
            {
                // Whoever has just joined is given the time to come onto the line.
                _lines.TryAdd((operation, post), new(0, null, time.GetTimestamp()));
            }
        }

        return roster.Posts;
    }

    private readonly record struct Line(int Connections, DateTimeOffset? Since, long LeftAt);

    private sealed record Roster(ImmutableArray<PostId> Posts, int Changes, long AsOf);
}
