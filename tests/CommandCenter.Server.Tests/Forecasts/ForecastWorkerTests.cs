using CommandCenter.Domain.Forecasts;
using CommandCenter.Server.Forecasts;
using CommandCenter.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommandCenter.Server.Tests.Forecasts;

/// <summary>The thread that keeps forecasts fresh.</summary>
public sealed class ForecastWorkerTests
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task Work_WhenItIsDue_MakesANewForecastEachTime()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());

        // Late in the day nobody else comes: whoever is here is served whatever the time.
        await day.CheckInAsync("h001");
        await day.DoAsync("clerk-w1", "windows/w1/open");
        var clock = new ManualClock();
        var desk = new ForecastDesk(clock);
        var made = new SemaphoreSlim(0);
        using var fresh = desk.Subscribe(_ => made.Release());
        using var worker = new ForecastWorker(desk, clock, NullLogger<ForecastWorker>.Instance);
        worker.Start(day.Server.Sample);

        Assert.Null(desk.Of(day.Server.Sample.Id));
        await AfterAsync(clock, made, "the first forecast");
        var first = desk.Of(day.Server.Sample.Id)!;
        await AfterAsync(clock, made, "the second forecast");

        var second = desk.Of(day.Server.Sample.Id)!;
        Assert.True(second.Version > first.Version);
        Assert.Equal(ForecastDesk.Runs, second.Board.Runs);
        Assert.NotEmpty(second.Board.Done);
    }

    [Fact]
    public async Task Record_AfterARestartWithinTheHour_AddsNothing()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        var desk = new ForecastDesk(TimeProvider.System);
        var foresight = desk.Refresh(day.Server.Sample, withAdvice: false)!;
        await desk.RecordAsync(day.Server.Sample, foresight, CancellationToken.None);
        await new ForecastDesk(TimeProvider.System).RecordAsync(day.Server.Sample, foresight, CancellationToken.None);

        var entries = await day.Server.Sample.ReadAsync(0, CancellationToken.None).ToListAsync();
        Assert.Single(entries, static e => e.Event is ForecastRecorded);
    }

    // The thread sets its timer anew when its round is over, not when a forecast is made.
    private static async Task AfterAsync(ManualClock clock, SemaphoreSlim made, string what)
    {
        await clock.TimerDueAsync(clock.Now + Every).Expected("the worker's timer");
        clock.Advance(Every);
        await made.WaitAsync().Expected(what);
    }
}
