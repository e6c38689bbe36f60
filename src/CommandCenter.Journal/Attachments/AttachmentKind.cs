using System.Collections.Immutable;
using CommandCenter.Domain.Incidents;

namespace CommandCenter.Journal.Attachments;

/// <summary>
/// A kind of file that lies beside the journal: <c>{data}/{name}s/{operation}/{SHA-256 of the bytes}{ending}</c>, and the same
/// within an archive. Names and endings are stored: they do not change.
/// </summary>
/// <param name="Name">What it is, e.g. <c>photo</c>.</param>
/// <param name="Ending">How its files end, with the dot.</param>
/// <param name="MediaType">What browsers are told.</param>
/// <param name="MostBytes">Bytes at most.</param>
public sealed record AttachmentKind(string Name, string Ending, string MediaType, int MostBytes)
{
    /// <summary>A photo.</summary>
    public static readonly AttachmentKind Photo = new("photo", ".jpg", "image/jpeg", PhotoRules.MostBytes);

    private static readonly AttachmentKind Webm = new("voice", ".webm", "audio/webm", VoiceRules.MostBytes);
    private static readonly AttachmentKind Ogg = new("voice", ".ogg", "audio/ogg", VoiceRules.MostBytes);
    private static readonly AttachmentKind Mp4 = new("voice", ".m4a", "audio/mp4", VoiceRules.MostBytes);

    /// <summary>All of them.</summary>
    public static ImmutableArray<AttachmentKind> All { get; } = [Photo, Webm, Ogg, Mp4];

    /// <summary>The folder of the kind.</summary>
    public string Folder => $"{Name}s";

    /// <summary>A voice note in a container.</summary>
    public static AttachmentKind Voice(VoiceContainer container) => container switch
    {
        VoiceContainer.Webm => Webm,
        VoiceContainer.Ogg => Ogg,
        _ => Mp4,
    };
}
