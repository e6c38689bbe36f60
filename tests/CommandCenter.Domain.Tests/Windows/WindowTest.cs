using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Domain.Tests.Windows;

/// <summary>Histories of the window w1 (verification); w3 chooses flats, w2 also gives advice.</summary>
public abstract class WindowTest : DeciderTest
{
    protected static readonly WindowId W1 = new("w1");
    protected static readonly StepId Verification = new("verification");
    protected static readonly StepId Selection = new("selection");
    protected static readonly HouseholdId H1 = new("h1");
    protected static readonly TicketId T1 = new("verification-001");

    /// <summary>Called at 10:00, the first recall is due at 10:02.</summary>
    protected static readonly SeatTicket Call = new(T1, "V001", Verification, H1, null);

    protected static readonly WindowOpened Opened = new(W1, Verification, "clerk-1");
    protected static readonly NextAsked Asked = new(W1, Verification);
    protected static readonly TicketSeated Seated = new(W1, Verification, T1, "V001", H1, null, At(10, 0), At(10, 2));
    protected static readonly HouseholdArrived Arrived = new(W1, Verification, T1, H1, At(10, 1));
    protected static readonly ServiceStarted Started = new(W1, Verification, T1, "V001", H1, At(10, 1));
    protected static readonly ServiceCompleted Completed = new(
        W1, Verification, T1, "V001", H1, null, null, At(10, 0), At(10, 1), At(10, 1));

    protected static readonly NoShow Missed = new(W1, Verification, T1, "V001", H1);
    protected static readonly WindowPaused Paused = new(W1, Verification, "午餐", false);
    protected static readonly WindowPaused PausedByDay = new(W1, Verification, "请稍候", true);
    protected static readonly WindowReleased Released = new(W1, Verification, T1, H1);
    protected static readonly SeatDeclined GivenBack = new(W1, Verification, T1, H1);

    protected static History Window(params IEvent[] events) => Given(new WindowDecider(), "w1", events);

    /// <summary>w3 in service of h1, with these events after it.</summary>
    protected static History Selecting(params IEvent[] events)
    {
        var w3 = new WindowId("w3");
        return Given(
            new WindowDecider(), "w3",
            [
                Opened with { Window = w3, Step = Selection }, Seated with { Window = w3, Step = Selection },
                Arrived with { Window = w3, Step = Selection }, Started with { Window = w3, Step = Selection }, .. events,
            ]);
    }

    protected static TicketRecalled Recalled(int count, DateTimeOffset until) => new(W1, Verification, T1, "V001", H1, count, until);
}
