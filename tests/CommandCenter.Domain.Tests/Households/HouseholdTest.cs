using System.Collections.Immutable;
using CommandCenter.Domain.Entitlements;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Tests.Households;

/// <summary>Histories of h1: three members, 105 m² granted; each stage of its day has a history of its own.</summary>
public abstract class HouseholdTest : DeciderTest
{
    protected static readonly HouseholdId H1 = new("h1");
    protected static readonly StepId Verification = new("verification");
    protected static readonly StepId Selection = new("selection");
    protected static readonly StepId Signing = new("signing");
    protected static readonly StepId Settlement = new("settlement");
    protected static readonly StepId Consultation = new("consultation");
    protected static readonly WindowId W1 = new("w1");
    protected static readonly WindowId W3 = new("w3");
    protected static readonly TicketId V1 = new("verification-001");
    protected static readonly TicketId S1 = new("selection-001");
    protected static readonly TicketId G1 = new("signing-001");
    protected static readonly TicketId J1 = new("settlement-001");
    protected static readonly TicketId C1 = new("consultation-001");
    protected static readonly Unit Flat = new(new("2-902"), new("2"), 9, "902", new("t105"), 105m, "南");

    protected static readonly HouseholdEntry Entry = new(
        H1, "001", [new(1, "张三", "123x"), new(2, "李四", "4567"), new(3, "张小三", "8901")], null, null, false, 0m);

    protected static readonly HouseholdCheckedIn CheckedIn = new(H1, [1, 2], null, null, Verification);
    protected static readonly SelectionClosed ChoiceClosed = new(H1, W3);
    protected static readonly UnitTaken Taken = new(H1, Flat, Entitlement.Difference(Entry, [Flat], TestPlans.Small().Prices));

    protected static History Household(params IEvent[] events) =>
        Given(new HouseholdDecider(), "h1", [new HouseholdRegistered(Entry), .. events]);

    protected static HouseholdQueued Queued(StepId step, TicketId ticket) => new(H1, step, ticket, "X001");

    protected static HouseholdNotified Notified(StepId step, TicketId ticket, WindowId window) => new(H1, step, ticket, "X001", window, null);

    protected static StepCompleted Completed(StepId step, TicketId ticket, WindowId window, StepId? next) =>
        new(H1, step, ticket, window, null, next, null);

    protected static History WaitingForVerification(params IEvent[] events) => Household([CheckedIn, Queued(Verification, V1), .. events]);

    protected static History AtVerification(params IEvent[] events) =>
        WaitingForVerification([Notified(Verification, V1, W1), new StepStarted(H1, Verification, V1, W1), .. events]);

    protected static History WaitingForSelection(params IEvent[] events) =>
        AtVerification([Completed(Verification, V1, W1, Selection), Queued(Selection, S1), .. events]);

    protected static History AtSelection(params IEvent[] events) => WaitingForSelection(
    [
        Notified(Selection, S1, W3), new StepStarted(H1, Selection, S1, W3),
        new SelectionOpened(H1, W3, "张*", Entitlement.BandOf(Entry, TestPlans.Small().Prices), []), .. events,
    ]);

    protected static History WaitingForSigning(params IEvent[] events) =>
        AtSelection([Taken, ChoiceClosed, Completed(Selection, S1, W3, Signing), Queued(Signing, G1), .. events]);

    protected static History Done(params IEvent[] events) => WaitingForSigning(
    [
        Completed(Signing, G1, new("w5"), Settlement), Queued(Settlement, J1), Completed(Settlement, J1, new("w6"), null),
        new JourneyCompleted(H1, false, 126000m), .. events,
    ]);

    /// <summary>Waits for verification, whose ticket is aside, while it waits for advice.</summary>
    protected static History Visiting(params IEvent[] events) => WaitingForVerification(
        [new VisitWished(H1, Consultation, V1, Verification), new VisitBegan(H1, Consultation, null), Queued(Consultation, C1), .. events]);

    protected static SteppedBack Back(StepId? from, StepId to, string reason, params OpenTicket[] ends) =>
        new(H1, from, to, reason, [.. ends], null);

    protected static ImmutableArray<OpenTicket> Ends(params (StepId Step, TicketId Ticket)[] tickets) =>
        [.. tickets.Select(static t => new OpenTicket(t.Step, t.Ticket))];
}
