using CommandCenter.Domain.Incidents;

namespace CommandCenter.Domain.Tests.Incidents;

public sealed class PhotoTests : IncidentTest
{
    private static readonly string Hash = new('a', 64);
    private static readonly AddIncidentPhoto Add = new(Hash, 1000, 800, 600);

    private static IncidentPhotoAdded Added(string hash) => new(I1, "order-leader", hash, 1000, 800, 600);

    [Fact]
    public void Photo_OfAnOpenIncident_IsInItsFile() =>
        Incident(Raised).When(Add, actor: "order-leader").ThenEvents(Added(Hash));

    [Fact]
    public void Photo_ThatIsThereAlready_DoesNothing() =>
        Incident(Raised, Added(Hash)).When(Add, actor: "order-leader").ThenNothing();

    [Fact]
    public void Photo_AfterTheReview_IsRefused() =>
        Incident(Raised, Resolved, Closed).When(Add).ThenRejected(Rejections.IncidentClosedAlready);

    [Fact]
    public void Photo_BeyondForty_IsRefused()
    {
        IEvent[] events = [Raised, .. Enumerable.Range(10, 40).Select(static n => Added($"{n}{new string('b', 62)}"))];

        Incident(events).When(Add).ThenRejected(Rejections.IncidentPhotosFull);
    }
}
