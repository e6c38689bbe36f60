using CommandCenter.Boards.Tests.Histories;
using CommandCenter.Domain;

namespace CommandCenter.Boards.Tests;

public sealed class EventCoverageTests
{
    private static IEnumerable<Type> AllEvents =>
        typeof(IEvent).Assembly.GetTypes().Where(static t => t.IsAssignableTo(typeof(IEvent)) && t is { IsClass: true, IsAbstract: false });

    [Fact]
    public void EveryEventOfTheDomain_IsShownOrLeftOutOnPurpose()
    {
        var known = new BoardSet().KnownEvents.ToHashSet();

        Assert.Empty(AllEvents.Where(e => !known.Contains(e)).Select(static e => e.Name));
    }

    [Fact]
    public void NotShown_NamesOnlyEventsThatNoBoardSubscribesTo()
    {
        // The constructor throws when an event is on the list and subscribed to as well.
        var shown = new BoardSet(new() { TicketKey = Story.Key }).KnownEvents.Except(NotShown.Types).ToList();

        Assert.Equal(AllEvents.Count(), shown.Count + NotShown.Types.Count);
    }

    [Fact]
    public async Task RandomDays_ContainAlmostEveryEvent()
    {
        var seen = new HashSet<Type>();
        foreach (var seed in RandomDay.All)
        {
            seen.UnionWith((await RandomDay.OfAsync(seed)).Select(static e => e.Event.GetType()));
        }

        // An order is recorded or computed, and the days do the latter; a ticket comes too late only in a race, which days in
        // one thread never have; injects are cancelled and held so seldom that it is luck.
        string[] mayBeMissing = ["DrawOrderRecorded", "SeatDeclined", "TicketReturned", "InjectCancelled", "InjectHeld", "SelectionUnsettled"];
        Assert.Empty(AllEvents.Where(e => !seen.Contains(e)).Select(static e => e.Name).Except(mayBeMissing));
    }
}
