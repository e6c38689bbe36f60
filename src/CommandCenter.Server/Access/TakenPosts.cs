using System.Collections.Frozen;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Server.Access;

/// <summary>The posts of an operation that some device has joined. Another process is noticed within two seconds. Safe on any thread.</summary>
/// <param name="devices">The devices.</param>
/// <param name="operation">The operation.</param>
/// <param name="system">The machine's time.</param>
internal sealed class TakenPosts(Devices devices, OperationId operation, TimeProvider system)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);
    private readonly Lock _lock = new();
    private FrozenSet<PostId>? _posts;
    private long _asOf;
    private int _changes;

    /// <summary>Whether a device has joined the post.</summary>
    public bool Contains(PostId post)
    {
        lock (_lock)
        {
            if (_posts is null || _changes != devices.Changes || system.GetElapsedTime(_asOf) > Fresh)
            {
                (_asOf, _changes) = (system.GetTimestamp(), devices.Changes);
                _posts = devices.Of(operation).Select(static d => d.Post).ToFrozenSet();
            }

            return _posts.Contains(post);
        }
    }
}
