using CommandCenter.Domain.Entitlements;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Tests.Households;

/// <summary>At the selection window: opened, taken or declined, closed; and undone.</summary>
public sealed class ChoiceTests : HouseholdTest
{
    private static readonly Prices Prices = new();

    [Fact]
    public void Start_Selection_OpensTheChoiceWithMaskedNameAndEntitlement() =>
        WaitingForSelection(Notified(Selection, S1, W3)).When(new BeginStep(Selection, S1, W3)).ThenEvents(
            new StepStarted(H1, Selection, S1, W3),
            new SelectionOpened(H1, W3, "张*", new(105m, 145m, 1), []));

    [Fact]
    public void Start_SelectionWithAFlatOfItsOwn_SaysSo()
    {
        var held = AtSelection(Taken, ChoiceClosed, new HouseholdWaitingAgain(H1, Selection, S1), Notified(Selection, S1, W3));

        var opened = held.When(new BeginStep(Selection, S1, W3)).Decision.Events.OfType<SelectionOpened>();

        Assert.Equal(Flat.Id, Assert.Single(Assert.Single(opened).Holds));
    }

    [Fact]
    public void TakeUnit_WorksOutTheDifference() => AtSelection().When(new TakeUnit(Flat)).ThenEvents(Taken);

    [Fact]
    public void TakeUnit_TheSameTwice_DoesNothing() => AtSelection(Taken).When(new TakeUnit(Flat)).ThenNothing();

    [Fact]
    public void TakeUnit_ASecondFlat_CountsBoth()
    {
        var second = Flat with { Id = new("2-903"), Area = 60m };

        AtSelection(Taken).When(new TakeUnit(second))
            .ThenEvents(new UnitTaken(H1, second, Entitlement.Difference(Entry, [Flat, second], Prices)));
    }

    [Fact]
    public void Complete_WithAFlat_ClosesTheChoiceAndGoesOn() =>
        AtSelection(Taken).When(new CompleteStep(Selection, S1, W3, null))
            .ThenEvents(ChoiceClosed, Completed(Selection, S1, W3, Signing));

    [Fact]
    public void Complete_Declined_IsDoneWithoutASum() =>
        AtSelection(new SelectionDeclined(H1, W3, "不选")).When(new CompleteStep(Selection, S1, W3, null))
            .ThenEvents(ChoiceClosed, Completed(Selection, S1, W3, null), new JourneyCompleted(H1, true, null));

    [Fact]
    public void Complete_WithNeither_ChoosesAgain() =>
        AtSelection().When(new CompleteStep(Selection, S1, W3, null))
            .ThenEvents(ChoiceClosed, Back(Selection, Selection, "房源确认已撤销，重新选房", new OpenTicket(Selection, S1)));

    [Fact]
    public void Decline_AtTheWindow_IsRecorded() =>
        AtSelection().When(new Decline("不选")).ThenEvents(new SelectionDeclined(H1, W3, "不选"))
            .History.When(new Decline("不选")).ThenNothing();

    [Fact]
    public void Decline_NotAtTheWindow_IsRefused()
    {
        WaitingForSelection().When(new Decline("不选")).ThenRejected(Rejections.NotSelecting);
        AtVerification().When(new Decline("不选")).ThenRejected(Rejections.NotSelecting);
    }

    [Fact]
    public void Decline_WithAFlat_IsRefused() => AtSelection(Taken).When(new Decline("不选")).ThenRejected(Rejections.HasUnits);

    [Fact]
    public void Decline_ChangedItsMind_TakesTheFlat() =>
        AtSelection(new SelectionDeclined(H1, W3, "不选"), Taken).When(new CompleteStep(Selection, S1, W3, null))
            .ThenEvents(ChoiceClosed, Completed(Selection, S1, W3, Signing));

    [Fact]
    public void TakeUnit_ConfirmedWhileItDeclinedAndWasDone_GoesOnToSign() =>
        AtSelection(
                new SelectionDeclined(H1, W3, "不选"), ChoiceClosed, Completed(Selection, S1, W3, null), new JourneyCompleted(H1, true, null))
            .When(new TakeUnit(Flat)).ThenEvents(Taken, Back(null, Signing, "放弃选房的同时已确认房源，继续办理"));

    [Fact]
    public void LoseUnit_StillChoosing_ChoosesOn() =>
        AtSelection(Taken).When(new LoseUnit(Flat.Id, "登记有误")).ThenEvents(Lost());

    [Fact]
    public void LoseUnit_PastSelection_ChoosesAgain() =>
        WaitingForSigning().When(new LoseUnit(Flat.Id, "登记有误"))
            .ThenEvents(Lost(), Back(Signing, Selection, "登记有误", new OpenTicket(Signing, G1)));

    [Fact]
    public void LoseUnit_Done_ChoosesAgain() =>
        Done().When(new LoseUnit(Flat.Id, "登记有误")).ThenEvents(Lost(), Back(null, Selection, "登记有误"));

    [Fact]
    public void LoseUnit_OneOfTwo_GoesOnWithTheOther()
    {
        var second = Flat with { Id = new("2-903"), Area = 60m };
        var both = WaitingForSigning(new UnitTaken(H1, second, Taken.Difference));

        both.When(new LoseUnit(second.Id, "登记有误"))
            .ThenEvents(new UnitLost(H1, second.Id, "登记有误", Entitlement.Difference(Entry, [Flat], Prices)));
    }

    [Fact]
    public void LoseUnit_GaveUp_StaysAway() =>
        AtSelection(ChoiceClosed, new HouseholdGaveUp(H1, "不再等候", Ends((Selection, S1))), Taken)
            .When(new LoseUnit(Flat.Id, "登记有误")).ThenEvents(Lost());

    [Fact]
    public void LoseUnit_BackBeforeSelection_StaysThere() =>
        AtSelection(ChoiceClosed, Back(Selection, Verification, "补材料", new OpenTicket(Selection, S1)), Taken)
            .When(new LoseUnit(Flat.Id, "登记有误")).ThenEvents(Lost());

    [Fact]
    public void LoseUnit_NotItsOwn_IsRefused() =>
        AtSelection().When(new LoseUnit(new UnitId("2-901"), "登记有误")).ThenRejected(Rejections.UnitNotConfirmed);

    private static UnitLost Lost() => new(H1, Flat.Id, "登记有误", Entitlement.Difference(Entry, [], Prices));
}
