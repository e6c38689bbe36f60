using CommandCenter.Domain.Drills;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;
using CommandCenter.Journal;

namespace CommandCenter.Simulation.Tests.Drills;

/// <summary>Nothing is done in the name of a post that a person holds, whichever it is; once it has come back the simulation goes on with it.</summary>
public sealed class PostTakeoverTests
{
    private static readonly TimeSpan Before = new(8, 0, 0);
    private static readonly TimeSpan Ten = new(10, 0, 0);
    private static readonly TimeSpan Night = new(23, 50, 0);
    private static readonly string[] Receptions =
        [.. Sample.Operation(1).Plan!.Posts.Where(static p => p.Role == PostRole.Reception).Select(static p => p.Id.Value)];

    [Fact]
    public async Task Commander_HeldInTheMorning_TheOpeningWaits()
    {
        await using var drill = await Rehearsal.UntilAsync(Sample.Scenario("standard-day"), Before, "commander");
        await drill.GoOnAsync(Ten);
        Assert.Equal(OperationPhase.Preparing, drill.Phase);
        Assert.Empty(await ByAsync(drill, "commander"));

        drill.GiveBack("commander");
        await drill.GoOnAsync(Ten + TimeSpan.FromMinutes(2));
        Assert.Equal(OperationPhase.Open, drill.Phase);
        await drill.GoOnAsync(Night);

        Assert.Equal(OperationPhase.Closed, drill.Phase);
        Assert.Contains(await drill.EntriesAsync(), static e => e.Event is DrillEnded);
    }

    [Fact]
    public async Task Commander_HeldMeanwhile_ReviewsWait()
    {
        await using var drill = await Rehearsal.UntilAsync(Sample.Scenario("standard-day"), new(8, 40, 0));
        drill.Take("commander");
        await drill.GoOnAsync(new(12, 0, 0));
        Assert.Contains(await drill.EntriesAsync(), static e => e.Event is IncidentResolved);
        Assert.DoesNotContain(await drill.EntriesAsync(), static e => e.Event is IncidentClosed);

        drill.GiveBack("commander");
        await drill.GoOnAsync(new(12, 5, 0));

        Assert.Contains(await drill.EntriesAsync(), static e => e.Event is IncidentClosed && e.Actor.Value == "commander");
    }

    [Fact]
    public async Task Commander_HeldInTheEvening_TheDayIsThePersonsToClose()
    {
        await using var drill = await Rehearsal.UntilAsync(Sample.Scenario("standard-day"), Ten);
        drill.Take("commander");
        await drill.GoOnAsync(new(22, 0, 0));
        Assert.Equal(OperationPhase.Open, drill.Phase);

        await drill.GiveAsync("commander", GrainAddress.Operation, new BeginClosing());
        drill.GiveBack("commander");
        await drill.GoOnAsync(new(22, 10, 0));

        Assert.Equal(OperationPhase.Closed, drill.Phase);
    }

    [Fact]
    public async Task Reception_OneDeskTaken_TheOthersGoOnAndNobodyIsForgotten()
    {
        await using var drill = await Rehearsal.UntilAsync(Sample.Scenario("standard-day"), new(9, 0, 0));
        var taken = drill.Now;
        drill.Take(Receptions[0]);
        await drill.GoOnAsync(Night);

        Assert.DoesNotContain(await ByAsync(drill, Receptions[0]), e => e.At > taken);
        Assert.InRange((await drill.EntriesAsync()).Count(static e => e.Event is HouseholdCheckedIn), 190, 199);
        Assert.Equal(OperationPhase.Closed, drill.Phase);
    }

    [Fact]
    public async Task Reception_AllDesksTaken_TheLineWaitsUntilOneComesBack()
    {
        await using var drill = await Rehearsal.UntilAsync(Sample.Scenario("standard-day"), new(9, 0, 0));
        var before = await CheckedInAsync(drill);
        Receptions.ToList().ForEach(drill.Take);
        await drill.GoOnAsync(Ten);
        Assert.Equal(before, await CheckedInAsync(drill));

        drill.GiveBack(Receptions[^1]);
        await drill.GoOnAsync(Night);

        Assert.InRange(await CheckedInAsync(drill), 190, 199);
        Assert.Equal(OperationPhase.Closed, drill.Phase);
    }

    [Fact]
    public async Task Supervisor_HeldDuringASuspension_ThePersonHasToResumeIt()
    {
        var scenario = Sample.Scenario("standard-day") with
        {
            Suspensions = [new(new(new(10, 30, 0), null), TimeSpan.FromMinutes(10), "暂停叫号，请稍候")],
        };
        await using var drill = await Rehearsal.UntilAsync(scenario, Ten, "supervisor");
        await drill.GoOnAsync(new(11, 0, 0));
        Assert.Equal(OperationPhase.Suspended, drill.Phase);

        drill.GiveBack("supervisor");
        await drill.GoOnAsync(new(11, 2, 0));

        Assert.Equal(OperationPhase.Open, drill.Phase);
    }

    [Fact]
    public async Task Director_HeldByAPerson_ConditionsStillBringTheirInjectsAndTheDrillEnds()
    {
        await using var drill = await Rehearsal.UntilAsync(Sample.Scenario("popular-type-sold-out"), Ten);
        drill.Take("drill-director");
        await drill.GoOnAsync(Night);

        var entries = await drill.EntriesAsync();
        Assert.Contains(entries, static e => e.Event is InjectDelivered { Inject.Id.Value: "sold-out" } && e.Actor == Actor.Script);
        Assert.DoesNotContain(await ByAsync(drill, "drill-director"), e => e.At.TimeOfDay > Ten);
        Assert.Contains(entries, static e => e.Event is DrillEnded);
    }

    private static async Task<List<JournalEntry>> ByAsync(Rehearsal drill, string post) =>
        [.. (await drill.EntriesAsync()).Where(e => e.Actor == Actor.Of(new(post)))];

    private static async Task<int> CheckedInAsync(Rehearsal drill) => (await drill.EntriesAsync()).Count(static e => e.Event is HouseholdCheckedIn);
}
