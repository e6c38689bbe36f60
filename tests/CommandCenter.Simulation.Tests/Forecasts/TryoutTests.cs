using CommandCenter.Boards.Windows;
using CommandCenter.Domain.Forecasts;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Simulation.Forecasts;
using CommandCenter.Simulation.Scenarios;
using CommandCenter.Simulation.Tests.Drills;

namespace CommandCenter.Simulation.Tests.Forecasts;

/// <summary>Forecasts and tried-out moves from eleven o'clock of a played standard day.</summary>
public sealed class TryoutTests
{
    private const int Runs = 150;
    private static readonly Scenario Story = Eleven.Story;

    [Fact]
    public async Task Forecast_AtEleven_StartsFromThoseWhoAreThere()
    {
        var (moment, at) = await Eleven.ReadAsync();
        var forecast = DayForecast.Of(moment, at, Story, Runs, 1);

        Assert.True(forecast.EndsAt.P10 < forecast.EndsAt.P50 && forecast.EndsAt.P50 < forecast.EndsAt.P90, $"{forecast.EndsAt}");
        Assert.True(forecast.EndsAt.P10 > forecast.From);
        Assert.Equal(moment.Households.Count(static h => h.DoneAt is not null), (int)forecast.Course[0].Done.P10, 10.0);
        var waiting = moment.Households.First(static h => h.Ticket is { Ahead: 0 });
        var call = forecast.Households.First(h => h.Household == waiting.Entry.Id).CallAt;
        Assert.InRange(call.P50, forecast.From, forecast.From + 1200);
    }

    [Fact]
    public async Task Forecast_SameMomentAndSeed_IsTheSame()
    {
        var (moment, at) = await Eleven.ReadAsync();
        var (first, second) = (DayForecast.Of(moment, at, Story, Runs, 5), DayForecast.Of(moment, at, Story, Runs, 5));
        Assert.Equal(first.EndsAt, second.EndsAt);
        Assert.Equal(first.Households.Select(static h => (h.Household, h.CallAt, h.Chance)), second.Households.Select(static h => (h.Household, h.CallAt, h.Chance)));
    }

    [Fact]
    public async Task LateLots_ChancesFallWithTheTurn_AndTheTurnFollowsTheDraw()
    {
        var (moment, at) = await Eleven.ReadAsync();
        var turns = DayForecast.Of(moment, at, Story, Runs, 1).Households
            .Where(static h => h.TurnAt is { } turn && double.IsFinite(turn.P50)).ToList();
        var popular = new UnitTypeId("t105");
        var chances = turns.SelectMany(static h => h.Types).Where(t => t.Type == popular).Select(static t => t.Chance).ToList();

        Assert.True(chances.Count > 10, $"only {chances.Count} may take {popular}");
        var (first, second) = (chances.Take(chances.Count / 2).Average(), chances.Skip(chances.Count / 2).Average());
        Assert.True(first >= second, $"{first} at first, {second} later");
        Assert.All(chances, static c => Assert.InRange(c, 0, 1));
        Assert.True(turns[^1].TurnAt!.Value.P50 > turns[0].TurnAt!.Value.P50);
    }

    [Fact]
    public async Task Pause_OfASigningWindow_EndsTheDayLaterUnderTheSameChances()
    {
        var (moment, at) = await Eleven.ReadAsync();
        var tryout = new Tryout(moment, at, Story, Runs, 1);
        var paused = tryout.With(new(MoveKind.Pause, [new("w8")], null, null, null));
        Assert.True(paused.EndsAt.P50 > tryout.Without.EndsAt.P50, $"{paused.EndsAt} is not later than {tryout.Without.EndsAt}");
        Assert.Equal(tryout.Without, new Tryout(moment, at, Story, Runs, 1).Without);
    }

    [Fact]
    public async Task Break_OfEveryWindow_EndsTheDayLater()
    {
        var (moment, at) = await Eleven.ReadAsync();
        var tryout = new Tryout(moment, at, Story, Runs, 1);
        var windows = moment.Windows.Where(static w => w.Step is { } s && s.Value is not ("consultation" or "reception")).Select(static w => w.Window);
        var rested = tryout.With(new(MoveKind.Break, [.. windows], null, at.AddMinutes(30), 120));
        Assert.True(rested.EndsAt.P50 > tryout.Without.EndsAt.P50, $"{rested.EndsAt} is not later than {tryout.Without.EndsAt}");
    }

    [Fact]
    public async Task Advice_AfterTheSigningWindowsWerePaused_OpensOneAgain()
    {
        var (moment, at) = await Eleven.ReadAsync();
        var stuck = moment with { Windows = [.. moment.Windows.Select(static w => w.Step?.Value == "signing" ? w with { Status = WindowStatus.Closed, Seat = null } : w)] };
        var best = MoveAdvisor.Best(stuck, new(stuck, at, Story, Runs, 1));
        Assert.NotNull(best);
        Assert.Equal("signing", best.Value.Move.Step?.Value);
    }

    [Fact]
    public async Task Course_WithoutAnySigningWindow_DoesNotEnd()
    {
        var (moment, at) = await Eleven.ReadAsync();
        Move pauses = new(MoveKind.Pause, [new("w8"), new("w9"), new("w10")], null, null, null);
        var stuck = new Tryout(moment, at, Story, Runs, 1).With(pauses);
        Assert.Null(stuck.EndsAt.P50);
        Assert.True(stuck.PastClosing.P10 > 50, $"{stuck.PastClosing}");
    }

    [Fact]
    public async Task Forecast_OnTheEve_IsThatOfTheDayToCome()
    {
        var (moment, at) = await Eleven.ReadAsync();
        var before = moment with
        {
            Phase = OperationPhase.Ready,
            Households = [.. moment.Households.Select(static h => h with { CheckedInAt = null, IsOver = false, DoneAt = null, HasSelected = false, Ticket = null, IsAside = false })],
            Windows = [.. moment.Windows.Select(static w => w with { Status = WindowStatus.Closed, Seat = null, Since = null })],
        };
        var (eve, midnight) = (at.AddHours(-15), at.AddHours(-11));

        var forecast = DayForecast.Of(before, eve, Story, Runs, 1);

        var ofTheDay = DayForecast.Of(before, midnight, Story, Runs, 1);
        Assert.Equal((ofTheDay.Midnight, ofTheDay.EndsAt), (forecast.Midnight, forecast.EndsAt));
        Assert.True(forecast.Midnight.AddSeconds(forecast.EndsAt.P10) > moment.Plan.Opens.AddHours(4), $"{forecast.EndsAt}");
    }

    [Fact]
    public void PlainStory_OfAPlan_CoversEveryStepWithinItsHours()
    {
        var plan = Sample.Operation(1).Plan!;
        var story = PlainStory.Of(plan);
        Assert.Equal(plan.Steps.Select(static s => s.Id).ToHashSet(), story.Service.Keys.ToHashSet());
        Assert.Equal(1, story.Arrivals.Slots.Sum(static s => s.Share), 9);
        Assert.True(story.Arrivals.Slots[^1].To < plan.Closes.TimeOfDay);
    }
}
