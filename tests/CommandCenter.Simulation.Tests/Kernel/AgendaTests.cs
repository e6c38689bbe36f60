using CommandCenter.Simulation.Kernel;

namespace CommandCenter.Simulation.Tests.Kernel;

public sealed class AgendaTests
{
    private static readonly DateTimeOffset Start = new(2026, 12, 5, 8, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task TakeDue_EqualMoments_InTheOrderInWhichTheyWerePutIn()
    {
        var agenda = new Agenda(Start);
        var seen = new List<int>();
        for (var i = 0; i < 100; i++)
        {
            var number = i;
            agenda.In(TimeSpan.FromMinutes(number % 3), () =>
            {
                seen.Add(number);
                return ValueTask.CompletedTask;
            });
        }

        while (agenda.TakeDue(Start.AddHours(1)) is { } action)
        {
            await action();
        }

        Assert.Equal(Enumerable.Range(0, 100).OrderBy(static n => n % 3).ThenBy(static n => n), seen);
        Assert.Equal(Start.AddMinutes(2), agenda.Now);
    }

    [Fact]
    public void TakeDue_NotYetDue_LeavesItAndTheClock()
    {
        var agenda = new Agenda(Start);
        agenda.In(TimeSpan.FromSeconds(5), static () => ValueTask.CompletedTask);
        Assert.Null(agenda.TakeDue(Start.AddSeconds(4)));
        Assert.Equal(Start, agenda.Now);
        Assert.Equal(Start.AddSeconds(5), agenda.NextAt);
    }

    [Fact]
    public void At_InThePast_CountsAsNow()
    {
        var agenda = new Agenda(Start);
        agenda.MoveTo(Start.AddMinutes(10));
        agenda.At(Start, static () => ValueTask.CompletedTask);
        Assert.Equal(Start.AddMinutes(10), agenda.NextAt);
    }
}
