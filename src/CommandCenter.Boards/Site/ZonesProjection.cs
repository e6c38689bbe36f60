using CommandCenter.Boards.Queues;
using CommandCenter.Boards.Windows;
using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Queues;
using CommandCenter.Domain.Windows;
using CommandCenter.Domain.Zones;

namespace CommandCenter.Boards.Site;

/// <summary>Shows the site plan with the people on it. A topic of its own, because it changes with every ticket and the site does not.</summary>
internal sealed class ZonesProjection(Day day, TopicTable table) : ISubscriber
{
    private readonly Topic _topic = table.Add(TopicNames.Zones, () => Build(day));

    public void Subscribe(Subscriptions on) => on.Touch(
        _topic,
        typeof(PlanAdopted), typeof(ZoneStateSet), typeof(MemberSignedIn), typeof(MemberSignedOut), typeof(RollCalled),
        typeof(IncidentRaised), typeof(IncidentAcknowledged), typeof(IncidentWoke), typeof(IncidentResponding), typeof(IncidentOnScene),
        typeof(IncidentReassigned), typeof(IncidentSeverityChanged), typeof(IncidentEscalated), typeof(IncidentMerged),
        typeof(IncidentFalseAlarm), typeof(IncidentResolved), typeof(IncidentClosed), typeof(IncidentReopened),
        typeof(HouseholdCheckedIn), typeof(HouseholdGaveUp), typeof(JourneyCompleted), typeof(SteppedBack),
        typeof(TicketIssued), typeof(TicketReturned), typeof(TicketPassed), typeof(TicketRequeued), typeof(TicketHeld), typeof(TicketResumed),
        typeof(TicketCompleted), typeof(TicketEnded), typeof(TicketCalled), typeof(WindowOpened), typeof(HouseholdArrived), typeof(ServiceStarted),
        typeof(ServiceCompleted), typeof(NoShow), typeof(TicketSetAside), typeof(TicketTransferred), typeof(WindowReleased));

    private static ZonesBoard Build(Day day)
    {
        var atWindows = day.Windows.All
            .Where(static w => w.Phase is WindowPhase.Arrived or WindowPhase.Serving)
            .ToLookup(w => day.Plan.FindWindow(w.Id)?.Zone, static w => w.Seat!.Household.PeopleCame);
        var expected = day.Queues.All
            .ToLookup(q => ZoneOf(q.StepId, day), static q => q.Open.Values.Where(IsInLine).Sum(static t => t.Household.PeopleCame));
        return new()
        {
            Zones = [.. day.Plan.Zones.Select(z => new ZoneCount(SiteZones.Of(z, day), atWindows[z.Id].Sum(), expected[z.Id].Sum()))],
            Residents = day.Households.All.Sum(static h => h.IsHere ? h.PeopleCame : 0),
            AtWindows = atWindows.Sum(static zone => zone.Sum()),
            OnDuty = day.Groups.All.Sum(static g => g.OnDuty),
        };
    }

    // Who is called is in line until there: from then on it stands at the window.
    private static bool IsInLine(TicketFacts ticket) => ticket.Standing == TicketStanding.Waiting
        || (ticket.Standing == TicketStanding.Called && ticket.Household.Window?.Phase is null or WindowPhase.Called);

    /// <summary>Where a step is usually done.</summary>
    private static ZoneId? ZoneOf(StepId step, Day day) =>
        day.Plan.Windows.FirstOrDefault(w => !w.Steps.IsEmpty && w.Steps[0] == step)?.Zone;
}
