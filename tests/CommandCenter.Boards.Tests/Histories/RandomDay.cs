using System.Collections.Concurrent;
using CommandCenter.Domain.Draws;
using CommandCenter.Domain.Drills;
using CommandCenter.Domain.Communication;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Journal;

namespace CommandCenter.Boards.Tests.Histories;

/// <summary>
/// A day in which the clerks do what their screens suggest, and everybody else something at random: what is accepted is
/// a valid history with everything that may happen in it. The same seed gives the same day.
/// </summary>
internal static class RandomDay
{
    private const int Households = 24;
    private const int Ticks = 2000;

    private static readonly ConcurrentDictionary<int, Task<List<JournalEntry>>> Days = new();

    /// <summary>The seeds that tests run on.</summary>
    public static TheoryData<int> Seeds => [.. All];

    public static IReadOnlyList<int> All { get; } = [11, 22, 33, 44];

    /// <summary>The journal of a seed's day; played once, whoever asks.</summary>
    public static Task<List<JournalEntry>> OfAsync(int seed) => Days.GetOrAdd(seed, static s => Task.Run(() => PlayAsync(s)));

    private static async Task<List<JournalEntry>> PlayAsync(int seed)
    {
        await using var rehearsal = await Rehearsal.FoundAsync(Households);
        await OpenAsync(rehearsal, seed);
        var crowd = new Crowd(new Random(seed), Households, rehearsal.Boards);
        for (var tick = 0; tick < Ticks; tick++)
        {
            var (post, grain, command) = crowd.Next(rehearsal.Now);
            await rehearsal.SendAsync(post, grain, command);
            await rehearsal.PassAsync(crowd.Pause());
        }

        await CloseAsync(rehearsal);
        return await rehearsal.EntriesAsync();
    }

    private static async Task OpenAsync(Rehearsal rehearsal, int seed)
    {
        var inject = new Inject(new("i1"), TimeSpan.FromHours(1), "居民", new("order"), "入口拥挤", "疏导", new(new("crowding"), new("gate"), 2));
        await rehearsal.SendAsync("director", GrainAddress.Drill, new PrepareDrill("random", seed, [inject, inject with { Id = new("i2"), At = null }]));
        await rehearsal.SendAsync("director", GrainAddress.Drill, new StartDrill(1));
        await rehearsal.SendAsync("commander", GrainAddress.Draw, new ComputeOrder($"{seed}", "公证书"));
        foreach (var item in Readiness.Items(SmallHall.Plan).Where(static i => !i.StartsWith("group:", StringComparison.Ordinal)))
        {
            await rehearsal.SendAsync("commander", GrainAddress.Operation, new ConfirmReadiness(item));
        }

        await rehearsal.SendAsync("order-leader", GrainAddress.Of(new GroupId("order")), new Domain.Groups.SignIn(new("order-01")));
        await rehearsal.SendAsync("service-leader", GrainAddress.Of(new GroupId("service")), new Domain.Groups.SignIn(new("service-01")));
        await rehearsal.SendAsync("order-leader", GrainAddress.Of(new ZoneId("gate")), new Domain.Zones.SetZoneState(Domain.Zones.ZoneCondition.Crowded, null));
        await CheckCommunicationAsync(rehearsal);
        await rehearsal.SendAsync("commander", GrainAddress.Operation, new OpenOperation("先行开放"));
    }

    // Once everybody answers; the second time one sees it, and the time runs out.
    private static async Task CheckCommunicationAsync(Rehearsal rehearsal)
    {
        await rehearsal.SendAsync("commander", GrainAddress.Communication, new CheckCommunication(60));
        foreach (var post in CommunicationDecider.PostsOf(SmallHall.Plan))
        {
            await rehearsal.SendAsync(post.Value, GrainAddress.Communication, new AnswerCommunicationCheck(1));
        }

        await rehearsal.SendAsync("commander", GrainAddress.Communication, new CheckCommunication(60));
        await rehearsal.SendAsync("reception", GrainAddress.Communication, new SeeCommunicationCheck(2));
    }

    private static async Task CloseAsync(Rehearsal rehearsal)
    {
        await rehearsal.SendAsync("director", GrainAddress.Drill, new EndDrill());
        await rehearsal.SendAsync("supervisor", GrainAddress.Operation, new ResumeOperation());
        await rehearsal.SendAsync("commander", GrainAddress.Operation, new BeginClosing());
        Assert.True(await rehearsal.SendAsync("commander", GrainAddress.Operation, new CloseOperation()));
    }
}
