using System.Text;
using CommandCenter.Domain.Incidents;
using CommandCenter.Server.Voices;

namespace CommandCenter.Server.Tests.Voices;

public sealed class CuttingRoomTests
{
    public static TheoryData<VoiceContainer> Containers { get; } = [VoiceContainer.Webm, VoiceContainer.Ogg, VoiceContainer.Mp4];

    [Theory]
    [MemberData(nameof(Containers))]
    public void Cut_RecordingWithTags_KeepsTheSoundAndItsPlaceAndNoTag(VoiceContainer container)
    {
        var sent = Of(container);
        var (length, place) = (sent.Length, Text(sent).IndexOf(Recordings.Sound, StringComparison.Ordinal));

        var (found, _) = CuttingRoom.Cut(sent);

        Assert.Equal(container, found);
        Assert.Equal((length, place), (sent.Length, Text(sent).IndexOf(Recordings.Sound, StringComparison.Ordinal)));
        Assert.DoesNotContain(Recordings.Telltale, Text(sent), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Containers))]
    public void Cut_RecordingThatWasCutBefore_StaysAsItIs(VoiceContainer container)
    {
        var once = Of(container);
        CuttingRoom.Cut(once);
        var twice = once.ToArray();

        Assert.Equal(container, CuttingRoom.Cut(twice).Container);

        Assert.Equal(once, twice);
    }

    [Theory]
    [MemberData(nameof(Containers))]
    public void Cut_RecordingThatEndsBeforeItsSound_IsRefused(VoiceContainer container)
    {
        var whole = Of(container);
        var end = Text(whole).IndexOf(Recordings.Sound, StringComparison.Ordinal) + Recordings.Sound.Length;
        for (var length = 9; length < end; length++)
        {
            Assert.Equal("voice-unusable", CuttingRoom.Cut(whole[..length]).Problem?.Refusal.Code);
        }
    }

    [Theory]
    [MemberData(nameof(Containers))]
    public void Cut_RecordingWithOneByteWrong_IsAnsweredWhateverItIs(VoiceContainer container)
    {
        for (var at = 0; at < Of(container).Length; at++)
        {
            var sent = Of(container);
            sent[at] ^= 0xFF;
            var (found, problem) = CuttingRoom.Cut(sent);
            Assert.True(found is null ^ problem is null, $"byte {at}");
        }
    }

    [Fact]
    public void Cut_Video_IsRefused()
    {
        Assert.Equal("voice-unusable", CuttingRoom.Cut(Recordings.Webm(trackType: 1)).Problem!.Refusal.Code);
        Assert.Equal("voice-unusable", CuttingRoom.Cut(Recordings.Mp4(handler: "vide")).Problem!.Refusal.Code);
    }

    [Theory]
    [InlineData("ID3 and so on")]
    [InlineData("RIFF    WAVE")]
    [InlineData("<html><script>")]
    public void Cut_SomethingElse_IsRefused(string sent) =>
        Assert.Equal((415, "not-a-voice"), (CuttingRoom.Cut(Encoding.ASCII.GetBytes(sent)).Problem!.Status, CuttingRoom.Cut(Encoding.ASCII.GetBytes(sent)).Problem!.Refusal.Code));

    private static byte[] Of(VoiceContainer container) => container switch
    {
        VoiceContainer.Webm => Recordings.Webm(),
        VoiceContainer.Ogg => Recordings.Ogg(),
        _ => Recordings.Mp4(),
    };

    private static string Text(byte[] bytes) => Encoding.Latin1.GetString(bytes);
}
