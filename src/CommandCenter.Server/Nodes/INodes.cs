using CommandCenter.Domain.Identity;
using CommandCenter.Grains;
using CommandCenter.Grains.Running;

namespace CommandCenter.Server.Nodes;

/// <summary>The processes that serve the same operations, as far as this one has to do with them.</summary>
public interface INodes
{
    /// <summary>Whether there may be others.</summary>
    bool AreMany { get; }

    /// <summary>Whether the store that all share answers. While it does not, this process takes no commands and its screens say so.</summary>
    bool IsConnected { get; }

    /// <summary>The right to do what an operation does by itself.</summary>
    ILease LeaseOf(OperationId operation);

    /// <summary>
    /// Tells the others which posts of an operation are on the line here, and hears which are there; null where nobody can say. What
    /// was told counts for a few seconds.
    /// </summary>
    Task<IReadOnlyCollection<PostId>?> MeetAsync(OperationId operation, IReadOnlyCollection<PostId> here);

    /// <summary>Where the commands of an operation go, given its grains in this process.</summary>
    IGrainHost Place(GrainHost local);

    /// <summary>Completes when the others took this process for dead and went on without it: it must end, to be started again.</summary>
    Task Expelled { get; }

    /// <summary>Takes part in placing grains, where that was asked for: from now on commands come from other processes too.</summary>
    /// <exception cref="CommandLine.CannotRunException">The others took this process for dead before it did.</exception>
    Task JoinAsync(CancellationToken cancellationToken);

    /// <summary>Takes part no more; what comes here still is decided here.</summary>
    Task LeaveAsync();

    /// <summary>Waits until nobody else is opening and founding, and keeps others waiting until disposed.</summary>
    Task<IAsyncDisposable> EnterFoundingAsync(CancellationToken cancellationToken);
}
