using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Boards.Tickets;

/// <summary>The unguessable last part of the address of a household's own page; the same for the same key and household.</summary>
public static class TicketToken
{
    /// <summary>The shortest key, in bytes.</summary>
    public const int MinKeyLength = 16;

    private const int Length = 16;

    /// <summary>The first 128 bits of HMAC-SHA-256 over the household's id, as 22 characters of base64url.</summary>
    /// <exception cref="ArgumentException">The key is shorter than <see cref="MinKeyLength"/>.</exception>
    public static string Of(ReadOnlySpan<byte> key, HouseholdId household)
    {
        if (key.Length < MinKeyLength)
        {
            throw new ArgumentException($"The key must have at least {MinKeyLength} bytes.", nameof(key));
        }

        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(household.Value), hash);
        return Base64Url.EncodeToString(hash[..Length]);
    }
}
