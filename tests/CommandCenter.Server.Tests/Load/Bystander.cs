using System.Net;
using System.Net.Sockets;

namespace CommandCenter.Server.Tests.Load;

/// <summary>Somebody on the network whom nobody should speak to: it takes connections, cuts them, and counts them.</summary>
internal sealed class Bystander : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _listening;
    private int _met;

    public Bystander()
    {
        _listener.Start();
        _listening = ListenAsync();
    }

    public Uri Address => new($"http://{_listener.LocalEndpoint}");

    /// <summary>How often somebody came, also who has not been heard yet.</summary>
    public int Met => Volatile.Read(ref _met) + (_listener.Pending() ? 1 : 0);

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _listening;
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                using var caller = await _listener.AcceptTcpClientAsync();
                Interlocked.Increment(ref _met);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // It has left.
        }
    }
}
