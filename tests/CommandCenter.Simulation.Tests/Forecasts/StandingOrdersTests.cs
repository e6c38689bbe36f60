using System.Collections.Immutable;
using CommandCenter.Boards.Moments;
using CommandCenter.Boards.Windows;
using CommandCenter.Domain.Forecasts;
using CommandCenter.Domain.Identity;
using CommandCenter.Simulation.Forecasts;

namespace CommandCenter.Simulation.Tests.Forecasts;

/// <summary>What was ordered of windows is in the forecast from then on, as it was in the preview.</summary>
public sealed class StandingOrdersTests
{
    private const int Runs = 150;

    public static TheoryData<string> Moves => [.. Known.Keys];

    private static readonly Dictionary<string, Func<DateTimeOffset, Move>> Known = new(StringComparer.Ordinal)
    {
        ["pause"] = static _ => new(MoveKind.Pause, [new("w8")], null, null, null),
        ["open"] = static _ => new(MoveKind.Open, [new("w3"), new("w4")], new("signing"), null, null),
        ["break at noon"] = static at => new(MoveKind.Break, [.. Line], null, at.AddHours(1), 45),
    };

    private static ImmutableArray<WindowId> Line => [.. Enumerable.Range(1, 12).Select(static n => new WindowId($"w{n}"))];

    [Theory]
    [MemberData(nameof(Moves))]
    public async Task Forecast_AfterAnOrder_IsTheOneThatWasShownBeforeIt(string name)
    {
        var (moment, at) = await Eleven.ReadAsync();
        var move = Known[name](at);
        var before = Try(moment, at);

        var after = Try(Ordered(moment, move, at), at);

        Assert.NotEqual(before.Without, before.With(move));
        Assert.Equal(before.With(move), after.Without);
    }

    [Fact]
    public async Task Pause_CarriedOut_IsNotExpectedToEnd()
    {
        var (moment, at) = await Eleven.ReadAsync();
        var pause = Known["pause"](at);
        var paused = Change(moment, new("w8"), w => w with { Status = WindowStatus.Paused, Since = at, Seat = null });

        var ordered = Try(Ordered(paused, pause, at.AddHours(-2)), at).Without;

        Assert.True(ordered.EndsAt.P50 > Try(paused, at).Without.EndsAt.P50, $"{ordered.EndsAt} is no later than after a pause of its own");
        Assert.Equal(Try(paused, at).With(pause), ordered);
    }

    [Fact]
    public async Task Break_UnderWay_EndsWhenItWasSaid()
    {
        var (moment, at) = await Eleven.ReadAsync();
        var began = at.AddMinutes(-5);
        Move rest = new(MoveKind.Break, [.. Line], null, began, 90);
        var resting = Line.Aggregate(moment, (m, w) => Change(m, w, x => x with { Status = WindowStatus.Paused, Since = began, Seat = null }));

        var ordered = DayForecast.Of(Ordered(resting, rest, began), at, Eleven.Story, Runs, 1);

        // 85 minutes are still to come; a pause that nobody ordered would be over in ten.
        var next = ordered.Households.Min(static h => h.CallAt.P10);
        Assert.InRange(next - ordered.From, 85 * 60, 86 * 60);
        Assert.InRange(DayForecast.Of(resting, at, Eleven.Story, Runs, 1) is var own ? own.Households.Min(static h => h.CallAt.P10) - own.From : 0, 0, 11 * 60);
    }

    [Fact]
    public async Task Order_NotCarriedOutInAQuarterOfAnHour_IsNotCountedOn()
    {
        var (moment, at) = await Eleven.ReadAsync();
        var late = Ordered(moment, Known["pause"](at), at.AddMinutes(-16));
        Assert.Equal(Try(moment, at).Without, Try(late, at).Without);
    }

    [Fact]
    public async Task Advice_WhatHasBeenOrdered_IsNoCandidate()
    {
        var (moment, at) = await Eleven.ReadAsync();
        Move open = new(MoveKind.Open, [new("w4")], new("signing"), null, null);
        Assert.Contains(open, MoveAdvisor.Candidates(moment));
        Assert.DoesNotContain(open, MoveAdvisor.Candidates(Ordered(moment, open, at)));
    }

    private static Tryout Try(DayMoment moment, DateTimeOffset at) => new(moment, at, Eleven.Story, Runs, 1);

    private static DayMoment Ordered(DayMoment moment, Move move, DateTimeOffset at) =>
        move.Windows.Aggregate(moment, (m, w) => Change(m, w, x => x with { Ordered = new(move, move.At > at ? move.At.Value : at) }));

    private static DayMoment Change(DayMoment moment, WindowId window, Func<WindowMoment, WindowMoment> change) =>
        moment with { Windows = [.. moment.Windows.Select(w => w.Window == window ? change(w) : w)] };
}
