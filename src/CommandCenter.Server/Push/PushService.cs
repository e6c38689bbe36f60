using System.Collections.Concurrent;
using CommandCenter.Domain.Identity;
using CommandCenter.Server.Operations;

namespace CommandCenter.Server.Push;

/// <summary>One push per operation; gives each operation its own before it opens, and runs them once it has.</summary>
public sealed class PushService(IServiceProvider services) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<OperationId, OperationPush> _pushes = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentBag<Task> _running = [];

    /// <summary>The push of an operation, to be given its entries.</summary>
    public OperationPush For(OperationId operation) =>
        _pushes.GetOrAdd(operation, static (_, s) => ActivatorUtilities.CreateInstance<OperationPush>(s), services);

    /// <summary>Begins to push.</summary>
    public void Start(RunningOperation operation) => _running.Add(For(operation.Id).RunAsync(operation, _stop.Token));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_running);
        _stop.Dispose();
    }
}
