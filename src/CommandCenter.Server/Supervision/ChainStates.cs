using System.Collections.Concurrent;
using CommandCenter.Domain.Identity;
using CommandCenter.Journal;
using CommandCenter.Server.Operations;

namespace CommandCenter.Server.Supervision;

/// <summary>The chain of every operation of this server.</summary>
public sealed class ChainStates : IOperationFollower
{
    private readonly ConcurrentDictionary<OperationId, ChainState> _states = new();

    /// <summary>The chain of an operation.</summary>
    public ChainState Of(OperationId operation) => _states.GetOrAdd(operation, static id => new(id));

    /// <inheritdoc/>
    IFeedSubscriber IOperationFollower.Of(OperationId operation) => Of(operation);

    /// <inheritdoc/>
    public void Start(RunningOperation operation)
    {
        // It follows from the first entry on, whether the operation moves or not.
    }
}
