using System.Security.Cryptography;
using System.Text;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Server.Access;

/// <summary>
/// One-time codes with which a device joins a post: eight characters that nobody mistakes for one another, stored hashed,
/// good once and for a limited time. A new code of a post ends its earlier one. Safe on any thread and for several processes.
/// </summary>
/// <param name="store">Where the hashes lie.</param>
/// <param name="time">System time.</param>
public sealed class OneTimeCodes(IAccessStore store, TimeProvider time)
{
    /// <summary>No 0 O, 1 I L: 31 characters, so that eight of them are 39 bits.</summary>
    public const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /// <summary>Characters of a code.</summary>
    public const int Length = 8;

    /// <summary>How long a code is good.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromHours(12);

    // Enough to make guessing from a stolen folder take longer than the codes are good; little enough to issue a hundred at once.
    private const int Iterations = 10_000;
    private const int HashBytes = 16;
    private const string Shelf = "codes";
    private readonly Lazy<byte[]> _salt = new(() => store.Secret("codes.salt", 16));

    /// <summary>Makes a new code for each of the posts.</summary>
    /// <returns>The codes, in the order of the posts. They are nowhere else.</returns>
    public IReadOnlyList<string> Issue(OperationId operation, IReadOnlyCollection<PostId> posts)
    {
        EndEarlier(operation, posts);
        var expires = time.GetUtcNow() + GoodFor;
        return [.. posts.Select(post =>
        {
            var code = RandomNumberGenerator.GetString(Alphabet, Length);
            store.Write(Shelf, HashOf(code), AccessJson.Write(new CodeRecord(operation, post, expires)));
            return code;
        })];
    }

    /// <summary>Takes a code in: whoever comes first gets the post, nobody else after.</summary>
    /// <param name="typed">As typed: case, spaces and hyphens do not matter.</param>
    /// <returns>What it was issued for; null where it is unknown, used or too old.</returns>
    public (OperationId Operation, PostId Post)? Redeem(string typed) =>
        Normalize(typed) is { } code
        && HashOf(code) is var hash
        && AccessJson.Read<CodeRecord>(store.Read(Shelf, hash)) is { } record
        && store.Take(Shelf, hash)
        && record.Expires >= time.GetUtcNow()
            ? (record.Operation, record.Post)
            : null;

    /// <summary>A code as people read it best: <c>K7QM-4TXR</c>.</summary>
    public static string Shown(string code) => $"{code[..4]}-{code[4..]}";

    private static string? Normalize(string typed)
    {
        var code = typed.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        return code.Length == Length && code.All(Alphabet.Contains) ? code : null;
    }

    private void EndEarlier(OperationId operation, IReadOnlyCollection<PostId> posts)
    {
        foreach (var (hash, json) in store.All(Shelf))
        {
            if (AccessJson.Read<CodeRecord>(json) is { } earlier
                && (earlier.Expires < time.GetUtcNow() || (earlier.Operation == operation && posts.Contains(earlier.Post))))
            {
                store.Take(Shelf, hash);
            }
        }
    }

    private string HashOf(string code)
    {
        var hash = Rfc2898DeriveBytes.Pbkdf2(Encoding.ASCII.GetBytes(code), _salt.Value, Iterations, HashAlgorithmName.SHA256, HashBytes);
        return Convert.ToHexStringLower(hash);
    }
}

/// <summary>What a code stands for. Stored under the code's hash.</summary>
internal sealed record CodeRecord(OperationId Operation, PostId Post, DateTimeOffset Expires);
