using CommandCenter.Domain.Identity;
using CommandCenter.Journal;

namespace CommandCenter.Server.Operations;

/// <summary>Follows every operation of this server from its first entry on.</summary>
public interface IOperationFollower
{
    /// <summary>What is given an operation's entries; asked for before the operation opens.</summary>
    IFeedSubscriber Of(OperationId operation);

    /// <summary>The operation moves now.</summary>
    void Start(RunningOperation operation);
}
