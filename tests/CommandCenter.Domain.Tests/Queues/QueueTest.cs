using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;

namespace CommandCenter.Domain.Tests.Queues;

/// <summary>Lines in which h1, h2 … hold the tickets 001, 002 … in this order; windows are named without regard to what they serve.</summary>
public abstract class QueueTest : DeciderTest
{
    protected static readonly StepId Verification = new("verification");
    protected static readonly StepId Selection = new("selection");
    protected static readonly WindowId W1 = new("w1");
    protected static readonly WindowId W2 = new("w2");
    protected static readonly WindowWaiting W1Waits = new(Verification, W1);
    protected static readonly WindowWaiting W2Waits = new(Verification, W2);

    protected static HouseholdId H(int n) => new($"h{n}");

    protected static TicketId T(int n) => new($"verification-{n:000}");

    protected static TicketId S(int n) => new($"selection-{n:000}");

    /// <summary>The line of verification.</summary>
    protected static History Line(params IEvent[] events) => Given(new TicketQueueDecider(), "verification", events);

    /// <summary>The line of selection, with the draw order h3, h1, h2.</summary>
    protected static History Ranked(params IEvent[] events) =>
        Given(new TicketQueueDecider(), "selection", [new QueueRanked(Selection, [H(3), H(1), H(2)]), .. events]);

    protected static TicketIssued Issued(int n, PriorityReason? priority = null) =>
        new(T(n), $"V{n:000}", Verification, H(n), priority, null, Now);

    protected static TicketIssued[] Issued(Range numbers) =>
        [.. Enumerable.Range(numbers.Start.Value, numbers.End.Value - numbers.Start.Value + 1).Select(static n => Issued(n))];

    protected static TicketCalled Called(int n, WindowId window, CallKind kind = CallKind.InOrder, PriorityReason? priority = null, string? reason = null) =>
        new(T(n), $"V{n:000}", Verification, H(n), window, kind, priority, reason, Now);

    protected static TicketPassed Passed(int n, int count = 1, bool endOfDay = false) => new(T(n), Verification, H(n), count, endOfDay);

    protected static TicketRequeued Requeued(int n, int afterCalls) => new(T(n), Verification, H(n), afterCalls);

    protected static TicketHeld Held(int n, WindowId? window) => new(T(n), Verification, H(n), window, "缺材料");

    /// <summary>In selection the n-th ticket is the household's whose number stands there.</summary>
    protected static TicketIssued Chooser(int ticket, int household, PriorityReason? priority = null) => new(
        S(ticket), $"S{ticket:000}", Selection, H(household), priority, household switch { 3 => 1, 1 => 2, 2 => 3, _ => null }, Now);

    /// <summary>Who would be called next, one after another, each served before the next call.</summary>
    protected static IReadOnlyList<(string Ticket, CallKind Kind)> CallAll(History history)
    {
        var calls = new List<(string, CallKind)>();
        while (history.When(new CallNextTo(W1)) is { Decision.Events: [TicketCalled call] } outcome)
        {
            calls.Add((call.Number, call.Kind));
            history = outcome.History.When(new CompleteTicket(call.Ticket, W1)).History;
        }

        return calls;
    }

    protected static IEnumerable<string> NumbersOf(History history) => CallAll(history).Select(static c => c.Ticket);
}
