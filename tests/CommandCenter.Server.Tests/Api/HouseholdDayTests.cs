namespace CommandCenter.Server.Tests.Api;

/// <summary>One household from the door to the end of the line, by commands alone.</summary>
public sealed class HouseholdDayTests
{
    [Fact]
    public async Task Household_ThroughAllSteps_EndsWithItsFlat()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        var household = await day.BringToSelectionAsync();
        await day.DoAsync("clerk-w5", "inventory/main/reserve", new { household, unit = "1-201", window = "w5" });
        await day.DoAsync("clerk-w5", "inventory/main/confirm", new { household, unit = "1-201", window = "w5" });
        await day.UntilAsync("window:w5", static board => board.GetProperty("ticket").GetProperty("settled").GetBoolean());
        await day.DoAsync("clerk-w5", "windows/w5/complete");
        foreach (var (step, window) in new[] { ("signing", "w8"), ("settlement", "w11") })
        {
            await day.UntilAsync($"queue:{step}", static board => board.GetProperty("waiting").GetInt32() > 0);
            await day.DoAsync($"clerk-{window}", $"windows/{window}/open");
            Assert.Equal(household, await day.ServeAsync(window));
            await day.DoAsync($"clerk-{window}", $"windows/{window}/complete");
        }

        await day.UntilAsync("state", static board => board.GetProperty("done").GetInt32() == 1);
        using var anybody = day.Server.Anybody();
        var units = (await anybody.GetAsync("/api/operations/sample/boards/units:1")).Expect(200);
        Assert.Contains("*", units.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ticket_TwoClerksAtOnce_GoesToOneWindow()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        await day.DoAsync("reception-1", "households/h001/check-in", new { present = new[] { 1 } });
        await day.UntilAsync("queue:verification", static board => board.GetProperty("waiting").GetInt32() > 0);
        await day.DoAsync("clerk-w1", "windows/w1/open");
        await day.DoAsync("clerk-w2", "windows/w2/open");
        var (one, other) = (await day.As("clerk-w1"), await day.As("clerk-w2"));

        await Task.WhenAll(one.GiveAsync("windows/w1/call-next"), other.GiveAsync("windows/w2/call-next"));
        await day.UntilAsync("queue:verification", static board => board.GetProperty("waiting").GetInt32() == 0);
        await day.UntilAsync("flow", board => HasTicket(day, "w1") || HasTicket(day, "w2"));

        Assert.True(HasTicket(day, "w1") ^ HasTicket(day, "w2"));
    }

    private static bool HasTicket(Day day, string window) => day.Board($"window:{window}").TryGetProperty("ticket", out _);
}
