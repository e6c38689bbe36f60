using System.Text.Json;
using CommandCenter.Boards;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Simulation.Tests.Drills;

/// <summary>Whole days. What a report says must be what a person would believe.</summary>
public sealed class DrillTests
{
    public static TheoryData<string> OneHall => ["standard-day", "rush-at-opening", "power-cut", "popular-type-sold-out"];

    [Theory]
    [MemberData(nameof(OneHall))]
    public async Task Drill_EachScenario_BringsEveryoneThrough(string name)
    {
        var (report, journal) = await Sample.PlayAsync(Sample.Scenario(name));

        Assert.Equal(199, report.Households);
        Assert.Equal(638, report.People);
        Assert.InRange(report.CheckedIn, 190, 199);
        Assert.Equal(report.CheckedIn, report.Completed + report.GaveUp);
        Assert.True(report.GaveUp <= 10, $"{report.GaveUp} gave up");
        Assert.Equal(0, report.DoubleAllocations);
        Assert.InRange(report.UnitsConfirmed, report.Completed - report.Declined, 236);
        Assert.Equal(report.Cases, report.CasesAnswered);
        Assert.Equal(journal.LastSequence, report.Sequence);
        Assert.InRange(report.EndOfDay!.Value.Hour, 15, 20);
        Assert.All(report.Steps.Values, static s => Assert.True(s.WaitP50 <= s.WaitP90 && s.WaitP90 <= s.WaitMax));
        Assert.All(report.Windows, static w => Assert.InRange(w.Value.Occupancy, 0, 1));
        Assert.Equal(report.CheckedIn, report.Steps["check-in"].Served);
        Assert.InRange(report.Rejections, 0, report.Commands / 50);
    }

    [Fact]
    public async Task Drill_SameScenarioAndSeed_GivesTheSameChain()
    {
        var (one, _) = await Sample.PlayAsync(Sample.Scenario("power-cut"), 42);
        var (two, _) = await Sample.PlayAsync(Sample.Scenario("power-cut"), 42);
        var (other, _) = await Sample.PlayAsync(Sample.Scenario("power-cut"), 43);
        Assert.Equal(one.Chain, two.Chain);
        Assert.NotEqual(one.Chain, other.Chain);
    }

    [Fact]
    public async Task PowerCut_TwentyMinutes_NobodyIsCalledMeanwhile()
    {
        var (_, journal) = await Sample.PlayAsync(Sample.Scenario("power-cut"));
        var midnight = new DateTimeOffset(2026, 12, 5, 0, 0, 0, TimeSpan.FromHours(8));
        var (from, until) = (midnight.AddHours(10.5), midnight.AddHours(10.5).AddMinutes(20));
        var paused = 0;
        await foreach (var entry in journal.ReadAsync(0, CancellationToken.None))
        {
            if (entry.At >= from && entry.At < until)
            {
                Assert.False(entry.Event is TicketSeated, $"{entry.Event}");
                paused += entry.Event is WindowPaused { Reason: "停电" } ? 1 : 0;
            }
        }

        Assert.Equal(14, paused);
    }

    [Fact]
    public async Task SoldOut_PopularTypes_RunOutAndTheConditionsFire()
    {
        var (report, journal) = await Sample.PlayAsync(Sample.Scenario("popular-type-sold-out"));
        var raised = new List<IncidentId>();
        await foreach (var entry in journal.ReadAsync(0, CancellationToken.None))
        {
            if (entry.Event is IncidentRaised e)
            {
                raised.Add(e.Incident);
            }
        }

        Assert.Equal(0, report.UnitsLeft["t75"]);
        Assert.Equal(0, report.UnitsLeft["t105"]);
        Assert.Contains(new IncidentId("inj-sold-out"), raised);
        Assert.Contains(new IncidentId("inj-complaint"), raised);
    }

    [Fact]
    public async Task Rush_EverybodyAtOnce_WaitsLongerAtTheDoor()
    {
        var (rush, _) = await Sample.PlayAsync(Sample.Scenario("rush-at-opening"));
        var (standard, _) = await Sample.PlayAsync(Sample.Scenario("standard-day"));
        Assert.True(rush.Steps["check-in"].WaitP50 > 5 * standard.Steps["check-in"].WaitP50);
        Assert.True(rush.Steps["verification"].WaitP50 > standard.Steps["verification"].WaitP50);
    }

    [Fact]
    public async Task TenTimes_TheSameRules_HoldAtTenTimesTheSize()
    {
        var (report, _) = await Sample.PlayAsync(Sample.Scenario("ten-times"));
        Assert.Equal(1990, report.Households);
        Assert.Equal(6380, report.People);
        Assert.Equal(140, report.Windows.Count);
        Assert.Equal(0, report.DoubleAllocations);
        Assert.Equal(report.CheckedIn, report.Completed + report.GaveUp);
    }

    [Fact]
    public async Task Boards_AWholeDay_ReplayGivesExactlyWhatLiveGave()
    {
        var live = new BoardSet();
        var (_, journal) = await Sample.PlayAsync(Sample.Scenario("standard-day"), null, live);
        var replayed = new BoardSet();
        await foreach (var entry in journal.ReadAsync(0, CancellationToken.None))
        {
            replayed.Apply(entry);
        }

        Assert.Equal(live.Topics.Order(), replayed.Topics.Order());
        Assert.All(live.Topics, t => Assert.Equal(Json(live, t), Json(replayed, t)));
    }

    private static string Json(BoardSet boards, string topic)
    {
        var snapshot = boards.Read(topic)!;
        return $"{snapshot.Sequence} {snapshot.At:O} {JsonSerializer.Serialize(snapshot.Data, snapshot.Data.GetType(), BoardJson.Options)}";
    }
}
