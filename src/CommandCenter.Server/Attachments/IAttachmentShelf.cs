using System.Security.Cryptography;
using CommandCenter.Domain.Identity;
using CommandCenter.Journal.Attachments;

namespace CommandCenter.Server.Attachments;

/// <summary>
/// Where the photos and voice notes of the operations are kept, each under the hash of its bytes: whole or not at all, never
/// changed, the same one once. The journal says which belong to which incident. Safe on any thread.
/// </summary>
internal interface IAttachmentShelf
{
    /// <summary>Keeps one; gives its hash. It is there before the journal names it.</summary>
    Task<string> KeepAsync(OperationId operation, AttachmentKind kind, byte[] bytes, CancellationToken cancellationToken);

    /// <summary>The bytes of one; null where it is not there. The hash must be one that the journal holds.</summary>
    Task<byte[]?> FindAsync(OperationId operation, AttachmentKind kind, string hash, CancellationToken cancellationToken);

    /// <summary>The SHA-256 of the bytes, hexadecimal.</summary>
    static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
