using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Tests.Inventories;

/// <summary>Undoing a confirmation takes commander and supervisor, and a reason; and what is taken off sale.</summary>
public sealed class ReversalTests : InventoryTest
{
    private static readonly UnitReversed Reversed = new(Small.Id, H1, W3, "登记有误");

    [Theory]
    [InlineData("commander", PostRole.Commander)]
    [InlineData("supervisor", PostRole.Supervisor)]
    public void Propose_OneOfTheTwo_IsTheFirstSignature(string actor, PostRole role) =>
        Inventory(H1Confirmed).When(new ProposeReversal(Small.Id, "登记有误"), actor: actor)
            .ThenEvents(ByCommander with { Role = role });

    [Theory]
    [InlineData("administrator")]
    [InlineData("clerk-3")]
    [InlineData("order-leader")]
    [InlineData("policy:x")]
    public void ProposeOrApprove_AnyoneElse_IsRefused(string actor)
    {
        Inventory(H1Confirmed).When(new ProposeReversal(Small.Id, "登记有误"), actor: actor).ThenRejected(Rejections.NotYourPost);
        Inventory(H1Confirmed, ByCommander).When(new ApproveReversal(Small.Id), actor: actor).ThenRejected(Rejections.NotYourPost);
    }

    [Fact]
    public void Propose_WithoutReason_IsRefused() =>
        Inventory(H1Confirmed).When(new ProposeReversal(Small.Id, ""), actor: "commander").ThenRejected("required", "reason");

    [Fact]
    public void Propose_NotConfirmed_IsRefused() =>
        Inventory(H1Reserved).When(new ProposeReversal(Small.Id, "登记有误"), actor: "commander").ThenRejected(Rejections.UnitNotConfirmed);

    [Fact]
    public void Propose_Twice_IsRefused() =>
        Inventory(H1Confirmed, ByCommander).When(new ProposeReversal(Small.Id, "登记有误"), actor: "supervisor")
            .ThenRejected(Rejections.ReversalProposedAlready);

    [Fact]
    public void Approve_TheOther_IsUndone() =>
        Inventory(H1Confirmed, ByCommander).When(new ApproveReversal(Small.Id), actor: "supervisor").ThenEvents(Reversed);

    [Fact]
    public void Approve_TheSame_IsRefused() =>
        Inventory(H1Confirmed, ByCommander).When(new ApproveReversal(Small.Id), actor: "commander").ThenRejected(Rejections.SecondPersonNeeded);

    [Fact]
    public void Approve_NotProposed_IsRefused() =>
        Inventory(H1Confirmed).When(new ApproveReversal(Small.Id), actor: "supervisor").ThenRejected(Rejections.ReversalNotProposed);

    [Fact]
    public void Reversed_IsFree_AndTheHouseholdMayChooseAgain()
    {
        var reversed = Inventory(H1Confirmed, ByCommander, Reversed);

        reversed.When(new ConfirmUnit(H2, Small.Id, W4)).ThenEvents(new UnitConfirmed(Small, H2, W4, "李*"));
        reversed.When(new ConfirmUnit(H1, Large.Id, W3)).ThenEvents(new UnitConfirmed(Large, H1, W3, "张*三"));
        reversed.When(new ApproveReversal(Small.Id), actor: "supervisor").ThenRejected(Rejections.ReversalNotProposed);
    }

    [Fact]
    public void Withdraw_Free_IsOffSaleUntilReturned() =>
        Inventory().When(new WithdrawUnit(Small.Id, "漏水")).ThenEvents(new UnitWithdrawn(Small.Id, "漏水"))
            .History.When(new WithdrawUnit(Small.Id, "漏水")).ThenNothing()
            .History.When(new ReturnUnit(Small.Id)).ThenEvents(new UnitReturned(Small.Id))
            .History.When(new ConfirmUnit(H1, Small.Id, W3)).ThenEvents(H1Confirmed);

    [Fact]
    public void Withdraw_WithoutReason_IsRefused() =>
        Inventory().When(new WithdrawUnit(Small.Id, " ")).ThenRejected("required", "reason");

    [Fact]
    public void Withdraw_ConfirmedOrReserved_IsRefused()
    {
        Inventory(H1Confirmed).When(new WithdrawUnit(Small.Id, "漏水")).ThenRejected(Rejections.UnitTaken, "unit");
        Inventory(H1Reserved).When(new WithdrawUnit(Small.Id, "漏水")).ThenRejected(Rejections.UnitReservedByOther, "unit");
    }

    [Fact]
    public void Return_NotWithdrawn_IsRefused() => Inventory().When(new ReturnUnit(Small.Id)).ThenRejected(Rejections.UnitNotWithdrawn);
}
