using System.IO.Compression;

namespace CommandCenter.Load.Hub;

/// <summary>Panels as they travel: markup, or above 2 KB its gzip as base64.</summary>
public static class PanelWire
{
    // Base64 of the two bytes with which every gzip stream begins.
    private const string Gzip = "H4sI";

    /// <summary>The markup.</summary>
    public static string Unpack(string wire)
    {
        if (!wire.StartsWith(Gzip, StringComparison.Ordinal))
        {
            return wire;
        }

        using var reader = new StreamReader(new GZipStream(new MemoryStream(Convert.FromBase64String(wire)), CompressionMode.Decompress));
        return reader.ReadToEnd();
    }
}
