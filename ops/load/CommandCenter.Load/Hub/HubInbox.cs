using System.Threading.Channels;

namespace CommandCenter.Load.Hub;

/// <summary>Keeps the server's calls until somebody reads them.</summary>
public sealed class HubInbox : IHubListener
{
    private readonly Channel<HubCall> _calls = Channel.CreateUnbounded<HubCall>();

    /// <inheritdoc/>
    public void Called(ReadOnlySpan<byte> record) => _calls.Writer.TryWrite(HubCall.Read(record));

    /// <summary>The next call.</summary>
    public Task<HubCall> NextAsync(CancellationToken cancellationToken = default) => _calls.Reader.ReadAsync(cancellationToken).AsTask();
}
