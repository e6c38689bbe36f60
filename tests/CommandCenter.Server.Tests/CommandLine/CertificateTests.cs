using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CommandCenter.Server.CommandLine;
using CommandCenter.Server.Hosting;
using CommandCenter.TestKit;

namespace CommandCenter.Server.Tests.CommandLine;

/// <summary>The server speaks HTTPS itself with a certificate of the hall's own.</summary>
public sealed class CertificateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Server_WithACertificate_ShowsItOnHttps()
    {
        var thumbprint = Write("hall.pem", "hall.key");
        await using var server = await CommandServer.StartAsync(Options("hall.pem", "hall.key"));
        X509Certificate2? shown = null;
        using var handler = new SocketsHttpHandler
        {
            SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => (shown = new(certificate!)) is not null },
        };
        using var client = new HttpClient(handler);

        var answer = await client.GetAsync(new Uri(new(server.Addresses.Single()), "/health/live"));

        Assert.Equal((HttpStatusCode.OK, thumbprint), (answer.StatusCode, shown!.Thumbprint));
        shown.Dispose();
    }

    [Fact]
    public async Task Server_WithACertificateThatIsNone_SaysSoAndDoesNotStart()
    {
        await File.WriteAllTextAsync(_folder["hall.pem"], "no certificate");

        var refusal = await Assert.ThrowsAsync<CannotRunException>(() => CommandServer.StartAsync(Options("hall.pem", null)));

        Assert.Contains("hall.pem", refusal.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private ServeOptions Options(string certificate, string? key) => new()
    {
        Data = _folder["data"], Urls = "https://127.0.0.1:0", Plan = Checkout.Sample, Journal = JournalKind.Memory,
        Certificate = _folder[certificate], CertificateKey = key is null ? null : _folder[key],
    };

    private string Write(string certificate, string key)
    {
        using var secret = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=hall.example", secret, HashAlgorithmName.SHA256);
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(_folder[certificate], made.ExportCertificatePem());
        File.WriteAllText(_folder[key], secret.ExportPkcs8PrivateKeyPem());
        return made.Thumbprint;
    }
}
