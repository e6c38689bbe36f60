using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Simulation.Tests.Drills;

/// <summary>A person takes a window over and leaves it again, at whatever moment: its clerk goes on, and the day comes to its end.</summary>
public sealed class WindowTakeoverTests
{
    private const string Clerk = "clerk-w1";
    private const string Selection = "w6";
    private static readonly TimeSpan Before = new(8, 10, 0);
    private static readonly TimeSpan Morning = new(9, 0, 0);
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan Night = new(23, 0, 0);

    public static TheoryData<string> Moments => ["idle", "called", "arrived", "in service"];

    [Theory]
    [MemberData(nameof(Moments))]
    public async Task Window_LeftAtAnyMoment_IsServedOnAndTheDayEnds(string moment)
    {
        await using var drill = await Rehearsal.UntilAsync(Sample.Scenario("standard-day"), Morning);
        await drill.GoOnAsync("w1", w => Is(w, moment));

        await AwayAsync(drill, Clerk);

        await AssertServesOnAsync(drill, "w1");
    }

    [Theory]
    [MemberData(nameof(Moments))]
    public async Task Window_LeftAfterARestart_IsServedOnAndTheDayEnds(string moment)
    {
        await using var drill = await Rehearsal.UntilAsync(Sample.Scenario("standard-day"), Morning);
        await drill.GoOnAsync("w1", w => Is(w, moment));
        drill.Take(Clerk);
        await drill.GoOnAsync(drill.Now.TimeOfDay + TimeSpan.FromMinutes(20));

        await using var again = await drill.RestartAsync();
        again.GiveBack(Clerk);

        await AssertServesOnAsync(again, "w1");
    }

    [Fact]
    public async Task Window_NeverOpenedByThePerson_IsOpenedByItsClerk()
    {
        await using var drill = await Rehearsal.UntilAsync(Sample.Scenario("standard-day"), Before, Clerk);
        await drill.GoOnAsync(Morning);
        Assert.Equal(WindowMode.Closed, (await drill.StateAsync("w1")).Mode);

        drill.GiveBack(Clerk);

        await AssertServesOnAsync(drill, "w1");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Window_ShutByThePerson_IsOpenedByItsClerk(bool pauses)
    {
        await using var drill = await Rehearsal.UntilAsync(Sample.Scenario("standard-day"), Morning);
        await drill.GoOnAsync("w1", static w => Is(w, "idle"));
        drill.Take(Clerk);
        await drill.GiveAsync(Clerk, GrainAddress.Of(new WindowId("w1")), pauses ? new PauseWindow("离开一下") : new CloseWindow());
        await drill.GoOnAsync(drill.Now.TimeOfDay + TimeSpan.FromMinutes(20));
        Assert.NotEqual(WindowMode.Open, (await drill.StateAsync("w1")).Mode);

        drill.GiveBack(Clerk);

        await AssertServesOnAsync(drill, "w1");
    }

    [Fact]
    public async Task Household_PutAsideByThePerson_IsTakenUpByTheClerk()
    {
        await using var drill = await Rehearsal.UntilAsync(Sample.Scenario("standard-day"), Morning);
        var aside = await drill.GoOnAsync("w1", static w => Is(w, "in service"));
        drill.Take(Clerk);
        await drill.GiveAsync(Clerk, GrainAddress.Of(new WindowId("w1")), new Hold("回去取材料"));
        await drill.GoOnAsync(drill.Now.TimeOfDay + TimeSpan.FromMinutes(20));

        drill.GiveBack(Clerk);
        await drill.GoOnAsync(Night);

        Assert.Contains(await drill.EntriesAsync(), e => e.Event is ServiceCompleted c && c.Ticket == aside.Seat!.Ticket);
        Assert.Equal(OperationPhase.Closed, drill.Phase);
    }

    [Fact]
    public async Task Window_LeftWhileAHouseholdChooses_ItsClerkGoesOnWithTheChoice()
    {
        await using var drill = await Rehearsal.UntilAsync(Sample.Scenario("standard-day"), Morning);
        await drill.GoOnAsync(Selection, static w => w.Seat is { StartedAt: not null, Settled: false });

        await AwayAsync(drill, $"clerk-{Selection}");

        await AssertServesOnAsync(drill, Selection);
    }

    [Fact]
    public async Task Window_LeftWithTheFlatConfirmed_ItsClerkOnlyCompletes()
    {
        await using var drill = await Rehearsal.UntilAsync(Sample.Scenario("standard-day"), Morning);
        var clerk = $"clerk-{Selection}";
        var seat = (await drill.GoOnAsync(Selection, static w => w.Seat is { StartedAt: not null, Settled: false })).Seat!;
        drill.Take(clerk);
        var entries = await drill.EntriesAsync();
        var taken = entries.Select(static e => e.Event).Select(static e => e is UnitReserved r ? r.Unit : e is UnitConfirmed c ? c.Unit.Id : default).ToHashSet();
        var band = entries.Select(static e => e.Event).OfType<HouseholdAdmitted>().Last(a => a.Household == seat.Household).Band;
        var unit = Sample.Operation(1).Lists!.Units.First(u => !taken.Contains(u.Id) && u.Area <= band.MaxArea);
        await drill.GiveAsync(clerk, GrainAddress.Inventory, new ConfirmUnit(seat.Household, unit.Id, new(Selection)));
        await drill.GoOnAsync(drill.Now.TimeOfDay + TimeSpan.FromMinutes(20));

        drill.GiveBack(clerk);

        await AssertServesOnAsync(drill, Selection);
        Assert.Single(await drill.EntriesAsync(), e => e.Event is UnitConfirmed c && c.Household == seat.Household);
    }

    [Fact]
    public async Task Matter_OfAPersonWhoLeft_IsAnsweredInThatPost()
    {
        await using var drill = await Rehearsal.UntilAsync(Sample.Scenario("standard-day"), Morning);
        var matters = (await drill.EntriesAsync()).Where(static e => !e.Actor.IsSystem).Select(static e => e.Event).OfType<CaseRegistered>().ToList();
        var posts = matters.Select(static c => c.Responsible.Value).Distinct().ToList();
        posts.ForEach(drill.Take);
        var open = matters.Select(static c => c.Case).Except(await AnsweredAsync(drill)).ToList();
        await drill.GoOnAsync(new(14, 0, 0));
        Assert.NotEmpty(open);
        Assert.Empty(open.Intersect(await AnsweredAsync(drill)));

        posts.ForEach(drill.GiveBack);
        await drill.GoOnAsync(new(14, 5, 0));

        Assert.Empty(open.Except(await AnsweredAsync(drill)));
    }

    private static async Task<List<CaseId>> AnsweredAsync(Rehearsal drill) =>
        [.. (await drill.EntriesAsync()).Select(static e => e.Event).OfType<CaseAnswered>().Select(static a => a.Case)];

    private static bool Is(WindowState window, string moment) => moment switch
    {
        "idle" => window is { Mode: WindowMode.Open, Seat: null, Asking: false },
        "called" => window.Seat is { ArrivedAt: null },
        "arrived" => window.Seat is { ArrivedAt: not null, StartedAt: null },
        _ => window.Seat is { StartedAt: not null },
    };

    private static async Task AwayAsync(Rehearsal drill, string clerk)
    {
        drill.Take(clerk);
        var from = drill.Now;
        await drill.GoOnAsync(from.TimeOfDay + TimeSpan.FromMinutes(20));
        Assert.DoesNotContain(await drill.EntriesAsync(), e => e.Actor == Actor.Of(new(clerk)) && e.At > from);
        drill.GiveBack(clerk);
    }

    private static async Task AssertServesOnAsync(Rehearsal drill, string window)
    {
        var back = drill.Now;
        await drill.GoOnAsync(back.TimeOfDay + Soon);
        Assert.Contains(await drill.EntriesAsync(), e => e.At > back && e.Event is ServiceCompleted c && c.Window.Value == window);

        await drill.GoOnAsync(Night);
        Assert.Equal(OperationPhase.Closed, drill.Phase);
    }
}
