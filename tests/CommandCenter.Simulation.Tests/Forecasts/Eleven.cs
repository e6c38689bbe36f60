using CommandCenter.Boards;
using CommandCenter.Boards.Moments;
using CommandCenter.Journal;
using CommandCenter.Simulation.Scenarios;
using CommandCenter.Simulation.Tests.Drills;

namespace CommandCenter.Simulation.Tests.Forecasts;

/// <summary>Eleven o'clock of a played standard day, before windows go to lunch.</summary>
internal static class Eleven
{
    private static readonly Lazy<Task<(DayMoment Moment, DateTimeOffset At)>> Played = new(PlayAsync);

    public static Scenario Story { get; } = Sample.Scenario("standard-day");

    public static Task<(DayMoment Moment, DateTimeOffset At)> ReadAsync() => Played.Value;

    private static async Task<(DayMoment, DateTimeOffset)> PlayAsync()
    {
        var watch = new Watch(new(2026, 12, 5, 11, 0, 0, TimeSpan.FromHours(8)));
        await Sample.PlayAsync(Story, 3, watch);
        return (watch.Moment!, watch.At);
    }

    private sealed class Watch(DateTimeOffset at) : IFeedSubscriber
    {
        private readonly BoardSet _boards = new();

        public DateTimeOffset At => at;

        public DayMoment? Moment { get; private set; }

        public void Apply(JournalEntry entry)
        {
            if (Moment is null && entry.At > at)
            {
                Moment = _boards.ReadMoment();
            }

            _boards.Apply(entry);
        }
    }
}
