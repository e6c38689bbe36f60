using System.Collections.Immutable;
using CommandCenter.Boards.Households;
using CommandCenter.Boards.Queues;
using CommandCenter.Boards.Units;
using CommandCenter.Boards.Windows;
using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Entitlements;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Queues;
using CommandCenter.Domain.Windows;
using CommandCenter.Journal;

namespace CommandCenter.Boards.Tickets;

/// <summary>Shows each household its own page. Without a key there are no pages.</summary>
internal sealed class TicketProjection(Day day, TopicTable table, ReadOnlyMemory<byte> key) : ISubscriber
{
    public void Subscribe(Subscriptions on)
    {
        if (key.IsEmpty)
        {
            return;
        }

        on.On<HouseholdRegistered>((e, entry) => Add(day.Households[e.Entry.Id], entry));
        SubscribeHousehold(on);
        SubscribeCases(on);
        SubscribeQueue(on);
        SubscribeDay(on);
    }

    private void SubscribeHousehold(Subscriptions on)
    {
        on.On<HouseholdCheckedIn>((e, entry) => Touch(e.Household, entry));
        on.On<SelectionOpened>((e, entry) => Touch(e.Household, entry));
        on.On<UnitTaken>((e, entry) => Touch(e.Household, entry));
        on.On<UnitLost>((e, entry) => Touch(e.Household, entry));
        on.On<SelectionDeclined>((e, entry) => Touch(e.Household, entry));
        on.On<SteppedBack>((e, entry) => Touch(e.Household, entry));
        on.On<JourneyCompleted>((e, entry) => Touch(e.Household, entry));
        on.On<HouseholdGaveUp>((e, entry) => Touch(e.Household, entry));
        on.On<ServiceStarted>((e, entry) => Touch(e.Household, entry));
    }

    private void SubscribeCases(Subscriptions on)
    {
        on.On<CaseRegistered>((e, entry) => Touch(e.Case, entry));
        on.On<CaseInterimReplied>((e, entry) => Touch(e.Case, entry));
        on.On<CaseAnswered>((e, entry) => Touch(e.Case, entry));
        on.On<CaseReopened>((e, entry) => Touch(e.Case, entry));
    }

    private void SubscribeQueue(Subscriptions on)
    {
        on.On<QueueRanked>((e, entry) => TouchOpen(e.Step, entry));
        on.On<TicketIssued>((e, entry) => TouchLine(e.Step, e.Household, entry));
        on.On<TicketCalled>((e, entry) => TouchLine(e.Step, e.Household, entry));
        on.On<TicketReturned>((e, entry) => TouchLine(e.Step, e.Household, entry));
        on.On<TicketPassed>((e, entry) => Touch(e.Household, entry));
        on.On<TicketRequeued>((e, entry) => TouchLine(e.Step, e.Household, entry));
        on.On<TicketHeld>((e, entry) => TouchLine(e.Step, e.Household, entry));
        on.On<TicketResumed>((e, entry) => TouchLine(e.Step, e.Household, entry));
        on.On<TicketCompleted>((e, entry) => Touch(e.Household, entry));
        on.On<TicketEnded>((e, entry) => TouchLine(e.Step, e.Household, entry));
        on.On<ServiceCompleted>((e, entry) => TouchOpen(e.Step, entry));
        on.On<WindowOpened>((e, entry) => TouchOpen(e.Step, entry));
        on.On<WindowPaused>((e, entry) => TouchOpen(e.Step, entry));
        on.On<WindowClosed>((e, entry) => TouchOpen(e.Step, entry));
    }

    private void SubscribeDay(Subscriptions on)
    {
        on.On<PlanAdopted>((_, entry) => TouchAll(entry));
        on.On<OperationCreated>((_, entry) => TouchAll(entry));
        on.On<OperationReady>((_, entry) => TouchAll(entry));
        on.On<OperationOpened>((_, entry) => TouchAll(entry));
        on.On<OperationSuspended>((_, entry) => TouchAll(entry));
        on.On<OperationResumed>((_, entry) => TouchAll(entry));
        on.On<OperationClosing>((_, entry) => TouchAll(entry));
        on.On<OperationClosed>((_, entry) => TouchAll(entry));
        on.On<UnitsListed>((_, entry) => TouchChoosing(entry));
        on.On<UnitConfirmed>((_, entry) => TouchChoosing(entry));
        on.On<UnitWithdrawn>((_, entry) => TouchChoosing(entry));
        on.On<UnitReturned>((_, entry) => TouchChoosing(entry));
        on.On<UnitReversed>((_, entry) => TouchChoosing(entry));
    }

    private void Add(HouseholdFacts household, JournalEntry entry)
    {
        household.Page ??= table.Add(TopicNames.OfTicket(TicketToken.Of(key.Span, household.Id)), () => Build(household));
        household.Page.Touch(entry);
    }

    private void Touch(HouseholdId household, JournalEntry entry) => day.Households.Peek(household).Page?.Touch(entry);

    private void Touch(CaseId matter, JournalEntry entry)
    {
        if (day.Cases.Peek(matter).Registered?.Household is { } household)
        {
            Touch(household, entry);
        }
    }

    private void TouchLine(StepId step, HouseholdId household, JournalEntry entry)
    {
        Touch(household, entry);
        TouchOpen(step, entry);
    }

    private void TouchOpen(StepId step, JournalEntry entry)
    {
        foreach (var ticket in day.Queues.Peek(step).Open.Values)
        {
            ticket.Household.Page?.Touch(entry);
        }
    }

    private void TouchChoosing(JournalEntry entry)
    {
        foreach (var household in day.Households.All)
        {
            if (!household.HasSelected)
            {
                household.Page?.Touch(entry);
            }
        }
    }

    private void TouchAll(JournalEntry entry)
    {
        foreach (var household in day.Households.All)
        {
            household.Page?.Touch(entry);
        }
    }

    private TicketBoard Build(HouseholdFacts household)
    {
        var ticket = Active(household);
        return new()
        {
            Name = day.Plan.Name,
            Mode = day.Operation.Mode,
            Phase = day.Operation.Phase,
            Sentence = day.Operation.Sentence,
            Household = household.Number,
            MaskedName = household.MaskedName,
            Stage = StageOf(household, ticket),
            Number = ticket?.Number,
            Step = ticket?.Queue.StepId,
            StepName = ticket?.Queue.Name,
            Bring = ticket?.Queue.Plan?.Bring,
            Ahead = ticket is { Standing: TicketStanding.Waiting } ? ticket.Queue.Ahead(ticket) : null,
            OpenWindows = ticket?.Queue.Windows.Count(static w => w.Status == WindowStatus.Open),
            MeanServiceSeconds = ticket?.Queue.Services.Mean,
            WindowName = ticket?.Window is { } window ? day.Windows.Peek(window).Name : null,
            Types = household.HasSelected || household.GaveUpAt is not null ? [] : Fitting(household),
            Units = [.. household.Units.Select(static u => u.Id)],
            Matters = OwnMatters.Of(household.Id, day),
        };
    }

    /// <summary>The ticket in hand: of two, the one that is not put aside.</summary>
    internal static TicketFacts? Active(HouseholdFacts household) =>
        household.Tickets.Find(static t => t.Standing != TicketStanding.Held) ?? household.Tickets.LastOrDefault();

    internal static HouseholdStage StageOf(HouseholdFacts household, TicketFacts? ticket) =>
        household.GaveUpAt is not null ? HouseholdStage.GaveUp
        : household.DoneAt is not null ? HouseholdStage.Done
        : household.CheckedInAt is null ? HouseholdStage.Expected
        : ticket?.Standing switch
        {
            null => HouseholdStage.Between,
            TicketStanding.Waiting => HouseholdStage.Waiting,
            TicketStanding.Called => HouseholdStage.Called,
            TicketStanding.InService => HouseholdStage.InService,
            TicketStanding.Passed => HouseholdStage.Passed,
            _ => HouseholdStage.Held,
        };

    private ImmutableArray<TypeLeft> Fitting(HouseholdFacts household)
    {
        if (household.Entry is not { } entry)
        {
            return [];
        }

        var band = household.Band ?? Entitlement.BandOf(entry, day.Plan.Prices);
        return [.. day.Stock.ByType.Where(t => t.Area <= band.MaxArea)];
    }
}
