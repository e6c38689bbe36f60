using System.Text;
using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Incidents;
using CommandCenter.Journal.Events;
using CommandCenter.Journal.Events.Upcasting;
using CommandCenter.Journal.Exports;
using CommandCenter.Journal.Tests.Fixtures;
using CommandCenter.Journal.Verification;

namespace CommandCenter.Journal.Tests.Events;

/// <summary>Journals written in older shapes stay readable; each upcaster has its fixture, an export written in that shape.</summary>
public sealed class OlderShapeTests
{
    private static readonly EventRegistry Registry = EventRegistry.Default;

    public static TheoryData<string> OlderNames => [.. AllUpcasters.List.Select(static u => u.From)];

    [Theory]
    [MemberData(nameof(OlderNames))]
    public void Fixture_OfEachOlderShape_VerifiesAndReads(string name)
    {
        var path = Fixture.PathOf(name + ".ndjson");

        var verdict = new ChainVerifier(Registry).Verify(path, null, CancellationToken.None);
        var entries = JournalExport.Read(path, Registry).ToList();

        Assert.Null(verdict.Fault);
        Assert.Contains(entries, e => e.EventType == name && Registry.NameOf(e.Event) != name);
    }

    [Fact]
    public void RollMissed_StoredBeforeItToldAmberFromRed_ReadsAsAmber()
    {
        var entry = JournalExport.Read(Fixture.PathOf("group.roll-missed.v1.ndjson"), Registry).ElementAt(1);

        Assert.Equal(new RollMissed(new("order"), new("order-03"), Red: false, Next: null), entry.Event);
        Assert.Equal("group.roll-missed.v1", entry.EventType);
        Assert.Equal("""{"group":"order","member":"order-03"}""", Encoding.UTF8.GetString(entry.Payload.Span));
    }

    [Fact]
    public void IncidentEscalated_StoredBeforeItSaidWhoWasSkipped_ReadsAsSkippingNobody()
    {
        var entry = JournalExport.Read(Fixture.PathOf("incident.escalated.v1.ndjson"), Registry).ElementAt(1);

        var escalated = Assert.IsType<IncidentEscalated>(entry.Event);
        Assert.Equal((1, "order-leader", false), (escalated.Level, escalated.To, escalated.NobodyThere));
        Assert.Empty(escalated.Skipped);
        Assert.Equal("incident.escalated.v1", entry.EventType);
    }
}
