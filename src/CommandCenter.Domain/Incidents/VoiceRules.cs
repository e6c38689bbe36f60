namespace CommandCenter.Domain.Incidents;

/// <summary>Voice notes in the file of an incident. The recordings themselves lie beside the journal, under their hashes.</summary>
public static class VoiceRules
{
    /// <summary>Bytes of a voice note at most: a minute of speech at four times the rate that is asked of the phone.</summary>
    public const int MostBytes = 1024 * 1024;

    /// <summary>Seconds of a voice note at most, as the phone that recorded it counted them.</summary>
    public const int MostSeconds = 60;

    // Who has more to say calls.
    private const int MostVoices = 20;

    internal static Decision Add(IncidentState state, AddIncidentVoice c, in DecisionContext context) =>
        (AttachmentRules.Check(c.Hash, c.Size, MostBytes)
            ?? ValueRule.Defined<VoiceContainer>(c.Container, "container")
            ?? ValueRule.Between(c.Seconds, 1, MostSeconds, "seconds")) is { } fault
            ? fault
            : AttachmentRules.Add(
                state, state.Voices, MostVoices, Rejections.IncidentVoicesFull,
                new IncidentVoiceAdded(state.Incident, context.Actor.Value, c.Hash, c.Size, c.Container, c.Seconds), c.Hash);
}
