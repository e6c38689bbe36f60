namespace CommandCenter.Domain.Incidents;

/// <summary>Photos in the file of an incident. The pictures themselves lie beside the journal, under their hashes.</summary>
public static class PhotoRules
{
    /// <summary>Bytes of a photo at most, as it is sent and as it is kept.</summary>
    public const int MostBytes = 5 * 1024 * 1024;

    /// <summary>Pixels of its longer side at most, as it is kept.</summary>
    public const int LongestSide = 1600;

    // SHA-256 in hex.
    private const int HashLength = 64;

    // A file that is looked through in the field; who needs more takes them elsewhere.
    private const int MostPhotos = 40;

    internal static Decision Add(IncidentState state, AddIncidentPhoto c, in DecisionContext context)
    {
        if ((Check(c) ?? FileRules.RefuseUnlessOnFile(state)) is { } refusal)
        {
            return refusal;
        }

        return state.Photos.Contains(c.Hash) ? Decision.Nothing
            : state.Photos.Count >= MostPhotos ? Rejections.IncidentPhotosFull.With($"{MostPhotos}")
            : Decision.Accept(new IncidentPhotoAdded(state.Incident, context.Actor.Value, c.Hash, c.Size, c.Width, c.Height));
    }

    private static Rejection? Check(AddIncidentPhoto c) =>
        (c.Hash is { Length: HashLength } hash && hash.All(char.IsAsciiHexDigitLower) ? null : Rejections.NotFound.For("hash"))
        ?? ValueRule.Between(c.Size, 1, MostBytes, "size")
        ?? ValueRule.Between(c.Width, 1, LongestSide, "width")
        ?? ValueRule.Between(c.Height, 1, LongestSide, "height");
}
