using System.Collections.Immutable;

namespace CommandCenter.Domain.Incidents;

/// <summary>What photos and voice notes have in common: bytes beside the journal, named by their hash, so many in a file.</summary>
internal static class AttachmentRules
{
    // SHA-256 in hex.
    private const int HashLength = 64;

    /// <summary>Refuses a hash that is none, and a size outside its bounds.</summary>
    public static Rejection? Check(string hash, int size, int mostBytes) =>
        (hash is { Length: HashLength } && hash.All(char.IsAsciiHexDigitLower) ? null : Rejections.NotFound.For("hash"))
        ?? ValueRule.Between(size, 1, mostBytes, "size");

    /// <summary>Puts one into the file while that is open; the same one once, and no more than so many.</summary>
    public static Decision Add(IncidentState state, ImmutableHashSet<string> there, int most, Rejection full, IEvent added, string hash) =>
        FileRules.RefuseUnlessOnFile(state) is { } refusal ? refusal
        : there.Contains(hash) ? Decision.Nothing
        : there.Count >= most ? full.With($"{most}")
        : Decision.Accept(added);
}
