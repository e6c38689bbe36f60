using CommandCenter.Domain;
using CommandCenter.Domain.Drills;
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
using CommandCenter.Simulation.Scenarios;

namespace CommandCenter.Simulation.Tests.Drills;

/// <summary>A drill that stands still wherever a test wants to step in: hold an inject, take a post over, give an order.</summary>
internal sealed class Rehearsal : IAsyncDisposable
{
    private readonly Scenario _scenario;
    private readonly MemoryJournal _journal;
    private readonly LivePlay _play;
    private readonly OperationHost _host;
    private readonly DrillClock _clock;
    private readonly HashSet<PostId> _held;
    private int _given;

    private Rehearsal(Scenario scenario, MemoryJournal journal, LivePlay play, OperationHost host, DrillClock clock, HashSet<PostId> held) =>
        (_scenario, _journal, _play, _host, _clock, _held) = (scenario, journal, play, host, clock, held);

    private static PlanOfDay Day { get; } = new();

    /// <summary>A drill of a scenario up to a time of day.</summary>
    public static async Task<Rehearsal> UntilAsync(Scenario scenario, TimeSpan time, params string[] held)
    {
        var rehearsal = await OpenAsync(scenario, new(new("drill"), EventRegistry.Default), [.. held.Select(static p => new PostId(p))]);
        var sample = Sample.Operation(1);
        Assert.Null(await OperationFounding.FoundAsync(
            rehearsal._host, new("drill"), OperationMode.Drill, sample.Plan!, sample.PlanHash!, sample.Lists!, CancellationToken.None));
        await rehearsal._play.BeginAsync(rehearsal.Setup(), 0, Day.At(time), CancellationToken.None);
        return rehearsal;
    }

    /// <summary>Stops the server that plays it, and opens another on the same journal.</summary>
    public async Task<Rehearsal> RestartAsync()
    {
        await DisposeAsync();
        var again = await OpenAsync(_scenario, _journal, _held);
        again._given = _given;
        await again._play.RecallAsync(again.Setup());
        return again;
    }

    /// <summary>Goes on to a time of day.</summary>
    public ValueTask GoOnAsync(TimeSpan time) => _play.StepUntilAsync(Day.At(time), CancellationToken.None);

    /// <summary>Goes on until a window stands as it is wanted, at most an hour.</summary>
    public async Task<WindowState> GoOnAsync(string window, Func<WindowState, bool> wanted)
    {
        var start = _clock.GetLocalNow().TimeOfDay;
        for (var seconds = 0; seconds <= 3600; seconds += 2)
        {
            await GoOnAsync(start + TimeSpan.FromSeconds(seconds));
            if (await StateAsync(window) is var state && wanted(state))
            {
                return state;
            }
        }

        throw new InvalidOperationException($"{window} did not come to stand so within an hour: {await StateAsync(window)}");
    }

    /// <summary>How a window stands.</summary>
    public async Task<WindowState> StateAsync(string window)
    {
        var rules = new WindowDecider();
        return await _journal.ReadGrainAsync(new("window", window), 0, CancellationToken.None)
            .AggregateAsync(rules.Initial(window), (state, entry) => rules.Evolve(state, entry.Event));
    }

    /// <summary>A person takes a post over.</summary>
    public void Take(string post) => _held.Add(new(post));

    /// <summary>The person leaves.</summary>
    public void GiveBack(string post) => _held.Remove(new(post));

    /// <summary>A person gives a command, and what follows from it by itself is done.</summary>
    public async Task GiveAsync(string post, GrainAddress grain, ICommand command)
    {
        var answer = await _host.ExecuteAsync(
            new(grain, command, new($"person-{++_given}"), Actor.Of(new(post))), CancellationToken.None);
        Assert.Null(answer.Rejection);
        await _host.RunToRestAsync(CancellationToken.None);
    }

    /// <summary>The director gives a command.</summary>
    public Task DirectAsync(ICommand command) => GiveAsync("drill-director", GrainAddress.Drill, command);

    /// <summary>How far the day is.</summary>
    public OperationPhase Phase => _host.Frame.Phase;

    /// <summary>Operation time.</summary>
    public DateTimeOffset Now => _clock.GetLocalNow();

    /// <summary>Everything so far.</summary>
    public async Task<List<JournalEntry>> EntriesAsync() => await _journal.ReadAsync(0, CancellationToken.None).ToListAsync();

    /// <summary>When an inject came, as a time of day; null while it has not.</summary>
    public async Task<TimeSpan?> CameAsync(string inject) =>
        (await EntriesAsync()).SingleOrDefault(e => e.Event is InjectDelivered d && d.Inject.Id.Value == inject)?.At.TimeOfDay;

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _clock.Dispose();
    }

    private static async Task<Rehearsal> OpenAsync(Scenario scenario, MemoryJournal journal, HashSet<PostId> held)
    {
        var clock = new DrillClock(Day.Start, TimeZoneInfo.CreateCustomTimeZone("hall", Day.Start.Offset, "hall", "hall"));
        var play = new LivePlay();
        var host = await OperationHost.OpenAsync(new(journal, Deciders.All, AllPolicies.List, [play], new(clock, clock)), CancellationToken.None);
        if (host.LastAt is { } last)
        {
            clock.JumpTo(last);
        }

        return new(scenario, journal, play, host, clock, held);
    }

    private LivePlaySetup Setup()
    {
        var sample = Sample.Operation(1);
        return new(_scenario, _scenario.Seed, sample.Plan!, sample.Lists!, Day.Start) { Host = _host, Clock = _clock, IsPlayed = p => !_held.Contains(p) };
    }

    /// <summary>The day of the sample operation.</summary>
    private sealed class PlanOfDay
    {
        private readonly DateTimeOffset _opens = Sample.Operation(1).Plan!.Opens;

        public DateTimeOffset Start => _opens - Scenario.Prelude;

        public DateTimeOffset At(TimeSpan time) => _opens - _opens.TimeOfDay + time;
    }
}
