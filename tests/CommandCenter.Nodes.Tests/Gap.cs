using System.Net;
using System.Net.Sockets;

namespace CommandCenter.Nodes.Tests;

/// <summary>A line between a node and Redis that can be cut and mended. Cut, it refuses new connections and drops the old ones.</summary>
public sealed class Gap : ILink
{
    private readonly int _target;
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _accepting;
    private readonly Lock _gate = new();
    private readonly HashSet<Socket> _open = [];
    private bool _isCut;

    /// <summary>Makes one.</summary>
    /// <param name="target">The port of Redis on this machine.</param>
    /// <param name="here">The address that the node finds it at; loopback unless stated.</param>
    public Gap(int target, IPAddress? here = null)
    {
        _target = target;
        _listener = new(here ?? IPAddress.Loopback, 0);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string Kind => "connections dropped and refused";

    public string Address => $"{_listener.LocalEndpoint}";

    public Task<Node> StartNodeAsync(params string[] further) => Node.StartAsync(Address, further);

    public void Cut()
    {
        lock (_gate)
        {
            _isCut = true;
            foreach (var socket in _open) socket.Dispose();
            _open.Clear();
        }
    }

    public void Mend()
    {
        lock (_gate) _isCut = false;
    }

    public async ValueTask DisposeAsync()
    {
        Cut();
        await _end.CancelAsync();
        _listener.Dispose();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            var near = await _listener.AcceptSocketAsync(_end.Token);
            var far = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            near.NoDelay = true;
            if (Keep(near, far)) _ = JoinAsync(near, far);
        }
    }

    private bool Keep(Socket near, Socket far)
    {
        lock (_gate)
        {
            if (_isCut)
            {
                near.Dispose();
                far.Dispose();
                return false;
            }

            _open.Add(near);
            _open.Add(far);
            return true;
        }
    }

    private async Task JoinAsync(Socket near, Socket far)
    {
        try
        {
            await far.ConnectAsync(IPAddress.Loopback, _target);
            await using var a = new NetworkStream(near, ownsSocket: true);
            await using var b = new NetworkStream(far, ownsSocket: true);
            await Task.WhenAny(a.CopyToAsync(b), b.CopyToAsync(a));
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            // Cut, or one side has gone: so is the other now.
        }
    }
}
