using System.Collections.Immutable;
using CommandCenter.Boards.Moments;
using CommandCenter.Boards.Windows;
using CommandCenter.Domain.Forecasts;
using CommandCenter.Domain.Identity;
using CommandCenter.Simulation.Forecasts;
using CommandCenter.Simulation.Scenarios;

namespace CommandCenter.Simulation.Tests.Forecasts;

/// <summary>A day that nobody has told: what the plan does not say is a guess, and the day corrects it.</summary>
public sealed class GuessedDayTests
{
    private const int Runs = 150;

    private static ImmutableHashSet<WindowId> Line => [.. Enumerable.Range(1, 12).Select(static n => new WindowId($"w{n}"))];

    [Fact]
    public async Task Types_TakenMoreThanTheGuessSays_AreExpectedToRunOutSooner()
    {
        var (moment, at) = await Eleven.ReadAsync();
        var guess = PlainStory.Of(moment.Plan);

        // Nobody told it, but the flats of 75 m² are the most sought after of this day.
        var corrected = SoldOut(DayForecast.Of(moment, at, guess, Runs, 1), "t75");
        var untouched = SoldOut(DayForecast.Of(moment, at, guess with { IsGuess = false }, Runs, 1), "t75");

        Assert.True(corrected.P50 < untouched.P50 - 600, $"{corrected} is not sooner than {untouched}");
    }

    [Fact]
    public async Task Types_BeforeAnybodyHasChosen_AreInDoubt()
    {
        var (moment, at) = await Eleven.ReadAsync();
        var morning = moment with
        {
            Households = [.. moment.Households.Select(static h => h with { HasSelected = false })],
            Types = [.. moment.Types.Select(static t => t with { Left = t.Total })],
        };
        var guess = PlainStory.Of(moment.Plan);

        var (wide, narrow) = (SoldOut(DayForecast.Of(morning, at, guess, Runs, 1), "t105"), SoldOut(DayForecast.Of(morning, at, guess with { IsGuess = false }, Runs, 1), "t105"));

        Assert.True(wide.P10 < narrow.P10, $"{wide} begins no sooner than {narrow}");
    }

    [Fact]
    public async Task Lunch_ThatHasNotBegunAtItsTime_IsExpectedNow()
    {
        var (moment, _) = await Eleven.ReadAsync();
        var late = moment.Plan.Opens.Date.AddHours(11).AddMinutes(55);
        var at = new DateTimeOffset(late, moment.Plan.Opens.Offset);

        Assert.Equal(Course(moment, at, Told(moment, late.TimeOfDay)), Course(moment, at, PlainStory.Of(moment.Plan)));
    }

    [Fact]
    public async Task Pause_AroundNoon_IsLunchAndLastsAsLong()
    {
        var (moment, eleven) = await Eleven.ReadAsync();
        var began = eleven.AddMinutes(70);
        var resting = Stand(moment, w => w with { Status = WindowStatus.Paused, Since = began, Seat = null });

        var forecast = DayForecast.Of(resting, began.AddMinutes(5), PlainStory.Of(moment.Plan), Runs, 1);

        // Half an hour of lunch, five minutes of it gone; and none after it.
        Assert.InRange(forecast.Households.Min(static h => h.CallAt.P10) - forecast.From, 25 * 60, 26 * 60);
        Move rest = new(MoveKind.Break, [.. Line], null, began, 30);
        var ordered = Stand(resting, w => w with { Ordered = new(rest, began) });
        Assert.Equal(
            Course(ordered, began.AddMinutes(5), Told(moment, null)), Course(resting, began.AddMinutes(5), PlainStory.Of(moment.Plan)));
    }

    [Fact]
    public async Task Lunch_ThatIsOver_IsNotExpectedAgain()
    {
        var (moment, eleven) = await Eleven.ReadAsync();
        var back = Stand(moment, w => w with { Status = WindowStatus.Open, Since = eleven.AddMinutes(100) });

        Assert.Equal(
            Course(back, eleven.AddMinutes(105), Told(moment, null)), Course(back, eleven.AddMinutes(105), PlainStory.Of(moment.Plan)));
    }

    private static DayMoment Stand(DayMoment moment, Func<WindowMoment, WindowMoment> change) =>
        moment with { Windows = [.. moment.Windows.Select(w => Line.Contains(w.Window) ? change(w) : w)] };

    // The same guess with a lunch that is known.
    private static Scenario Told(DayMoment moment, TimeSpan? lunch)
    {
        var guess = PlainStory.Of(moment.Plan);
        return guess with { Clerking = guess.Clerking with { LunchFrom = lunch } };
    }

    private static DayCourse Course(DayMoment moment, DateTimeOffset at, Scenario story) => new Tryout(moment, at, story, Runs, 1).Without;

    private static Band SoldOut(DayForecast forecast, string type) => forecast.SoldOut[new(type)];
}
