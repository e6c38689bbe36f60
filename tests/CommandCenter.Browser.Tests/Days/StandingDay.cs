using System.Text.Json;
using CommandCenter.Domain;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Policies;
using CommandCenter.Grains;
using CommandCenter.Grains.Running;
using CommandCenter.Grains.Time;
using CommandCenter.Journal.Events;
using CommandCenter.Journal.Memory;
using CommandCenter.Plans;
using CommandCenter.Server.Tests;
using CommandCenter.TestKit;

namespace CommandCenter.Browser.Tests.Days;

/// <summary>An open day without simulated people whose clock stands still until the test lets time pass.</summary>
internal sealed class StandingDay : IAsyncDisposable
{
    private readonly Day _day;

    private StandingDay(Day day) => _day = day;

    public TestServer Server => _day.Server;

    public static async Task<StandingDay> OpenAsync()
    {
        var reading = PlanFolder.Read(Checkout.Sample);
        var store = new MemoryJournalStore(EventRegistry.Default);
        var operation = new OperationId("sample");
        var clock = new DrillClock(reading.Plan!.Opens, TimeZoneInfo.Utc);
        var journal = await store.OpenAsync(operation, CancellationToken.None);
        await using (var host = await OperationHost.OpenAsync(new(journal, Deciders.All, AllPolicies.List, [], new Clocks(clock, TimeProvider.System)), CancellationToken.None))
        {
            Assert.Null(await OperationFounding.FoundAsync(host, operation, OperationMode.Drill, reading.Plan, reading.PlanHash!, reading.Lists!, CancellationToken.None));
        }

        return new(await Day.OpenAsync(await TestServer.StartAsync(store: store, founded: true)));
    }

    /// <summary>Lets time pass: what falls due meanwhile is done.</summary>
    public void Pass(TimeSpan time)
    {
        var clock = (DrillClock)Server.Sample.Clocks.Operation;
        clock.JumpTo(clock.GetUtcNow() + time);
    }

    public Task DoAsync(string post, string path, object? body = null) => _day.DoAsync(post, path, body);

    public Task CheckInAsync(string household) => _day.CheckInAsync(household);

    /// <summary>Brings the first household to a selection window, and then the next one to another.</summary>
    public Task BringToSelectionAsync() => _day.BringToSelectionAsync("h001", "w5");

    /// <inheritdoc cref="BringToSelectionAsync()"/>
    public async Task BringAnotherToSelectionAsync()
    {
        await CheckInAsync("h002");
        await _day.ServeAsync("w1");
        await DoAsync("clerk-w1", "windows/w1/complete");
        await UntilAsync("queue:selection", static board => board.GetProperty("waiting").GetInt32() > 0);
        await DoAsync("clerk-w6", "windows/w6/open");
        Assert.Equal("h002", await _day.ServeAsync("w6"));
    }

    public Task UntilAsync(string topic, Func<JsonElement, bool> shows) => _day.UntilAsync(topic, shows);

    public JsonElement Board(string topic) => _day.Board(topic);

    public ValueTask DisposeAsync() => _day.DisposeAsync();
}
