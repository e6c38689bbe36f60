using CommandCenter.Domain.Identity;
using CommandCenter.Journal.Attachments;

namespace CommandCenter.Server.Attachments;

/// <summary>
/// The photos and voice notes of the operations as files of the data folder. A file is written whole or not at all and never
/// changed; the same one is kept once. The journal says which belong to which incident.
/// </summary>
/// <param name="dataFolder">The data folder.</param>
internal sealed class AttachmentFolder(string dataFolder) : IAttachmentShelf
{
    private readonly string _root = Path.GetFullPath(dataFolder);

    /// <inheritdoc/>
    public async Task<string> KeepAsync(OperationId operation, AttachmentKind kind, byte[] bytes, CancellationToken cancellationToken)
    {
        var hash = IAttachmentShelf.HashOf(bytes);
        var path = PathOf(operation, kind, hash);
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var draft = $"{path}.{Guid.NewGuid():N}.part";
            await using (var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write))
            {
                await file.WriteAsync(bytes, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, path, overwrite: true);
        }

        return hash;
    }

    /// <inheritdoc/>
    public async Task<byte[]?> FindAsync(OperationId operation, AttachmentKind kind, string hash, CancellationToken cancellationToken) =>
        PathOf(operation, kind, hash) is var path && File.Exists(path) ? await File.ReadAllBytesAsync(path, cancellationToken) : null;

    private string PathOf(OperationId operation, AttachmentKind kind, string hash) =>
        Path.Combine(_root, kind.Folder, operation.Value, hash + kind.Ending);
}
