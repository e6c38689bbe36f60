using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Operations;

namespace CommandCenter.Domain.Tests.Incidents;

public sealed class IncidentPropertyTests
{
    private static readonly ICommand[] Commands =
    [
        new RaiseIncident(new("crowding"), new("gate"), null, "大门拥挤", null),
        new RaiseIncident(new("crowding"), new("gate"), null, "大门拥挤", null),
        new RaiseIncident(new("medical"), new("hall"), 4, "不适", new("h1")),
        new AcknowledgeIncident(), new RespondToIncident(), new ReachIncident(), new NoteIncident("加派"), new CheckIncidentItem("barrier"),
        new ReassignIncident(new("service"), "室内"), new ReassignIncident(new("order"), "室外"),
        new ChangeSeverity(1, "加重"), new ChangeSeverity(4, "减轻"), new MergeIncident(new("i2")), new CallFalseAlarm("误报"),
        new ResolveIncident("已疏散"), new CloseIncident("已复盘"), new ReopenIncident("又起"),
    ];

    [Fact]
    public void AnyHistory_NeverGoesBackButByReopening() =>
        new RandomHistory(new IncidentDecider(), "i1", OperationMode.Live, Commands).Check<IncidentState>((before, e, after) =>
        {
            Assert.True(after.Status >= before.Status || e is IncidentReopened, $"{before.Status} to {after.Status} by {e}");
            Assert.NotEqual(IncidentStatus.Merged, before.Status);
            Assert.NotNull(after.Raised);
            Assert.True(after.IsOpen || !new IncidentDecider().Deadlines(after).Any());
        });
}
