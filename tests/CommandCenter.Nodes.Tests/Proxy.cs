using System.Diagnostics;
using System.Net.Sockets;
using CommandCenter.TestKit;
using CommandCenter.TestKit.Redis;

namespace CommandCenter.Nodes.Tests;

/// <summary>The real proxy with the settings of <c>ops/proxy</c> before two nodes; certificate, ports and addresses are this machine's.</summary>
public sealed class Proxy : IAsyncDisposable
{
    private static readonly string Settings = Path.Combine(Checkout.Root, "ops", "proxy", "haproxy.cfg");

    private readonly TemporaryFolder _folder = new();
    private Process _process = null!;

    private Proxy()
    {
    }

    /// <summary>Where browsers find it.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Starts it and waits until it listens; it takes both nodes to be well until it has looked.</summary>
    public static async Task<Proxy> StartAsync(IReadOnlyList<Node> nodes)
    {
        var proxy = new Proxy();
        var port = RedisServer.FreePort();
        proxy.Address = new($"https://127.0.0.1:{port}");
        var settings = proxy._folder["haproxy.cfg"];
        await File.WriteAllTextAsync(settings, Here(await File.ReadAllTextAsync(Settings), await CertifyAsync(proxy._folder), port, nodes));

        // Its settings ask for more connections than a machine that tests may open.
        proxy._process = Process.Start(new ProcessStartInfo("haproxy", ["-n", "1000", "-f", settings]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        _ = proxy._process.StandardOutput.ReadToEndAsync();
        _ = proxy._process.StandardError.ReadToEndAsync();
        await proxy.ListeningAsync().Expected("the proxy to listen");
        return proxy;
    }

    /// <summary>A certificate with its key in one file, signed by nobody else.</summary>
    public static async Task<string> CertifyAsync(TemporaryFolder folder)
    {
        var (certificate, key) = (folder["certificate.pem"], folder["key.pem"]);
        await Programs.RunAsync("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost", "-keyout", key, "-out", certificate);
        await File.AppendAllTextAsync(certificate, await File.ReadAllTextAsync(key));
        return certificate;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Dispose();
    }

    private static string Here(string settings, string certificate, int port, IReadOnlyList<Node> nodes)
    {
        (string There, string Here)[] changes =
        [
            ("/usr/local/etc/haproxy/certificate.pem", certificate),
            ("bind :8443", $"bind 127.0.0.1:{port}"), ("bind :8080", $"bind 127.0.0.1:{RedisServer.FreePort()}"),
            ("node-1:8080", nodes[0].Address.Authority), ("node-2:8080", nodes[1].Address.Authority),
        ];
        foreach (var (there, here) in changes)
        {
            Assert.Contains(there, settings, StringComparison.Ordinal);
            settings = settings.Replace(there, here, StringComparison.Ordinal);
        }

        return settings;
    }

    private async Task ListeningAsync()
    {
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(Address.Host, Address.Port);
                return;
            }
            catch (SocketException) when (!_process.HasExited)
            {
                // Not yet.
            }
        }
    }
}
