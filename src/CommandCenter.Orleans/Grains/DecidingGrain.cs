using System.Text.Json;
using CommandCenter.Domain.Identity;
using CommandCenter.Orleans.Messages;
using CommandCenter.Orleans.Silos;

namespace CommandCenter.Orleans.Grains;

/// <summary>
/// Orleans says where; the same decider, the same dedupe and the same journal as without it say what. State is that of this
/// process's host, which follows the journal; an append on an older version is refused there and decided again.
/// </summary>
internal abstract class DecidingGrain(LocalHosts hosts) : Grain, IDecidingGrain
{
    private static readonly GrainReply Elsewhere = new() { Ending = Ending.Elsewhere };

    /// <inheritdoc/>
    public async Task<GrainReply> ExecuteAsync(GrainRequest request)
    {
        if (hosts.Find(Operation) is not { } host)
        {
            // It was founded a moment ago and is not open here yet; whoever asks decides, and the next call is tried elsewhere.
            DeactivateOnIdle();
            return Elsewhere;
        }

        try
        {
            return GrainReply.Of(await host.ExecuteAsync(request.Envelope(), CancellationToken.None));
        }
        catch (JsonException)
        {
            return Elsewhere;
        }
        catch (Exception e) when (GrainReply.Of(e, request.Grain) is { } reply)
        {
            return reply;
        }
    }

    private OperationId Operation => new(this.GetPrimaryKeyString().Split('/')[0]);
}
