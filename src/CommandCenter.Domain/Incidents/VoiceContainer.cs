namespace CommandCenter.Domain.Incidents;

/// <summary>The containers in which phones record: each browser knows at least one of them.</summary>
public enum VoiceContainer
{
    /// <summary>WebM (Matroska), as Chromium records.</summary>
    Webm,

    /// <summary>Ogg, as Firefox records.</summary>
    Ogg,

    /// <summary>ISO base media (MP4), as Safari records.</summary>
    Mp4,
}
