using CommandCenter.Domain.Households;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Tests.Households;

/// <summary>One ticket at a time, step after step.</summary>
public sealed class LineTests : HouseholdTest
{
    [Fact]
    public void Ticket_OfItsStep_IsHeld() =>
        Household(CheckedIn).When(new NoteTicket(Verification, V1, "X001")).ThenEvents(Queued(Verification, V1));

    [Fact]
    public void Ticket_NotedTwice_DoesNothing() =>
        WaitingForVerification().When(new NoteTicket(Verification, V1, "X001")).ThenNothing();

    [Fact]
    public void Ticket_ComesAfterItLeft_IsUnclaimed() =>
        Household(CheckedIn, new HouseholdGaveUp(H1, "不再等候", [])).When(new NoteTicket(Verification, V1, "X001"))
            .ThenEvents(new TicketUnclaimed(H1, Verification, V1));

    [Fact]
    public void Ticket_ComesAfterItSteppedBack_IsUnclaimed() =>
        AtVerification(Completed(Verification, V1, W1, Selection), Back(Selection, Verification, "补材料"))
            .When(new NoteTicket(Selection, S1, "X001")).ThenEvents(new TicketUnclaimed(H1, Selection, S1));

    [Fact]
    public void Ticket_ASecondOne_IsUnclaimed() =>
        WaitingForVerification().When(new NoteTicket(Verification, new("verification-002"), "X002"))
            .ThenEvents(new TicketUnclaimed(H1, Verification, new("verification-002")));

    [Fact]
    public void Call_IsPassedOnToTheWindowWithThePriority() =>
        Household(CheckedIn with { Priority = PriorityReason.Pregnant }, Queued(Verification, V1))
            .When(new Notify(Verification, V1, "X001", W1))
            .ThenEvents(Notified(Verification, V1, W1) with { Priority = PriorityReason.Pregnant });

    [Fact]
    public void Call_OfATicketThatItDoesNotGoBy_IsRefused()
    {
        WaitingForVerification().When(new Notify(Selection, S1, "X001", W3)).ThenRejected(Rejections.NoTicket);
        Visiting().When(new Notify(Verification, V1, "X001", W1)).ThenRejected(Rejections.NoTicket);
    }

    [Fact]
    public void Pass_MayReportBack() =>
        WaitingForVerification(Notified(Verification, V1, W1)).When(new NotePass(Verification, V1, 1))
            .ThenEvents(new HouseholdPassed(H1, Verification, V1, 1))
            .History.When(new ReportBack()).ThenEvents(new HouseholdReportedBack(H1, Verification, V1));

    [Fact]
    public void ReportBack_NotPassed_IsRefused()
    {
        WaitingForVerification().When(new ReportBack()).ThenRejected(Rejections.NotPassed);
        Household(CheckedIn).When(new ReportBack()).ThenRejected(Rejections.NotPassed);
    }

    [Fact]
    public void Returned_WaitsAgain() =>
        WaitingForVerification(Notified(Verification, V1, W1)).When(new NoteWaiting(V1))
            .ThenEvents(new HouseholdWaitingAgain(H1, Verification, V1))
            .History.When(new NoteWaiting(V1)).ThenNothing();

    [Fact]
    public void Start_IsInTheStep() =>
        WaitingForVerification(Notified(Verification, V1, W1)).When(new BeginStep(Verification, V1, W1))
            .ThenEvents(new StepStarted(H1, Verification, V1, W1));

    [Fact]
    public void Complete_GoesToTheNextStep() =>
        AtVerification().When(new CompleteStep(Verification, V1, W1, "通过"))
            .ThenEvents(Completed(Verification, V1, W1, Selection) with { Outcome = "通过" });

    [Fact]
    public void Complete_PriorityGoesAlong() =>
        Household(CheckedIn with { Priority = PriorityReason.Aged70 }, Queued(Verification, V1))
            .When(new CompleteStep(Verification, V1, W1, null))
            .ThenEvents(Completed(Verification, V1, W1, Selection) with { Priority = PriorityReason.Aged70 });

    [Fact]
    public void Complete_TheLastStep_IsDoneWithItsSum() =>
        WaitingForSigning(Completed(Signing, G1, new("w5"), Settlement), Queued(Settlement, J1))
            .When(new CompleteStep(Settlement, J1, new("w6"), null))
            .ThenEvents(Completed(Settlement, J1, new("w6"), null), new JourneyCompleted(H1, false, 126000m));

    [Fact]
    public void Complete_ATicketThatItDoesNotGoBy_IsRefused() =>
        AtVerification().When(new CompleteStep(Selection, S1, W3, null)).ThenRejected(Rejections.NoTicket);

    [Fact]
    public void Done_NothingMoreCanBeAsked() => Assert.All(
        new ICommand[] { new StepBack(Verification, "x"), new GiveUp("x"), new Decline("x") },
        c => Done().When(c).ThenRejected(Rejections.HouseholdFinished));
}
