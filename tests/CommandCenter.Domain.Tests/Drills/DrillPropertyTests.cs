using CommandCenter.Domain.Drills;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;

namespace CommandCenter.Domain.Tests.Drills;

public sealed class DrillPropertyTests : DrillTest
{
    private static readonly InjectId[] Ids = [Crowd.Id, Rumour.Id, new("flood")];

    private static IEnumerable<ICommand> Commands() =>
    [
        .. Enumerable.Repeat(new PrepareDrill("standard-day", 7, [Crowd, Rumour]), 4), new StartDrill(10), new StartDrill(0),
        new PauseDrill(), new ResumeDrill(), new ChangeDrillSpeed(60), new PostponeInjects(20), new ObserveDrill(null, "到场快", 5),
        new EndDrill(),
        .. Ids.SelectMany(static IEnumerable<ICommand> (i) => [new DeliverInject(i), new HoldInject(i), new CancelInject(i)]),
    ];

    [Fact]
    public void AnyHistory_NoInjectTwice_NothingBeforeTheStartOrAfterTheEnd() =>
        new RandomHistory(new DrillDecider(), "self", OperationMode.Drill, [.. Commands()]).Check<DrillState>((before, e, after) =>
        {
            // What was seen may still be noted when it is over; nothing else happens then.
            Assert.True(before.Status != DrillStatus.Ended || e is DrillObserved, $"{before.Status}: {e}");
            Assert.True(e is DrillPrepared or DrillStarted or DrillObserved || before.IsUnderWay, $"{before.Status}: {e}");
            Assert.All(before.Injects, i => Assert.True(Allowed(i.Status, after.Find(i.Inject.Id)!.Status), $"{e}"));
            Assert.True(e is not InjectDelivered delivered || before.Find(delivered.Inject.Id)!.Status < InjectStatus.Delivered);
        });

    private static bool Allowed(InjectStatus before, InjectStatus after) => before == after || before < InjectStatus.Delivered;
}
