using CommandCenter.Grains;
using CommandCenter.Journal;
using CommandCenter.Orleans.Grains;
using CommandCenter.Orleans.Messages;

namespace CommandCenter.Orleans.Silos;

/// <summary>
/// Sends an operation's commands to the process where their grain is. Where that process does not answer in time, the command
/// is decided here under the same id: should both have decided it, the journal keeps one and gives both the same answer.
/// </summary>
/// <param name="local">The grains in this process.</param>
/// <param name="silo">This process in the cluster.</param>
internal sealed class PlacedHost(GrainHost local, Silo silo) : IGrainHost
{
    // A local call and a flush take milliseconds. Less than what a person at a desk takes for an outage.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public async ValueTask<CommandAnswer> ExecuteAsync(CommandEnvelope envelope, CancellationToken cancellationToken)
    {
        if (silo.Grains is not { } grains || GrainTable.Find(grains, local.Operation, envelope.Grain) is not { } grain)
        {
            return await local.ExecuteAsync(envelope, cancellationToken);
        }

        try
        {
            var reply = await grain.ExecuteAsync(GrainRequest.Of(envelope)).WaitAsync(Patience, cancellationToken);
            if (reply.Ending != Ending.Elsewhere)
            {
                return reply.Answer(local.Operation);
            }
        }
        catch (Exception e) when (e is OrleansException or TimeoutException or JournalCorruptException or InvalidOperationException)
        {
            // Its process is gone, stands still or runs another version; or this one takes no part any more (disposed, too).
            silo.LogNotAnswered(envelope.Grain.Kind, e.GetType().Name);
        }

        return await local.ExecuteAsync(envelope, cancellationToken);
    }
}
