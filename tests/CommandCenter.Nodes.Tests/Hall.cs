using System.Collections.Concurrent;
using CommandCenter.Domain;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Windows;
using CommandCenter.Journal;
using CommandCenter.TestKit;
using CommandCenter.TestKit.Halls;

namespace CommandCenter.Nodes.Tests;

/// <summary>
/// A hall in which households are checked in, called, seated and choose flats. Everybody gives each command at all nodes at once
/// under one key, and all who choose want the same flats first.
/// </summary>
/// <param name="cluster">The nodes, and who has joined them.</param>
/// <param name="acknowledged">Takes every answer.</param>
internal sealed class Hall(Cluster cluster, ConcurrentBag<(Given Given, Said Said)> acknowledged)
{
    /// <summary>How many come.</summary>
    public const int Households = 12;

    private static readonly (string[] Windows, int Each)[] Steps = [(["w1", "w2", "w3", "w4"], 3), (["w5", "w6", "w7"], 4)];

    // Of each kind some: a household may not choose every kind.
    private static readonly string[] Wanted = [.. Enumerable.Range(2, 20).SelectMany(static floor => (string[])[$"1-{floor}01", $"1-{floor}02", $"1-{floor}03"])];

    /// <summary>Opens the day, and works until every household has a flat or may have none of those wanted.</summary>
    public async Task WorkAsync()
    {
        var order = Enumerable.Range(1, 199).Select(static n => $"h{n:000}").ToArray();
        await DoAsync(cluster.Commander, "operation/self/record-order", new { order, evidence = "公证书" });
        await DoAsync(cluster.Commander, "operation/self/open", new { @override = "测试" });
        await Task.WhenAll([CheckInAsync(), .. Steps.SelectMany(s => s.Windows.Select(w => ServeAsync(w, s.Each, chooses: s.Windows[0] == "w5")))]);
    }

    /// <summary>Fails unless the rules of a day were kept with every entry, by accounts of the test's own.</summary>
    /// <returns>How many flats were taken.</returns>
    public static int Check(IReadOnlyList<JournalEntry> entries)
    {
        var ledger = new Ledger(entries.Select(static e => e.Event).OfType<PlanAdopted>().First().Plan);
        foreach (var entry in entries) ledger.Apply(entry.Event);
        var taken = entries.Select(static e => e.Event).OfType<UnitConfirmed>().ToList();
        Assert.Equal(taken.Count, taken.DistinctBy(static t => t.Unit.Id).Count());
        Assert.Equal(taken.Count, taken.DistinctBy(static t => t.Household).Count());
        return taken.Count;
    }

    private async Task CheckInAsync() => await Task.WhenAll(Enumerable.Range(0, Households).Select(async n =>
    {
        var said = await GiveAsync(Of($"reception-{1 + (n % 3)}"), new($"households/h{1 + n:000}/check-in", new { present = new[] { 1 } }, $"check-in-{n}"));
        Assert.True(said.Status == 200, said.Text);
    }));

    private async Task ServeAsync(string window, int households, bool chooses)
    {
        var clerk = Of($"clerk-{window}");
        await DoAsync(clerk, $"windows/{window}/open", new { });
        for (var n = 0; n < households; n++)
        {
            var before = cluster.Journal.LastSequence;
            await DoAsync(clerk, $"windows/{window}/call-next", new { }, n);
            var seated = await NextAsync<TicketSeated>(before, e => e.Window.Value == window, $"{window} to be given a ticket");
            await DoAsync(clerk, $"windows/{window}/arrive", new { }, n);
            await DoAsync(clerk, $"windows/{window}/start", new { }, n);
            if (chooses) await ChooseAsync(clerk, window, seated.Household.Value);
            await DoAsync(clerk, $"windows/{window}/complete", new { }, n);
        }
    }

    private async Task ChooseAsync(Device clerk, string window, string household)
    {
        await NextAsync<HouseholdAdmitted>(0, e => e.Household.Value == household, $"{household} to be let choose");
        foreach (var unit in Wanted)
        {
            var body = new { household, unit, window };
            if ((await GiveAsync(clerk, new("inventory/main/reserve", body, $"reserve-{household}-{unit}"))).Status != 200) continue;
            var confirmed = await GiveAsync(clerk, new("inventory/main/confirm", body, $"confirm-{household}"));
            Assert.True(confirmed.Status == 200, confirmed.Text);
            await NextAsync<SelectionSettled>(0, e => e.Household.Value == household, $"{window} to know of the flat");
            return;
        }

        Assert.Fail($"{household} got none of {Wanted.Length} flats.");
    }

    private Device Of(string post) => cluster.People.Single(p => p.Post.Post == post);

    private async Task DoAsync(Device who, string path, object body, int round = 0)
    {
        var said = await GiveAsync(who, new(path, body, $"{path.Replace('/', '-')}-{round}"));
        Assert.True(said.Status == 200, $"{path}: {said.Text}");
    }

    // At all nodes at once: one decides, all give its answer.
    private async Task<Said> GiveAsync(Device who, Given given)
    {
        var said = await Task.WhenAll(cluster.Nodes.Select(n => who.InsistAsync(() => n, given)));
        Assert.All(said, s => Assert.Equal(said[0].Said, s.Said));
        acknowledged.Add((given, said[0].Said));
        return said[0].Said;
    }

    private async Task<T> NextAsync<T>(long after, Func<T, bool> fits, string what) where T : class, IEvent
    {
        var entry = await cluster.FirstAsync(e => e.Sequence > after && e.Event is T found && fits(found), what);
        return (T)entry.Event;
    }
}
