using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using CommandCenter.Load.Devices;
using CommandCenter.Load.Measuring;

namespace CommandCenter.Load.Fuzzing;

/// <summary>Sends nonsense to the API and the pages, one request a connection, and looks at the answers.</summary>
internal sealed class ApiLane(FuzzOptions options, int lane, IReadOnlyList<CommandRow> rows, Device? device, Tally statuses, Action<string> fault)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Sends so many.</summary>
    /// <exception cref="SocketException">The server takes no connection any more.</exception>
    public async Task RunAsync(int messages, Action sent, CancellationToken cancellationToken)
    {
        var nonsense = new ApiNonsense(new(new(HubLane.HashCode(options.Seed, lane))), options, rows);
        for (var n = 0; n < messages; n++)
        {
            var cookie = device?.Cookies.GetCookieHeader(options.Server);
            var request = nonsense.Next(cookie);
            var status = await SendAsync(request, cancellationToken);
            statuses.Add(status);
            if (status is "500" or "silence")
            {
                fault($"lane {lane}, request {n}: {status} to {FirstLine(request)}");
            }

            sent();
        }
    }

    private async Task<string> SendAsync(byte[] request, CancellationToken cancellationToken)
    {
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(options.Server.DnsSafeHost, options.Server.Port, cancellationToken);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await using var stream = await SecureAsync(client.GetStream(), patience.Token);
            await stream.WriteAsync(request, patience.Token);
            var head = new byte[64];
            var filled = await stream.ReadAtLeastAsync(head, 12, throwOnEndOfStream: false, patience.Token);
            await stream.CopyToAsync(Stream.Null, patience.Token);
            var answer = Encoding.ASCII.GetString(head, 0, filled);
            return answer.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) && answer.Length >= 12 ? answer[9..12] : "cut";
        }
        catch (IOException)
        {
            return "cut";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return "silence";
        }
    }

    private async ValueTask<Stream> SecureAsync(Stream stream, CancellationToken cancellationToken)
    {
        if (options.Server.Scheme != Uri.UriSchemeHttps)
        {
            return stream;
        }

        var secure = new SslStream(stream);
        await secure.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = options.Server.DnsSafeHost }, cancellationToken);
        return secure;
    }

    private static string FirstLine(byte[] request) => Encoding.Latin1.GetString(request.AsSpan(0, Math.Max(0, request.AsSpan().IndexOf((byte)'\r'))));
}
