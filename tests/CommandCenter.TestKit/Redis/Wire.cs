using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CommandCenter.TestKit.Redis;

/// <summary>
/// The wire between a client and a Redis, in the test's hand: cut, it refuses new connections and drops the old ones; it can lead
/// elsewhere, and lose one answer of a kind.
/// </summary>
public sealed class Wire : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _accepting;
    private readonly Lock _gate = new();
    private readonly HashSet<Socket> _open = [];
    private int _target;
    private bool _isCut;
    private byte[]? _lost;
    private TaskCompletionSource _swallowed = new();

    /// <summary>Lays one.</summary>
    /// <param name="target">The port of Redis on this machine.</param>
    /// <param name="here">The address that the client finds it at; loopback unless stated.</param>
    public Wire(int target, IPAddress? here = null)
    {
        _target = target;
        _listener = new(here ?? IPAddress.Loopback, 0);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Host and port of the client's end.</summary>
    public string Address => $"{_listener.LocalEndpoint}";

    /// <summary>Drops every connection and refuses new ones.</summary>
    public void Cut()
    {
        lock (_gate)
        {
            _isCut = true;
            foreach (var socket in _open) socket.Dispose();
            _open.Clear();
        }
    }

    /// <summary>Lets connections through again.</summary>
    public void Mend()
    {
        lock (_gate) _isCut = false;
    }

    /// <summary>Leads to another port from now on; what is connected is dropped.</summary>
    public void Lead(int target)
    {
        Cut();
        lock (_gate) _target = target;
        Mend();
    }

    /// <summary>Loses the next answer that contains these words, and is cut with it; completes then.</summary>
    public Task LoseAnswerAsync(string words)
    {
        lock (_gate)
        {
            _lost = Encoding.ASCII.GetBytes(words);
            _swallowed = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return _swallowed.Task;
        }
    }

    /// <inheritdoc/>
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
            if (Keep(near, far) is { } target) _ = JoinAsync(near, far, target);
        }
    }

    private int? Keep(Socket near, Socket far)
    {
        lock (_gate)
        {
            if (_isCut)
            {
                near.Dispose();
                far.Dispose();
                return null;
            }

            _open.Add(near);
            _open.Add(far);
            return _target;
        }
    }

    private async Task JoinAsync(Socket near, Socket far, int target)
    {
        try
        {
            await far.ConnectAsync(IPAddress.Loopback, target);
            await using var a = new NetworkStream(near, ownsSocket: true);
            await using var b = new NetworkStream(far, ownsSocket: true);
            await Task.WhenAny(a.CopyToAsync(b), AnswerAsync(b, a));
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            // Cut, or one side has gone: so is the other now.
        }
    }

    private async Task AnswerAsync(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[64 * 1024];
        while (await from.ReadAsync(buffer) is > 0 and var read)
        {
            if (IsToBeLost(buffer.AsSpan(0, read))) return;
            await to.WriteAsync(buffer.AsMemory(0, read));
        }
    }

    private bool IsToBeLost(ReadOnlySpan<byte> answer)
    {
        lock (_gate)
        {
            if (_lost is not { } words || answer.IndexOf(words) < 0) return false;
            _lost = null;
            Cut();
            _swallowed.SetResult();
            return true;
        }
    }
}
