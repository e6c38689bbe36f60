namespace CommandCenter.Domain.Incidents;

/// <summary>Photos in the file of an incident. The pictures themselves lie beside the journal, under their hashes.</summary>
public static class PhotoRules
{
    /// <summary>Bytes of a photo at most, as it is sent and as it is kept.</summary>
    public const int MostBytes = 5 * 1024 * 1024;

    /// <summary>Pixels of its longer side at most, as it is kept.</summary>
    public const int LongestSide = 1600;

    // A file that is looked through in the field; who needs more takes them elsewhere.
    private const int MostPhotos = 40;

    internal static Decision Add(IncidentState state, AddIncidentPhoto c, in DecisionContext context) =>
        (AttachmentRules.Check(c.Hash, c.Size, MostBytes)
            ?? ValueRule.Between(c.Width, 1, LongestSide, "width")
            ?? ValueRule.Between(c.Height, 1, LongestSide, "height")) is { } fault
            ? fault
            : AttachmentRules.Add(
                state, state.Photos, MostPhotos, Rejections.IncidentPhotosFull,
                new IncidentPhotoAdded(state.Incident, context.Actor.Value, c.Hash, c.Size, c.Width, c.Height), c.Hash);
}
