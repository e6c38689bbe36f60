using System.IO.Compression;
using System.Security.Cryptography;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;

namespace CommandCenter.Journal.Backups;

/// <summary>
/// The photos of an operation in an archive: <c>photos/{operation}/{SHA-256 of the bytes}.jpg</c>, as in the data folder.
/// A name says what its file must hold, so each is checked by it.
/// </summary>
internal static class PhotoFiles
{
    private const string Ending = ".jpg";

    /// <summary>Packs the photos, after the journal: whatever that speaks of is there by then.</summary>
    public static void Pack(ZipArchive zip, string dataFolder, OperationId operation)
    {
        var folder = FolderIn(dataFolder, operation);
        if (!Directory.Exists(folder)) return;
        foreach (var path in Directory.EnumerateFiles(folder, "*" + Ending).Order(StringComparer.Ordinal))
            zip.CreateEntryFromFile(path, Prefix(operation) + Path.GetFileName(path), CompressionLevel.NoCompression);
    }

    /// <summary>Unpacks the photos of an operation into the workplace.</summary>
    /// <exception cref="RestoreRefusedException">A file is not what its name says.</exception>
    public static void Unpack(ZipArchive zip, Workplace workplace, OperationId operation)
    {
        foreach (var entry in zip.Entries.Where(e => e.FullName.StartsWith(Prefix(operation), StringComparison.Ordinal)))
        {
            if (entry.Length > PhotoRules.MostBytes) throw new RestoreRefusedException($"{entry.FullName} is too large for a photo.");
            using var content = entry.Open();
            var bytes = new byte[entry.Length];
            content.ReadExactly(bytes);
            if (entry.FullName != $"{Prefix(operation)}{Convert.ToHexStringLower(SHA256.HashData(bytes))}{Ending}")
                throw new RestoreRefusedException($"{entry.FullName} does not hold what its name says.");
            var folder = UnpackedIn(workplace, operation);
            Directory.CreateDirectory(folder);
            var path = Path.Combine(folder, entry.Name);
            File.WriteAllBytes(path, bytes);
            Workplace.Flush(path);
        }
    }

    /// <summary>Puts the unpacked photos into the data folder; those that are there already are the same.</summary>
    public static void Restore(Workplace workplace, string dataFolder, OperationId operation)
    {
        var unpacked = UnpackedIn(workplace, operation);
        if (!Directory.Exists(unpacked)) return;
        var folder = FolderIn(dataFolder, operation);
        Directory.CreateDirectory(folder);
        foreach (var path in Directory.EnumerateFiles(unpacked))
            File.Move(path, Path.Combine(folder, Path.GetFileName(path)), overwrite: true);
    }

    private static string Prefix(OperationId operation) => $"photos/{operation}/";

    private static string FolderIn(string dataFolder, OperationId operation) => Path.Combine(dataFolder, "photos", operation.Value);

    private static string UnpackedIn(Workplace workplace, OperationId operation) => workplace.Path($"{operation}.photos");
}
