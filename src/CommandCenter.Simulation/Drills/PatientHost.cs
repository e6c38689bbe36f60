using CommandCenter.Grains;
using CommandCenter.Journal;

namespace CommandCenter.Simulation.Drills;

/// <summary>
/// Tries again, with the same command id, while the store does not take writes: simulated people wait at the counter until
/// the computer works, as people do.
/// </summary>
internal sealed class PatientHost(IGrainHost host, TimeProvider system) : IGrainHost
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public async ValueTask<CommandAnswer> ExecuteAsync(CommandEnvelope envelope, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await host.ExecuteAsync(envelope, cancellationToken);
            }
            catch (Exception e) when (e is JournalUnavailableException or GrainBusyException)
            {
                await Task.Delay(Wait, system, cancellationToken);
            }
        }
    }
}
