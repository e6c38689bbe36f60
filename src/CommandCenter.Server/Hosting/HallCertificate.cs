using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CommandCenter.Server.CommandLine;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace CommandCenter.Server.Hosting;

/// <summary>The certificate with which the server speaks HTTPS itself, so that phones can install its page without a proxy.</summary>
internal static class HallCertificate
{
    /// <summary>Gives it to whatever listens on https:// addresses, where one is stated.</summary>
    /// <exception cref="CannotRunException">It cannot be read.</exception>
    public static void Use(KestrelServerOptions kestrel, ServeOptions options)
    {
        if (options.Certificate is not { } file)
        {
            return;
        }

        var (certificate, chain) = Read(file, options.CertificateKey);
        kestrel.ConfigureHttpsDefaults(https => (https.ServerCertificate, https.ServerCertificateChain) = (certificate, chain));
    }

    private static (X509Certificate2 Certificate, X509Certificate2Collection Chain) Read(string file, string? key)
    {
        try
        {
            var chain = new X509Certificate2Collection();
            chain.ImportFromPemFile(file);
            return (X509Certificate2.CreateFromPemFile(file, key), chain);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new CannotRunException($"The certificate '{file}' cannot be read with its key: {e.Message}");
        }
    }
}
