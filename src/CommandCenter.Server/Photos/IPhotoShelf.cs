using System.Security.Cryptography;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Server.Photos;

/// <summary>
/// Where the photos of the operations are kept, each under the hash of its bytes: whole or not at all, never changed, the same
/// picture once. The journal says which belong to which incident. Safe on any thread.
/// </summary>
internal interface IPhotoShelf
{
    /// <summary>Keeps a picture; gives its hash. It is there before the journal names it.</summary>
    Task<string> KeepAsync(OperationId operation, byte[] bytes, CancellationToken cancellationToken);

    /// <summary>A picture, JPEG; null where it is not there. The hash must be one that the journal holds.</summary>
    Task<byte[]?> FindAsync(OperationId operation, string hash, CancellationToken cancellationToken);

    /// <summary>The SHA-256 of the bytes, hexadecimal.</summary>
    static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
