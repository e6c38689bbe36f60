using CommandCenter.Orleans.Messages;

namespace CommandCenter.Orleans.Grains;

/// <summary>An entity of an operation, addressed <c>operation/key</c>: one process at a time decides its commands, as far as the cluster agrees.</summary>
[Alias("cc.deciding")]
public interface IDecidingGrain : IGrainWithStringKey
{
    /// <summary>Lets it decide a command; answered when the outcome is durable.</summary>
    [Alias("execute")]
    Task<GrainReply> ExecuteAsync(GrainRequest request);
}
