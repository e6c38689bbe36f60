using CommandCenter.Boards;
using CommandCenter.Domain.Plans;
using CommandCenter.Server.Access;
using CommandCenter.Server.Forecasts;

namespace CommandCenter.Server.Screens.Lists;

/// <summary>A list behind a number of the wall.</summary>
/// <param name="Component">What shows it, a <see cref="ListView"/>.</param>
/// <param name="Topic">The topic that it is read from: who may not see that may not see the list.</param>
internal sealed record WallList(Type Component, string Topic);

/// <summary>The lists by name: a kind, or a kind with an id, as <c>queue:signing</c>.</summary>
internal static class WallLists
{
    // The kind of topic of the queues, where a list reads all of them.
    private const string AllQueues = "queue";

    /// <summary>The list of a name, or null where there is none.</summary>
    public static WallList? Find(string name, Plan plan)
    {
        var (kind, id) = TopicCatalog.Split(name);
        return (kind, id.Length > 0) switch
        {
            ("checked-in" or "selected" or "done", false) => new(typeof(HouseholdList), TopicNames.Households),
            ("waiting" or "serving" or "passed", false) => new(typeof(TicketList), AllQueues),
            ("queue", true) => new(typeof(TicketList), name),
            ("units", _) => new(typeof(UnitList), name),
            ("incidents", false) => new(typeof(IncidentList), TopicNames.Site),
            ("incident", true) => new(typeof(IncidentSheet), name),
            ("group", true) => new(typeof(GroupSheet), name),
            ("orders", false) => new(typeof(OrderList), TopicNames.Site),
            ("zone", true) when plan.FindZone(new(id)) is not null => new(typeof(ZoneSheet), TopicNames.Site),
            ("cases", false) => new(typeof(CaseList), TopicNames.Cases),
            ("readiness", false) => new(typeof(ReadinessList), TopicNames.State),
            ("forecast", false) => new(typeof(ForecastSheetList), ForecastTopics.Forecast),
            ("try", true) => new(typeof(TryList), ForecastTopics.Forecast),
            ("late-lots", false) => new(typeof(LateLotList), ForecastTopics.LateLots),
            ("communication", false) => new(typeof(CommunicationList), TopicNames.Communication),
            ("day", false) => new(typeof(DaySheet), TopicNames.State),
            _ => null,
        };
    }
}
