using CommandCenter.Domain.Households;
using CommandCenter.Domain.Operations;

namespace CommandCenter.Domain.Tests.Households;

/// <summary>Side steps, stepping back, transfers, leaving.</summary>
public sealed class DetourTests : HouseholdTest
{
    private static readonly VisitWished Wished = new(H1, Consultation, V1, Verification);
    private static readonly VisitBegan Began = new(H1, Consultation, null);

    [Fact]
    public void Visit_Waiting_PutsItsTicketAsideFirst() =>
        WaitingForVerification().When(new Visit(Consultation)).ThenEvents(Wished)
            .History.When(new NoteWaiting(V1)).ThenEvents(Began);

    [Fact]
    public void Visit_CalledBeforeItBegan_TheCallComesFirst() =>
        WaitingForVerification(Wished).When(new Notify(Verification, V1, "X001", W1)).ThenEvents(Notified(Verification, V1, W1))
            .History.When(new BeginStep(Verification, V1, W1)).ThenEvents(new StepStarted(H1, Verification, V1, W1));

    [Fact]
    public void Visit_Done_BeginsAtOnce() =>
        Done().When(new Visit(Consultation)).ThenEvents(new VisitWished(H1, Consultation, null, null), Began);

    [Fact]
    public void Visit_CalledServedOrBetweenTwoSteps_IsRefused()
    {
        WaitingForVerification(Notified(Verification, V1, W1)).When(new Visit(Consultation)).ThenRejected(Rejections.HouseholdBusy);
        AtVerification().When(new Visit(Consultation)).ThenRejected(Rejections.HouseholdBusy);
        Household(CheckedIn).When(new Visit(Consultation)).ThenRejected(Rejections.HouseholdBusy);
    }

    [Fact]
    public void Visit_OnOneAlready_IsRefused() => Visiting().When(new Visit(Consultation)).ThenRejected(Rejections.TicketExists);

    [Fact]
    public void Visit_MainStep_IsRefused() => WaitingForVerification().When(new Visit(Signing)).ThenRejected(Rejections.NotASideStep, "step");

    [Fact]
    public void Visit_Closing_IsRefused() =>
        WaitingForVerification().In(OperationPhase.Closing).When(new Visit(Consultation)).ThenRejected(Rejections.OperationNotOpen);

    [Fact]
    public void Visit_Completed_TheTicketAsideWaitsAgain() =>
        Visiting().When(new CompleteStep(Consultation, C1, new("w2"), null)).ThenEvents(
                Completed(Consultation, C1, new("w2"), null), new VisitEnded(H1, Consultation, V1, Verification))
            .History.When(new Notify(Verification, V1, "X001", W1)).ThenEvents(Notified(Verification, V1, W1));

    [Fact]
    public void Visit_AfterTheEnd_StaysDone() =>
        Done(new VisitWished(H1, Consultation, null, null), Began, Queued(Consultation, C1))
            .When(new CompleteStep(Consultation, C1, new("w2"), null))
            .ThenEvents(Completed(Consultation, C1, new("w2"), null), new VisitEnded(H1, Consultation, null, null))
            .History.When(new GiveUp("x")).ThenRejected(Rejections.HouseholdFinished);

    [Fact]
    public void Transfer_ToASideStep_GoesThereAndComesBack() =>
        AtVerification().When(new TransferTo(Verification, V1, Consultation, "问政策")).ThenEvents(Wished, Began)
            .History.When(new NoteTicket(Consultation, C1, "X001")).ThenEvents(Queued(Consultation, C1));

    [Fact]
    public void Transfer_Back_EndsTheTicket() =>
        AtSelection().When(new TransferTo(Selection, S1, Verification, "补材料"))
            .ThenEvents(ChoiceClosed, Back(Selection, Verification, "补材料", new OpenTicket(Selection, S1)));

    [Fact]
    public void Transfer_Forward_IsRefused() =>
        AtVerification().When(new TransferTo(Verification, V1, Signing, "x")).ThenRejected(Rejections.NotBackward, "to");

    [Fact]
    public void Transfer_ATicketThatItDoesNotGoBy_IsRefused() =>
        AtVerification().When(new TransferTo(Selection, S1, Consultation, "x")).ThenRejected(Rejections.NoTicket);

    [Fact]
    public void StepBack_ToAnEarlierStep_IsRecordedWithItsReason() =>
        WaitingForSelection().When(new StepBack(Verification, "补材料"))
            .ThenEvents(Back(Selection, Verification, "补材料", new OpenTicket(Selection, S1)));

    [Fact]
    public void StepBack_FromTheSelectionWindow_ClosesTheChoice() =>
        AtSelection().When(new StepBack(Verification, "补材料"))
            .ThenEvents(ChoiceClosed, Back(Selection, Verification, "补材料", new OpenTicket(Selection, S1)));

    [Theory]
    [InlineData("selection")]
    [InlineData("signing")]
    [InlineData("check-in")]
    [InlineData("consultation")]
    public void StepBack_NotToAnEarlierStepWithAQueue_IsRefused(string to) =>
        WaitingForSelection().When(new StepBack(new(to), "x")).ThenRejected(Rejections.NotBackward, "to");

    [Fact]
    public void StepBack_WithoutReason_IsRefused() =>
        WaitingForSelection().When(new StepBack(Verification, "")).ThenRejected("required", "reason");

    [Fact]
    public void StepBack_BeforeSelectionWithAFlat_IsRefused()
    {
        WaitingForSigning().When(new StepBack(Selection, "换房")).ThenRejected(Rejections.HasUnits);
        WaitingForSigning().When(new StepBack(Verification, "换房")).ThenRejected(Rejections.HasUnits);
    }

    [Fact]
    public void StepBack_AfterSelectionWithAFlat_IsGood() =>
        WaitingForSigning(Completed(Signing, G1, new("w5"), Settlement), Queued(Settlement, J1)).When(new StepBack(Signing, "合同有误"))
            .ThenEvents(Back(Settlement, Signing, "合同有误", new OpenTicket(Settlement, J1)));

    [Fact]
    public void StepBack_OnAVisit_IsRefused() =>
        WaitingForSelection(new VisitWished(H1, Consultation, S1, Selection)).When(new StepBack(Verification, "x"))
            .ThenRejected(Rejections.HouseholdBusy);

    [Fact]
    public void GiveUp_EndsEveryOpenTicket() =>
        Visiting().When(new GiveUp("不再等候"))
            .ThenEvents(new HouseholdGaveUp(H1, "不再等候", Ends((Consultation, C1), (Verification, V1))));

    [Fact]
    public void GiveUp_BeforeTheVisitBegan_NamesItsTicketOnce() =>
        WaitingForVerification(Wished).When(new GiveUp("不再等候"))
            .ThenEvents(new HouseholdGaveUp(H1, "不再等候", Ends((Verification, V1))));

    [Fact]
    public void GiveUp_AtTheSelectionWindow_ClosesTheChoice() =>
        AtSelection().When(new GiveUp("不再等候"))
            .ThenEvents(ChoiceClosed, new HouseholdGaveUp(H1, "不再等候", Ends((Selection, S1))));

    [Fact]
    public void GiveUp_WithAFlat_IsRefused() => WaitingForSigning().When(new GiveUp("不再等候")).ThenRejected(Rejections.HasUnits);

    [Fact]
    public void GiveUp_WithoutReason_IsRefused() => WaitingForVerification().When(new GiveUp(" ")).ThenRejected("required", "reason");

    [Fact]
    public void Held_AtTheSelectionWindow_ClosesTheChoice() =>
        AtSelection().When(new NoteWaiting(S1)).ThenEvents(ChoiceClosed, new HouseholdWaitingAgain(H1, Selection, S1));
}
