using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;
using CommandCenter.TestKit;

namespace CommandCenter.Server.Tests.Phone;

/// <summary>Forty phones on a line that drops every twenty seconds for ten minutes, cut at the socket at any point of a request.</summary>
public sealed class OutboxTests
{
    private const int Phones = 40;
    private const int Periods = 30;
    private const int Seed = 20261205;

    [Fact]
    public async Task Actions_OverLinesThatAreCutAllTheTime_HappenOnceInOrderAndNoneIsLost()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        var phones = new List<OutboxPhone>();
        for (var n = 0; n < Phones; n++)
        {
            phones.Add(new(day.Server.Address, (await JoinAsync(day, n)).Cookies, n, Seed + n));
        }

        // Time is counted in periods of twenty seconds; all phones live through them side by side.
        await Task.WhenAll(phones.Select(static async phone =>
        {
            for (var period = 0; period < Periods; period++)
            {
                await phone.LiveAsync();
            }

            await phone.SettleAsync();
        })).Expected("forty phones to have sent everything");

        Assert.All(phones, static p => Assert.Equal((0, 0), (p.Waiting, p.Refused.Count)));
        Assert.True(phones.Sum(static p => p.Line.Lost) > Phones, $"Only {phones.Sum(static p => p.Line.Lost)} answers were lost: the lines were not cut where it hurts.");
        Assert.True(phones.Sum(static p => p.Line.Unsent) > Phones, $"Only {phones.Sum(static p => p.Line.Unsent)} requests were cut.");
        Assert.True(phones.Sum(static p => p.Repeated) > Phones, $"Only {phones.Sum(static p => p.Repeated)} were sent again.");
        foreach (var phone in phones)
        {
            Assert.Equal(Enumerable.Range(1, phone.Notes).Select(static n => $"第 {n} 条").Prepend("raised"), await LogAsync(day, phone.Incident));
            phone.Dispose();
        }
    }

    private static async Task<List<string>> LogAsync(Day day, string incident)
    {
        var log = new List<string>();
        await foreach (var entry in day.Server.Sample.ReadAsync(0, CancellationToken.None))
        {
            if (entry.Grain == GrainAddress.Of(new IncidentId(incident)) && entry.Event is IncidentRaised or IncidentNoted && entry.Grain.Key == incident)
            {
                log.Add(entry.Event is IncidentNoted note ? note.Text : "raised");
            }
        }

        return log;
    }

    // Several devices may hold one post; each has a cookie and keys of its own.
    private static Task<Client> JoinAsync(Day day, int number)
    {
        var posts = day.Server.Sample.Frame.Plan.Posts.Where(static p => p.Group is not null && p.Role is not Domain.Plans.PostRole.Screen).ToList();
        return day.Server.JoinAsync(posts[number % posts.Count].Id.Value);
    }
}
