using CommandCenter.Domain.Inventories;

namespace CommandCenter.Domain.Tests.Inventories;

public sealed class ConfirmationTests : InventoryTest
{
    private static readonly ConfirmUnit Confirm = new(H1, Small.Id, W3);

    [Fact]
    public void Confirm_Reserved_IsPublicWithTheMaskedName() =>
        Inventory(H1Reserved).When(Confirm).ThenEvents(H1Confirmed);

    [Fact]
    public void Confirm_Free_IsTaken() => Inventory().When(Confirm).ThenEvents(H1Confirmed);

    [Fact]
    public void Confirm_DoubleClick_IsTakenOnce() => Inventory(H1Confirmed).When(Confirm).ThenNothing();

    [Fact]
    public void Confirm_AnotherThanReserved_ReleasesThat() =>
        Inventory(H1Reserved).When(Confirm with { Unit = Large.Id })
            .ThenEvents(Released(ReleaseCause.Replaced), new UnitConfirmed(Large, H1, W3, "张*三"));

    [Fact]
    public void Confirm_NotAtASelectionWindow_IsRefused()
    {
        Inventory().When(Confirm with { Household = new("h9") }).ThenRejected(Rejections.NotAtSelectionWindow);
        Inventory().When(Confirm with { Window = W4 }).ThenRejected(Rejections.NotAtSelectionWindow);
    }

    [Fact]
    public void Confirm_AnothersFlat_IsRefused() =>
        Inventory(H1Confirmed).When(new ConfirmUnit(H2, Small.Id, W4)).ThenRejected(Rejections.UnitTaken, "unit");

    [Fact]
    public void Confirm_KeptForAnother_IsRefusedUntilItRanOut()
    {
        var reserved = Inventory(H1Reserved);

        reserved.When(new ConfirmUnit(H2, Small.Id, W4), At(10, 4)).ThenRejected(Rejections.UnitReservedByOther, "unit");
        reserved.When(new ConfirmUnit(H2, Small.Id, W4), At(10, 5))
            .ThenEvents(Released(ReleaseCause.Expired), new UnitConfirmed(Small, H2, W4, "李*"));
    }

    [Fact]
    public void Confirm_BeyondTheBand_IsRefused()
    {
        var rejection = Inventory().When(Confirm with { Unit = TooLarge.Id }).ThenRejected(Rejections.BeyondBand, "unit");

        Assert.Equal("145", rejection.Detail);
    }

    [Fact]
    public void Confirm_ExactlyTheBand_IsGood() =>
        Inventory(H1Admitted with { Band = Band with { MaxArea = 75m } }).When(Confirm).ThenEvents(H1Confirmed);

    [Fact]
    public void Confirm_ASecondFlat_OnlyWhereTwoAreGranted()
    {
        var second = Confirm with { Unit = Large.Id };

        Inventory(H1Confirmed).When(second).ThenRejected(Rejections.TooManyUnits, "unit");
        Inventory(H1Admitted with { Band = new(175m, 215m, 2) }, H1Confirmed).When(second).ThenEvents(new UnitConfirmed(Large, H1, W3, "张*三"));
    }

    [Fact]
    public void Confirm_ASecondFlat_BothTogetherWithinTheBand()
    {
        var two = Inventory(H1Admitted with { Band = new(150m, 179m, 2) }, H1Confirmed);

        var rejection = two.When(Confirm with { Unit = Large.Id }).ThenRejected(Rejections.BeyondBand, "unit");

        Assert.Equal("104", rejection.Detail);
    }

    [Fact]
    public void Confirm_BackAtAWindow_CountsWhatItHasAlready() =>
        Inventory(H1Confirmed, new HouseholdDismissed(H1, W3), H1Admitted with { Window = W4 })
            .When(new ConfirmUnit(H1, Large.Id, W4)).ThenRejected(Rejections.TooManyUnits, "unit");
}
