using CommandCenter.Domain.Incidents;
using CommandCenter.Server.Api;

namespace CommandCenter.Server.Voices;

/// <summary>
/// Makes of what a phone recorded the voice note that is kept: what it is follows from its bytes, not from what the sender
/// says, and whatever its container holds besides sound is overwritten.
/// </summary>
/// <remarks>
/// Containers have room for tags, among them the place and the device. Each part of a container that is not needed to play
/// the sound is blanked where it lies, so that nothing moves; a container that cannot be walked from its first byte to its
/// last is refused. The sound itself is kept as it came: it is neither decoded nor encoded anew, so what somebody hides within
/// the coded sound stays.
/// </remarks>
internal static class CuttingRoom
{
    /// <summary>Cleans a recording in place; gives its container, or says what is wrong with it.</summary>
    public static (VoiceContainer? Container, Problem? Problem) Cut(byte[] sent)
    {
        if (ContainerOf(sent) is not { } container)
        {
            return (null, Problem.NotAVoice);
        }

        var isSound = container switch
        {
            VoiceContainer.Webm => WebmSound.Clean(sent),
            VoiceContainer.Ogg => OggSound.Clean(sent),
            _ => Mp4Sound.Clean(sent),
        };
        return isSound ? (container, null) : (null, Problem.VoiceUnusable);
    }

    private static VoiceContainer? ContainerOf(ReadOnlySpan<byte> sent) =>
        sent.StartsWith(WebmSound.Start) ? VoiceContainer.Webm
        : sent.StartsWith(OggSound.Start) ? VoiceContainer.Ogg
        : sent.Length > 8 && sent[4..].StartsWith(Mp4Sound.Start) ? VoiceContainer.Mp4
        : null;
}
