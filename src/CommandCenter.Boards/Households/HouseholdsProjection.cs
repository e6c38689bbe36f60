using CommandCenter.Boards.Tickets;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Queues;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Boards.Households;

/// <summary>Shows the households that have come.</summary>
internal sealed class HouseholdsProjection(Day day, TopicTable table) : ISubscriber
{
    private readonly Topic _topic = table.Add(TopicNames.Households, () => Build(day));

    public void Subscribe(Subscriptions on) => on.Touch(
        _topic,
        typeof(PlanAdopted), typeof(HouseholdRegistered), typeof(HouseholdCheckedIn), typeof(SelectionDeclined), typeof(UnitTaken), typeof(UnitLost), typeof(SteppedBack),
        typeof(JourneyCompleted), typeof(HouseholdGaveUp),
        typeof(TicketIssued), typeof(TicketCalled), typeof(TicketReturned), typeof(TicketPassed), typeof(TicketRequeued),
        typeof(TicketHeld), typeof(TicketResumed), typeof(TicketCompleted), typeof(TicketEnded), typeof(ServiceStarted));

    private static HouseholdsBoard Build(Day day) => new(
        day.Households.All.Count(static h => h.Entry is not null),
        [.. day.Households.All.Where(static h => h.CheckedInAt is not null).OrderBy(static h => h.CheckedInAt).Select(Show)]);

    private static HouseholdRow Show(HouseholdFacts household)
    {
        var ticket = TicketProjection.Active(household);
        return new(
            household.Number, household.MaskedName, household.PeopleCame, household.CheckedInAt!.Value,
            TicketProjection.StageOf(household, ticket), ticket?.Number, ticket?.Queue.Name, [.. household.Units.Select(static u => u.Id)],
            household.Declined, household.DoneAt);
    }
}
