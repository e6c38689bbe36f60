using CommandCenter.Boards.Queues;
using CommandCenter.Boards.Tickets;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Queues;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Boards.Households;

/// <summary>Shows each household to the reception desk.</summary>
internal sealed class HouseholdProjection(Day day, TopicTable table, ReadOnlyMemory<byte> ticketKey) : ISubscriber
{
    private readonly TopicFamily<HouseholdId> _topics = new(table, TopicNames.Of, id => Build(day, day.Households.Peek(id), ticketKey));

    public void Subscribe(Subscriptions on)
    {
        on.On<HouseholdRegistered>((e, entry) => _topics.Touch(e.Entry.Id, entry));
        on.On<HouseholdCheckedIn>((e, entry) => _topics.Touch(e.Household, entry));
        on.On<UnitTaken>((e, entry) => _topics.Touch(e.Household, entry));
        on.On<UnitLost>((e, entry) => _topics.Touch(e.Household, entry));
        on.On<SteppedBack>((e, entry) => _topics.Touch(e.Household, entry));
        on.On<JourneyCompleted>((e, entry) => _topics.Touch(e.Household, entry));
        on.On<HouseholdGaveUp>((e, entry) => _topics.Touch(e.Household, entry));
        on.On<TicketIssued>((e, entry) => _topics.Touch(e.Household, entry));
        on.On<TicketCalled>((e, entry) => _topics.Touch(e.Household, entry));
        on.On<TicketReturned>((e, entry) => _topics.Touch(e.Household, entry));
        on.On<TicketPassed>((e, entry) => _topics.Touch(e.Household, entry));
        on.On<TicketRequeued>((e, entry) => _topics.Touch(e.Household, entry));
        on.On<TicketHeld>((e, entry) => _topics.Touch(e.Household, entry));
        on.On<TicketResumed>((e, entry) => _topics.Touch(e.Household, entry));
        on.On<TicketCompleted>((e, entry) => _topics.Touch(e.Household, entry));
        on.On<TicketEnded>((e, entry) => _topics.Touch(e.Household, entry));
        on.On<ServiceStarted>((e, entry) => _topics.Touch(e.Household, entry));
    }

    private static HouseholdBoard Build(Day day, HouseholdFacts household, ReadOnlyMemory<byte> ticketKey) => new()
    {
        Id = household.Id,
        Number = household.Number,
        Members = household.Entry is not { } entry ? []
            : [.. entry.Members.Select(m => new HouseholdMember(m.No, m.Name, household.Present.Contains(m.No), m.Added))],
        Proxy = (household.Proxy ?? household.Entry?.Proxy)?.Name,
        Priority = household.Priority,
        Stage = TicketProjection.StageOf(household, TicketProjection.Active(household)),
        CheckedInAt = household.CheckedInAt,
        Tickets = [.. household.Tickets.OrderBy(static t => t.Standing == TicketStanding.Held).Select(t => Show(t, day))],
        Units = [.. household.Units.Select(static u => u.Id)],
        Page = ticketKey.IsEmpty ? null : TicketToken.Of(ticketKey.Span, household.Id),
    };

    private static HouseholdTicket Show(TicketFacts t, Day day) => new(
        t.Id, t.Number, t.Queue.StepId, t.Queue.Name, t.Standing, t.IssuedAt,
        t.Window is { } window ? day.Windows.Peek(window).Name : null, t.Passes);
}
