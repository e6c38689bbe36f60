using CommandCenter.Domain.Identity;

namespace CommandCenter.Server.Photos;

/// <summary>
/// The photos of the operations: <c>{data}/photos/{operation}/{SHA-256 of the bytes}.jpg</c>. A file is written whole or
/// not at all and never changed; the same picture is kept once. The journal says which belong to which incident.
/// </summary>
/// <param name="dataFolder">The data folder.</param>
internal sealed class PhotoFolder(string dataFolder) : IPhotoShelf
{
    private readonly string _root = Path.Combine(Path.GetFullPath(dataFolder), "photos");

    /// <inheritdoc/>
    public async Task<string> KeepAsync(OperationId operation, byte[] bytes, CancellationToken cancellationToken)
    {
        var hash = IPhotoShelf.HashOf(bytes);
        var path = PathOf(operation, hash);
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
    public async Task<byte[]?> FindAsync(OperationId operation, string hash, CancellationToken cancellationToken) =>
        PathOf(operation, hash) is var path && File.Exists(path) ? await File.ReadAllBytesAsync(path, cancellationToken) : null;

    private string PathOf(OperationId operation, string hash) => Path.Combine(_root, operation.Value, $"{hash}.jpg");
}
