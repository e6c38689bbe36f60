using CommandCenter.Domain.Drills;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Windows;
using CommandCenter.Simulation.Scenarios;

namespace CommandCenter.Simulation.Tests.Drills;

/// <summary>What the story brings moves with its injects: postponed together, and none without the inject that tells of it.</summary>
public sealed class PostponedTests
{
    private static readonly TimeSpan Early = new(8, 20, 0);
    private static readonly TimeSpan Ten = new(10, 0, 0);
    private static readonly TimeSpan Later = new(12, 0, 0);

    [Fact]
    public async Task PowerCut_PostponedByHalfAnHour_ComesWithItsInject()
    {
        await using var drill = await Rehearsal.UntilAsync(Sample.Scenario("power-cut"), Ten);
        await drill.DirectAsync(new PostponeInjects(20));
        await drill.DirectAsync(new PostponeInjects(10));

        await drill.GoOnAsync(Later);

        Assert.Equal(new(11, 0, 0), await drill.CameAsync("power"));
        Assert.Equal(new(11, 6, 0), await drill.CameAsync("stairs"));
        Assert.Equal(Enumerable.Repeat(new TimeSpan(11, 0, 0), 14), await CutsAsync(drill));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task PowerCut_OfAnInjectInHandOrCancelled_DoesNotCome(bool cancelled)
    {
        await using var drill = await Rehearsal.UntilAsync(Sample.Scenario("power-cut"), Ten);
        await drill.DirectAsync(cancelled ? new CancelInject(new("power")) : new HoldInject(new("power")));

        await drill.GoOnAsync(Later);

        Assert.Empty(await CutsAsync(drill));
    }

    [Fact]
    public async Task PowerCut_OfAnInjectDeliveredByHand_ComesAtOnce()
    {
        await using var drill = await Rehearsal.UntilAsync(Sample.Scenario("power-cut"), Ten);
        await drill.DirectAsync(new DeliverInject(new("power")));

        await drill.GoOnAsync(Later);

        Assert.Equal(Enumerable.Repeat(Ten, 14), await CutsAsync(drill));
    }

    [Fact]
    public async Task PauseAndSuspension_WithATimeOfTheirOwn_ArePostponedToo()
    {
        var scenario = Sample.Scenario("standard-day") with
        {
            Pauses = [new(new("w1"), new(new(10, 30, 0), null), TimeSpan.FromMinutes(10), "停电")],
            Suspensions = [new(new(new(10, 50, 0), null), TimeSpan.FromMinutes(5), "暂停叫号，请稍候")],
        };
        await using var drill = await Rehearsal.UntilAsync(scenario, Ten);
        await drill.DirectAsync(new PostponeInjects(30));

        await drill.GoOnAsync(Later);

        var entries = await drill.EntriesAsync();
        Assert.Equal([new(11, 0, 0)], await CutsAsync(drill));
        Assert.Equal(new(11, 20, 0), Assert.Single(entries, static e => e.Event is OperationSuspended).At.TimeOfDay);
        Assert.Equal(new(11, 25, 0), Assert.Single(entries, static e => e.Event is OperationResumed).At.TimeOfDay);
    }

    [Fact]
    public async Task Condition_ThatIsFulfilledMeanwhile_RestsUntilWhatWasPostponedIsOver()
    {
        await using var asWritten = await Rehearsal.UntilAsync(Scripted(), Later);
        await using var drill = await Rehearsal.UntilAsync(Scripted(), Early);
        await drill.DirectAsync(new PostponeInjects(60));

        await drill.GoOnAsync(Later);

        Assert.True(await asWritten.CameAsync("crowding") < Early + TimeSpan.FromMinutes(60));
        Assert.True(await drill.CameAsync("crowding") >= Early + TimeSpan.FromMinutes(60));
    }

    [Fact]
    public async Task Delay_ThatRunsAlready_GrowsByWhatIsPostponed_AlsoAfterARestart()
    {
        await using var drill = await Rehearsal.UntilAsync(Scripted(), new(9, 16, 0));
        await drill.DirectAsync(new PostponeInjects(10));

        await using var again = await drill.RestartAsync();
        await again.GoOnAsync(Later);

        Assert.Equal(new(9, 15, 0), await again.CameAsync("call"));
        Assert.Equal(new(9, 30, 0), await again.CameAsync("report"));
        Assert.Equal(new(9, 29, 0), await again.CameAsync("nobody-came"));
    }

    private static async Task<List<TimeSpan>> CutsAsync(Rehearsal drill) =>
        [.. (await drill.EntriesAsync()).Where(static e => e.Event is WindowPaused { Reason: "停电" }).Select(static e => e.At.TimeOfDay)];

    private static Scenario Scripted() => Sample.Scenario("standard-day") with
    {
        Injects =
        [
            new(Inject("call") with { Action = new(ExpectedKind.OrderGiven, TimeSpan.FromMinutes(3)) }, new TimeSpan(9, 15, 0), null),
            new(Inject("report"), null, new(ConditionKind.MinutesAfter, "call", 5)),
            new(Inject("nobody-came"), null, new(ConditionKind.Unanswered, "call", 4)),
            new(Inject("crowding"), null, new(ConditionKind.WaitingAbove, "verification", 3)),
        ],
    };

    private static Inject Inject(string id) => new(new(id), null, "现场群众", new GroupId("order"), "要求派人", null, null);
}
