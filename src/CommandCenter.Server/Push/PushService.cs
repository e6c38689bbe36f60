using System.Collections.Concurrent;
using CommandCenter.Domain.Identity;
using CommandCenter.Journal;
using CommandCenter.Server.Operations;

namespace CommandCenter.Server.Push;

/// <summary>One push per operation; gives each operation its own before it opens, and runs them once it has.</summary>
public sealed class PushService(IServiceProvider services) : IOperationFollower, IAsyncDisposable
{
    private readonly ConcurrentDictionary<OperationId, OperationPush> _pushes = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentBag<Task> _running = [];

    /// <inheritdoc/>
    public IFeedSubscriber Of(OperationId operation) => For(operation);

    /// <inheritdoc/>
    public void Start(RunningOperation operation) => _running.Add(For(operation.Id).RunAsync(operation, _stop.Token));

    private OperationPush For(OperationId operation) =>
        _pushes.GetOrAdd(operation, static (_, s) => ActivatorUtilities.CreateInstance<OperationPush>(s), services);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_running);
        foreach (var push in _pushes.Values)
        {
            push.Dispose();
        }

        _stop.Dispose();
    }
}
