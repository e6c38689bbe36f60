using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Draws;

/// <summary>
/// The order that follows from a frozen list and a public seed. Anyone can check it with pen, paper and a SHA-256
/// program: each household's place is decided by the hash of <c>seed|household</c>, smallest first (compared as
/// hexadecimal text; the household id decides between equals).
/// </summary>
public static class SeededOrder
{
    /// <summary>The order; independent of the order in which the list stands.</summary>
    public static ImmutableArray<HouseholdId> Of(ImmutableArray<HouseholdId> households, string seed) =>
    [
        .. households
            .OrderBy(h => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}|{h.Value}"))), StringComparer.Ordinal)
            .ThenBy(static h => h.Value, StringComparer.Ordinal),
    ];
}
