using CommandCenter.Domain;
using CommandCenter.Domain.Forecasts;
using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Policies;
using CommandCenter.Domain.Windows;
using CommandCenter.Grains;
using CommandCenter.Grains.Running;
using CommandCenter.Grains.Time;
using CommandCenter.Journal;
using CommandCenter.Journal.Events;
using CommandCenter.Journal.Memory;
using CommandCenter.Simulation.Drills;
using CommandCenter.TestKit;

namespace CommandCenter.Simulation.Tests.Drills;

/// <summary>The cast on a server: begins, recalls the day after a restart, and plays along with the clock.</summary>
public sealed class LivePlayTests
{
    private static readonly TimeSpan IntoTheDay = TimeSpan.FromHours(2);

    [Fact]
    public async Task Begun_UntilAMoment_IsTheHeadlessDrillSoFar()
    {
        var (_, whole) = await Sample.PlayAsync(Sample.Scenario("power-cut"));
        var journal = new MemoryJournal(new("drill"), EventRegistry.Default);
        await using var play = await PlayAsync(journal);

        await play.BeginAsync(IntoTheDay);

        var begun = await TellAsync(journal);
        Assert.True(begun.Count > 3000);
        Assert.Equal((await TellAsync(whole)).Take(begun.Count), begun);
    }

    [Fact]
    public async Task Recalled_AfterAStopInTheMiddle_TheDayEndsAsItWouldHave()
    {
        var journal = new MemoryJournal(new("drill"), EventRegistry.Default);
        await using (var first = await PlayAsync(journal))
        {
            await first.BeginAsync(IntoTheDay);
        }

        await using var second = await PlayAsync(journal);
        await second.RecallAsync();
        await second.StepAsync(TimeSpan.FromHours(14));

        var tally = new DrillTally();
        await foreach (var entry in journal.ReadAsync(0, CancellationToken.None))
        {
            tally.Apply(entry);
        }

        var (report, _) = await Sample.PlayAsync(Sample.Scenario("power-cut"));
        Assert.Equal(OperationPhase.Closed, second.Host.Frame.Phase);
        Assert.Equal(0, tally.DoubleAllocations);
        Assert.InRange(tally.Completed, report.Completed - 3, report.Completed + 3);
        Assert.InRange(tally.CasesAnswered, tally.Cases - 2, tally.Cases);
        Assert.InRange(tally.EndOfDay!.Value, report.EndOfDay!.Value.AddHours(-1), report.EndOfDay.Value.AddHours(1));
    }

    [Fact]
    public async Task Recalled_WhatTheJournalHolds_IsNotDoneAgain()
    {
        var journal = new MemoryJournal(new("drill"), EventRegistry.Default);
        await using (var first = await PlayAsync(journal))
        {
            await first.BeginAsync(IntoTheDay);
        }

        var before = journal.LastSequence;
        await using var second = await PlayAsync(journal);
        await second.RecallAsync();

        Assert.Equal(before, journal.LastSequence);
        Assert.Equal(("power-cut", 638), (second.Recalled!.Scenario, second.Recalled.Lists.People));
    }

    [Fact]
    public async Task Played_BesideARunningOperation_FollowsItsClock()
    {
        var machine = new ManualClock();
        var journal = new MemoryJournal(new("drill"), EventRegistry.Default);
        await using var play = await PlayAsync(journal, machine);
        await play.BeginAsync(TimeSpan.FromMinutes(30));
        await play.Host.StartAsync(CancellationToken.None);
        using var stopping = new CancellationTokenSource();
        var playing = play.Live.PlayAsync(stopping.Token);
        play.Clock.SetSpeed(60);
        play.Clock.Run();

        var until = play.Clock.GetUtcNow() + TimeSpan.FromHours(1);
        await PassAsync(machine, play.Clock, until).Expected("the clock to come through an hour with the cast");

        // The clock waits for the cast, so whatever was to be done by then is done: somebody does something every five minutes.
        var happened = await journal.ReadAsync(0, CancellationToken.None).Select(static e => e.At).Where(at => at > until - TimeSpan.FromHours(1)).ToListAsync();
        Assert.All(Enumerable.Range(0, 11), i => Assert.Contains(happened, at => at > until - TimeSpan.FromMinutes(60 - (5 * i)) && at <= until - TimeSpan.FromMinutes(55 - (5 * i))));

        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => playing);
    }

    [Fact]
    public async Task Played_AsFastAsItGoes_IsTheHeadlessDrill()
    {
        var (_, whole) = await Sample.PlayAsync(Sample.Scenario("power-cut"));
        var machine = new ManualClock();
        var journal = new MemoryJournal(new("drill"), EventRegistry.Default);
        await using var play = await PlayAsync(journal, machine);
        await play.BeginAsync(TimeSpan.FromMinutes(30));
        await play.Host.StartAsync(CancellationToken.None);
        using var stopping = new CancellationTokenSource();
        play.Clock.SetSpeed(DrillClock.MaxSpeed);
        play.Clock.Run();
        var playing = play.Live.PlayAsync(stopping.Token);

        // A second of the machine is almost three hours: whatever were not waited for would come hours late.
        var until = play.Clock.GetUtcNow() + TimeSpan.FromHours(2);
        await PassAsync(machine, play.Clock, until).Expected("the clock to come through two hours with the cast");
        await play.Host.RestAsync(CancellationToken.None);
        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => playing);

        var told = await TellAsync(journal);
        Assert.Equal((await TellAsync(whole)).Take(told.Count), told);
    }

    [Fact]
    public async Task MoveOrdered_OfWindows_IsCarriedOutByTheirClerks()
    {
        var journal = new MemoryJournal(new("drill"), EventRegistry.Default);
        await using var play = await PlayAsync(journal);
        await play.BeginAsync(IntoTheDay);

        await play.OrderAsync(new(MoveKind.Open, [new("w4")], new("signing"), null, null));
        await play.OrderAsync(new(MoveKind.Pause, [new("w8")], null, null, null));
        await play.StepAsync(IntoTheDay + TimeSpan.FromMinutes(100));

        var events = new List<IEvent>();
        await foreach (var entry in journal.ReadAsync(0, CancellationToken.None))
        {
            events.Add(entry.Event);
        }

        var opened = events.FindIndex(static e => e is WindowOpened { Window.Value: "w4", Step.Value: "signing" });
        Assert.True(opened > 0);
        Assert.Contains(events.Skip(opened), static e => e is ServiceCompleted { Window.Value: "w4", Step.Value: "signing" });
        var paused = events.FindIndex(static e => e is WindowPaused { Window.Value: "w8", Reason: "按指挥命令调整" });
        Assert.True(paused > 0);
        Assert.IsNotType<TicketSeated>(events.Skip(paused).FirstOrDefault(static e => e is WindowOpened { Window.Value: "w8" } or TicketSeated { Window.Value: "w8" }));
        Assert.Contains(events, static e => e is AssignmentSent { Group.Value: "service", Assignment.Value: "move-1" });
    }

    [Fact]
    public void Nothing_Recalled_WhereNoDrillWasSetUp() => Assert.Null(PlayedDrill.Of([]));

    // Held by the cast, the clock takes as many machine seconds as it needs.
    private static async Task PassAsync(ManualClock machine, DrillClock clock, DateTimeOffset until)
    {
        while (clock.GetUtcNow() < until)
        {
            machine.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
    }

    // What happened, apart from the ids of the commands.
    private static async Task<List<string>> TellAsync(MemoryJournal journal)
    {
        var told = new List<string>();
        await foreach (var entry in journal.ReadAsync(0, CancellationToken.None))
        {
            told.Add($"{entry.At:O} {entry.Grain} {entry.EventType} {entry.Actor}");
        }

        return told;
    }

    private static async Task<Stage> PlayAsync(MemoryJournal journal, ManualClock? machine = null)
    {
        var sample = Sample.Operation(1);
        var start = sample.Plan!.Opens - TimeSpan.FromMinutes(40);
        var clock = new DrillClock(start, TimeZoneInfo.CreateCustomTimeZone("hall", start.Offset, "hall", "hall"), machine);
        var live = new LivePlay();
        var host = await OperationHost.OpenAsync(new(journal, Deciders.All, AllPolicies.List, [live], new(clock, clock)), CancellationToken.None);
        if (host.LastAt is { } last)
        {
            clock.JumpTo(last);
        }

        return new(live, host, clock, start);
    }

    private sealed class Stage(LivePlay live, OperationHost host, DrillClock clock, DateTimeOffset start) : IAsyncDisposable
    {
        public LivePlay Live => live;

        public OperationHost Host => host;

        public DrillClock Clock => clock;

        public PlayedDrill? Recalled { get; private set; }

        public async Task BeginAsync(TimeSpan into)
        {
            var (sample, scenario) = (Sample.Operation(1), Sample.Scenario("power-cut"));
            Assert.Null(await OperationFounding.FoundAsync(
                host, new("drill"), OperationMode.Drill, sample.Plan!, sample.PlanHash!, sample.Lists!, CancellationToken.None));
            var setup = new LivePlaySetup(scenario, scenario.Seed, sample.Plan!, sample.Lists!, start) { Host = host, Clock = clock };
            await live.BeginAsync(setup, 0, sample.Plan!.Opens + into, CancellationToken.None);
        }

        public async Task RecallAsync()
        {
            Recalled = PlayedDrill.Of(live.Past())!;
            await live.RecallAsync(new(Sample.Scenario(Recalled.Scenario), Recalled.Seed, Recalled.Plan, Recalled.Lists, Recalled.Start) { Host = host, Clock = clock });
        }

        public async Task OrderAsync(Move move)
        {
            var course = new DayCourse(default, default, default);
            var answer = await host.ExecuteAsync(
                new(GrainAddress.Forecast, new OrderMove(move, course, course), new($"order-{move.Kind}"), Actor.Of(new("commander"))), CancellationToken.None);
            Assert.Null(answer.Rejection);
        }

        public ValueTask StepAsync(TimeSpan into) => live.StepUntilAsync(start + into, CancellationToken.None);

        public async ValueTask DisposeAsync()
        {
            await host.DisposeAsync();
            clock.Dispose();
        }
    }
}
