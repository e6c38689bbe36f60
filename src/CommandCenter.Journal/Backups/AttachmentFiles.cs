using System.IO.Compression;
using System.Security.Cryptography;
using CommandCenter.Domain.Identity;
using CommandCenter.Journal.Attachments;

namespace CommandCenter.Journal.Backups;

/// <summary>
/// The photos and voice notes of an operation in an archive, as in the data folder. A name says what its file must hold, so
/// each is checked by it.
/// </summary>
internal static class AttachmentFiles
{
    /// <summary>Packs them, after the journal: whatever that speaks of is there by then.</summary>
    public static void Pack(ZipArchive zip, string dataFolder, OperationId operation)
    {
        foreach (var kind in AttachmentKind.All)
        {
            var folder = FolderIn(dataFolder, kind, operation);
            if (!Directory.Exists(folder)) continue;
            foreach (var path in Directory.EnumerateFiles(folder, "*" + kind.Ending).Order(StringComparer.Ordinal))
                zip.CreateEntryFromFile(path, Prefix(kind, operation) + Path.GetFileName(path), CompressionLevel.NoCompression);
        }
    }

    /// <summary>Unpacks those of an operation into the workplace.</summary>
    /// <exception cref="RestoreRefusedException">A file is not what its name says.</exception>
    public static void Unpack(ZipArchive zip, Workplace workplace, OperationId operation)
    {
        foreach (var entry in zip.Entries)
        {
            if (AttachmentKind.All.FirstOrDefault(k => entry.FullName.StartsWith(Prefix(k, operation), StringComparison.Ordinal)) is not { } named) continue;
            if (entry.Length > named.MostBytes) throw new RestoreRefusedException($"{entry.FullName} is too large for a {named.Name}.");
            using var content = entry.Open();
            var bytes = new byte[entry.Length];
            content.ReadExactly(bytes);
            var start = Prefix(named, operation) + Convert.ToHexStringLower(SHA256.HashData(bytes));
            if (!AttachmentKind.All.Any(k => k.Name == named.Name && entry.FullName == start + k.Ending))
                throw new RestoreRefusedException($"{entry.FullName} does not hold what its name says.");
            var folder = UnpackedIn(workplace, named, operation);
            Directory.CreateDirectory(folder);
            var path = Path.Combine(folder, entry.Name);
            File.WriteAllBytes(path, bytes);
            Workplace.Flush(path);
        }
    }

    /// <summary>Puts what was unpacked into the data folder; what is there already is the same.</summary>
    public static void Restore(Workplace workplace, string dataFolder, OperationId operation)
    {
        foreach (var kind in AttachmentKind.All)
        {
            var unpacked = UnpackedIn(workplace, kind, operation);
            if (!Directory.Exists(unpacked)) continue;
            var folder = FolderIn(dataFolder, kind, operation);
            Directory.CreateDirectory(folder);
            foreach (var path in Directory.EnumerateFiles(unpacked))
                File.Move(path, Path.Combine(folder, Path.GetFileName(path)), overwrite: true);
        }
    }

    private static string Prefix(AttachmentKind kind, OperationId operation) => $"{kind.Folder}/{operation}/";

    private static string FolderIn(string dataFolder, AttachmentKind kind, OperationId operation) => Path.Combine(dataFolder, kind.Folder, operation.Value);

    private static string UnpackedIn(Workplace workplace, AttachmentKind kind, OperationId operation) => workplace.Path($"{operation}.{kind.Folder}");
}
