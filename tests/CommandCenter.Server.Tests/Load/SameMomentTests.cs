namespace CommandCenter.Server.Tests.Load;

/// <summary>Two hands at the same moment, over HTTP: one household never goes to two windows, and a double click is one click.</summary>
public sealed class SameMomentTests
{
    [Fact]
    public async Task CallNext_TwoClerksAtOnceAndOneWaiting_OneGetsTheHousehold()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        await day.CheckInAsync("h001");
        foreach (var window in new[] { "w1", "w2" })
        {
            await day.DoAsync($"clerk-{window}", $"windows/{window}/open");
        }

        var clerks = new[] { (Device: await day.As("clerk-w1"), Window: "w1"), (Device: await day.As("clerk-w2"), Window: "w2") };
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var calls = clerks.Select(async c =>
        {
            await start.Task;
            return await c.Device.GiveAsync($"windows/{c.Window}/call-next");
        }).ToArray();
        start.SetResult();
        var answers = await Task.WhenAll(calls);

        Assert.All(answers, static a => Assert.True(a.Status is 200 or 409, $"{a.Status} {a.Text}"));
        await day.UntilAsync("queue:verification", board => board.GetProperty("waiting").GetInt32() == 0 && Serving(day) > 0);
        Assert.Equal(1, Serving(day));
    }

    [Fact]
    public async Task CallNext_ClickedTwiceAtOnceWithOneKey_CallsOneHouseholdAndAnswersAlike()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        await day.CheckInAsync("h001");
        await day.CheckInAsync("h002");
        await day.DoAsync("clerk-w1", "windows/w1/open");
        var clerk = await day.As("clerk-w1");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => clerk.GiveAsync("windows/w1/call-next", key: "clicked")));

        Assert.All(answers, a => Assert.Equal(answers[0].Expect(200).Text, a.Text));
        await day.UntilAsync("window:w1", static board => board.TryGetProperty("household", out _));
        Assert.Equal(1, day.Board("queue:verification").GetProperty("waiting").GetInt32());
    }

    [Fact]
    public async Task CallNext_ClickedTwiceWithTwoKeys_SecondIsRefusedAndExplained()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        await day.CheckInAsync("h001");
        await day.CheckInAsync("h002");
        await day.DoAsync("clerk-w1", "windows/w1/open");
        await day.DoAsync("clerk-w1", "windows/w1/call-next");
        await day.UntilAsync("window:w1", static board => board.TryGetProperty("household", out _));

        var second = (await (await day.As("clerk-w1")).GiveAsync("windows/w1/call-next")).Expect(409);

        Assert.NotEmpty(second.Title!);
        Assert.Equal(1, day.Board("queue:verification").GetProperty("waiting").GetInt32());
    }

    private static int Serving(Day day) => new[] { "w1", "w2" }.Count(w => day.Board($"window:{w}").TryGetProperty("household", out _));
}
