using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using CommandCenter.Domain.Identity;
using CommandCenter.Journal.Chains;
using CommandCenter.Journal.Events;
using CommandCenter.Journal.Sqlite;
using CommandCenter.Journal.Verification;

namespace CommandCenter.Journal.Backups;

/// <summary>
/// All journals of a data folder in one file, and back. A zip: <c>manifest.json</c> with the newest sequence and hash of
/// each operation, <c>operations/{id}.db</c>, each a consistent copy, and the photos and voice notes that the operations' incidents hold.
/// </summary>
/// <param name="registry">Reads payloads, for verification.</param>
/// <param name="time">Dates the archive.</param>
public sealed class OperationArchive(EventRegistry registry, TimeProvider time)
{
    private const int Format = 1;
    private const string ManifestName = "manifest.json";

    private readonly ChainVerifier _verifier = new(registry);

    /// <summary>Packs all operations, also while a server runs. What it packs is verified; the file appears when it is whole.</summary>
    /// <param name="dataFolder">Where the operations are.</param>
    /// <param name="archivePath">The file to write; one of the same name is replaced.</param>
    /// <param name="progress">Gets each operation when its turn comes.</param>
    /// <param name="cancellationToken">Stops half-way; leaves nothing behind.</param>
    /// <exception cref="JournalCorruptException">A journal does not verify.</exception>
    /// <exception cref="JournalUnavailableException">A copy cannot be written.</exception>
    public ArchiveManifest Pack(
        string dataFolder, string archivePath, IProgress<OperationId>? progress, CancellationToken cancellationToken)
    {
        using var workplace = new Workplace(Path.GetFullPath(archivePath) + ".part");
        var packed = workplace.Path("archive.zip");
        var operations = ImmutableArray.CreateBuilder<ArchivedOperation>();
        ArchiveManifest manifest;
        using (var zip = ZipFile.Open(packed, ZipArchiveMode.Create))
        {
            foreach (var operation in OperationFiles.List(dataFolder))
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report(operation);
                var copy = workplace.Path("copy.db");
                SqliteBackup.Copy(OperationFiles.PathOf(dataFolder, operation), copy);
                operations.Add(Verified(operation, copy, cancellationToken));
                zip.CreateEntryFromFile(copy, EntryName(operation), CompressionLevel.Fastest);
                File.Delete(copy);
                AttachmentFiles.Pack(zip, dataFolder, operation);
            }

            manifest = new(Format, time.GetUtcNow(), operations.ToImmutable());
            using var target = zip.CreateEntry(ManifestName).Open();
            JsonSerializer.Serialize(target, manifest, ArchiveJsonContext.Default.ArchiveManifest);
        }

        Workplace.Flush(packed);
        File.Move(packed, archivePath, overwrite: true);
        return manifest;
    }

    /// <summary>
    /// Puts the operations of an archive into a data folder. Everything is unpacked and verified before anything is
    /// replaced; an operation that is already there with the same chain stays as it is.
    /// </summary>
    /// <exception cref="RestoreRefusedException">
    /// The archive is not whole, the folder has newer or other entries, or a server has a journal open. Nothing was replaced.
    /// </exception>
    public ArchiveManifest Restore(
        string archivePath, string dataFolder, IProgress<OperationId>? progress, CancellationToken cancellationToken)
    {
        var folder = OperationFiles.FolderOf(dataFolder);
        Directory.CreateDirectory(folder);
        using var workplace = new Workplace(Path.Combine(Path.GetFullPath(folder), ".restoring"));
        var manifest = Unpack(archivePath, workplace, progress, cancellationToken);
        var missing = manifest.Operations.Where(operation => IsNew(operation, workplace, dataFolder)).ToList();
        foreach (var operation in missing)
        {
            var target = OperationFiles.PathOf(dataFolder, operation.Operation);
            if (File.Exists(target)) SqliteBackup.Retire(target);
        }

        foreach (var operation in missing)
            File.Move(Unpacked(workplace, operation.Operation), OperationFiles.PathOf(dataFolder, operation.Operation), overwrite: true);
        foreach (var operation in manifest.Operations) AttachmentFiles.Restore(workplace, dataFolder, operation.Operation);
        return manifest;
    }

    private static string EntryName(OperationId operation) => $"operations/{operation}.db";

    private static string Unpacked(Workplace workplace, OperationId operation) => workplace.Path($"{operation}.db");

    private static ArchiveManifest ReadManifest(ZipArchive zip)
    {
        using var source = (zip.GetEntry(ManifestName) ?? throw new RestoreRefusedException("The archive has no manifest.")).Open();
        var manifest = JsonSerializer.Deserialize(source, ArchiveJsonContext.Default.ArchiveManifest);
        if (manifest is not { Format: Format })
            throw new RestoreRefusedException($"The archive has format {manifest?.Format}, this program reads {Format}.");
        return manifest;
    }

    private ArchiveManifest Unpack(
        string archivePath, Workplace workplace, IProgress<OperationId>? progress, CancellationToken cancellationToken)
    {
        try
        {
            using var zip = ZipFile.OpenRead(archivePath);
            var manifest = ReadManifest(zip);
            foreach (var stated in manifest.Operations)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report(stated.Operation);
                if (!IdSyntax.IsValid(stated.Operation.Value)) throw new RestoreRefusedException($"'{stated.Operation}' is not an operation.");
                var entry = zip.GetEntry(EntryName(stated.Operation)) ?? throw new RestoreRefusedException($"The archive lacks {stated.Operation}.");
                var path = Unpacked(workplace, stated.Operation);
                entry.ExtractToFile(path);
                Workplace.Flush(path);
                if (Verified(stated.Operation, path, cancellationToken) != stated)
                    throw new RestoreRefusedException($"The archive's manifest does not fit its copy of {stated.Operation}.");
                AttachmentFiles.Unpack(zip, workplace, stated.Operation);
            }

            return manifest;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or JsonException or JournalCorruptException)
        {
            throw new RestoreRefusedException($"{archivePath} is not a whole archive: {e.Message}", e);
        }
    }

    private ArchivedOperation Verified(OperationId operation, string path, CancellationToken cancellationToken)
    {
        var verdict = _verifier.VerifyJournal(path, progress: null, cancellationToken);
        if (verdict.Fault is { } fault) throw new JournalCorruptException(fault.Sequence, $"{operation}: {fault.Message}");
        if (SqliteBackup.CheckpointAt(path, 0) != new Chain(operation).Checkpoint)
            throw new JournalCorruptException(0, $"the copy named {operation} is another operation's.");
        return new(operation, verdict.Checkpoint.Sequence, verdict.Checkpoint.Hash);
    }

    /// <summary>Whether the archive has more of an operation than the folder; refuses when the folder has something else.</summary>
    private bool IsNew(ArchivedOperation archived, Workplace workplace, string dataFolder)
    {
        var path = OperationFiles.PathOf(dataFolder, archived.Operation);
        if (!File.Exists(path)) return true;
        var verdict = _verifier.VerifyJournal(path, progress: null, CancellationToken.None);
        if (verdict.Fault is { } fault)
            throw new RestoreRefusedException($"{path} is damaged ({fault.Message}); move it away before restoring.");
        var there = verdict.Checkpoint;
        if (there.Sequence > archived.Sequence)
            throw new RestoreRefusedException($"{archived.Operation} has {there.Sequence} entries here and {archived.Sequence} in the archive.");
        if (SqliteBackup.CheckpointAt(Unpacked(workplace, archived.Operation), there.Sequence) != there)
            throw new RestoreRefusedException($"{archived.Operation} here is not an earlier state of the one in the archive.");
        return there.Sequence < archived.Sequence;
    }
}
