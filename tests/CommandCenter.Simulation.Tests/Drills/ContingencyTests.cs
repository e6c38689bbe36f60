using CommandCenter.Domain.Drills;
using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;
using CommandCenter.Simulation.Scenarios;

namespace CommandCenter.Simulation.Tests.Drills;

/// <summary>A contingency inject comes when the players do not react, and stays away when they do.</summary>
public sealed class ContingencyTests
{
    private static readonly TimeSpan Faint = new(10, 38, 0);
    private static readonly TimeSpan Minutes4 = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan Later = new(11, 30, 0);

    [Fact]
    public async Task FaintFamily_TheMedicDoesNotCome_Comes()
    {
        // The post is a person's, and the person does nothing.
        await using var drill = await Rehearsal.UntilAsync(Sample.Scenario("standard-day"), Later, "medical-leader");

        Assert.Equal(Faint, await drill.CameAsync("faint"));
        Assert.Equal(Faint + Minutes4, await drill.CameAsync("faint-family"));
    }

    [Fact]
    public async Task FaintFamily_TheMedicIsThereInTime_StaysAway()
    {
        await using var drill = await Rehearsal.UntilAsync(Sample.Scenario("standard-day"), Faint, "medical-leader");
        var incident = GrainAddress.Of(new IncidentId("inj-faint"));
        await drill.GiveAsync("medical-leader", incident, new AcknowledgeIncident());
        await drill.GiveAsync("medical-leader", incident, new RespondToIncident());
        await drill.GiveAsync("medical-leader", incident, new ReachIncident());

        await drill.GoOnAsync(Later);

        Assert.Null(await drill.CameAsync("faint-family"));
    }

    [Fact]
    public async Task NoOrder_WithinItsTime_BringsTheNextInject_AndAnOrderDoesNot()
    {
        await using var idle = await Rehearsal.UntilAsync(Story(), Later);
        await using var busy = await Rehearsal.UntilAsync(Story(), Faint);
        await busy.GiveAsync("commander", GrainAddress.Of(new GroupId("order")), new Assign(null, "派两人到核验区", Sample.Operation(1).Plan!.Closes, null, null));
        await busy.GoOnAsync(Later);

        Assert.Equal(Faint + Minutes4, await idle.CameAsync("louder"));
        Assert.Null(await busy.CameAsync("louder"));
    }

    private static Scenario Story() => Sample.Scenario("standard-day") with
    {
        Injects =
        [
            new(Said("quarrel") with { Action = new(ExpectedKind.OrderGiven, TimeSpan.FromMinutes(3)) }, Faint, null),
            new(Said("louder"), null, new(ConditionKind.Unanswered, "quarrel", 4)),
        ],
    };

    private static Inject Said(string id) => new(new(id), null, "现场群众", new GroupId("order"), "有人争执", null, null);
}
