using CommandCenter.Domain.Identity;
using CommandCenter.Grains;
using CommandCenter.Grains.Running;

namespace CommandCenter.Server.Nodes;

/// <summary>This process alone.</summary>
internal sealed class SoleNode : INodes, IAsyncDisposable
{
    /// <inheritdoc/>
    public bool AreMany => false;

    /// <inheritdoc/>
    public bool IsConnected => true;

    /// <inheritdoc/>
    public ILease LeaseOf(OperationId operation) => SoleLease.Instance;

    /// <inheritdoc/>
    public Task<IReadOnlyCollection<PostId>?> MeetAsync(OperationId operation, IReadOnlyCollection<PostId> here) =>
        Task.FromResult<IReadOnlyCollection<PostId>?>([]);

    /// <inheritdoc/>
    public IGrainHost Place(GrainHost local) => local;

    /// <inheritdoc/>
    public Task Expelled { get; } = new TaskCompletionSource().Task;

    /// <inheritdoc/>
    public Task JoinAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task LeaveAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public Task<IAsyncDisposable> EnterFoundingAsync(CancellationToken cancellationToken) => Task.FromResult<IAsyncDisposable>(this);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
