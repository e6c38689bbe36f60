using CommandCenter.Domain.Incidents;

namespace CommandCenter.Domain.Tests.Incidents;

public sealed class VoiceTests : IncidentTest
{
    private static readonly string Hash = new('a', 64);
    private static readonly AddIncidentVoice Add = new(Hash, 1000, VoiceContainer.Ogg, 12);

    private static IncidentVoiceAdded Added(string hash) => new(I1, "order-leader", hash, 1000, VoiceContainer.Ogg, 12);

    [Fact]
    public void Voice_OnAnOpenIncident_IsInItsFile() =>
        Incident(Raised).When(Add, actor: "order-leader").ThenEvents(Added(Hash));

    [Fact]
    public void Voice_ThatIsThereAlready_DoesNothing() =>
        Incident(Raised, Added(Hash)).When(Add, actor: "order-leader").ThenNothing();

    [Fact]
    public void Voice_AfterTheReview_IsRefused() =>
        Incident(Raised, Resolved, Closed).When(Add).ThenRejected(Rejections.IncidentClosedAlready);

    [Fact]
    public void Voice_BeyondTwenty_IsRefused()
    {
        IEvent[] events = [Raised, .. Enumerable.Range(10, 20).Select(static n => Added($"{n}{new string('b', 62)}"))];

        Incident(events).When(Add).ThenRejected(Rejections.IncidentVoicesFull);
    }

    [Theory]
    [InlineData(0, VoiceContainer.Webm, 12, "size")]
    [InlineData((1024 * 1024) + 1, VoiceContainer.Webm, 12, "size")]
    [InlineData(1000, (VoiceContainer)7, 12, "container")]
    [InlineData(1000, VoiceContainer.Webm, 0, "seconds")]
    [InlineData(1000, VoiceContainer.Webm, 61, "seconds")]
    public void Voice_OutsideItsBounds_IsRefused(int size, VoiceContainer container, int seconds, string field) =>
        Incident(Raised).When(new AddIncidentVoice(Hash, size, container, seconds)).ThenRejected(Rejections.OutOfRange, field);
}
