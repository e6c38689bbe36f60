using CommandCenter.Domain.Inventories;

namespace CommandCenter.Domain.Tests.Inventories;

public sealed class ReservationTests : InventoryTest
{
    private static readonly ReserveUnit Reserve = new(H1, Small.Id, W3);

    [Fact]
    public void List_Nothing_FreezesTheFlats() =>
        Given(new InventoryDecider(), "main").When(new ListUnits(Listed.Units)).ThenEvents(Listed);

    [Fact]
    public void List_Twice_IsRefused() => Inventory().When(new ListUnits(Listed.Units)).ThenRejected(Rejections.UnitsListedAlready);

    [Fact]
    public void List_AFlatTwice_IsRefused() =>
        Given(new InventoryDecider(), "main").When(new ListUnits([Small, Small])).ThenRejected("duplicate", "units");

    [Fact]
    public void Reserve_AtTheSelectionWindow_LastsFiveMinutes()
    {
        var reserved = Inventory().When(Reserve, At(10, 0)).ThenEvents(H1Reserved);

        Assert.Equal([new Deadline("1-101", At(10, 5))], reserved.History.Deadlines);
    }

    [Fact]
    public void Reserve_ThePlansOwnTime_IsKept() =>
        Inventory().With(TestPlans.Small() with { Limits = new() { ReserveFor = TimeSpan.FromMinutes(1) } })
            .When(Reserve, At(10, 0)).ThenEvents(H1Reserved with { Until = At(10, 1) });

    [Fact]
    public void Reserve_NotAtASelectionWindow_IsRefused()
    {
        Inventory().When(Reserve with { Household = new("h9") }).ThenRejected(Rejections.NotAtSelectionWindow);
        Inventory().When(Reserve with { Window = W4 }).ThenRejected(Rejections.NotAtSelectionWindow);
        Inventory(new HouseholdDismissed(H1, W3)).When(Reserve).ThenRejected(Rejections.NotAtSelectionWindow);
    }

    [Fact]
    public void Reserve_Again_LeavesTheCountdownAsItIs() => Inventory(H1Reserved).When(Reserve, At(10, 4)).ThenNothing();

    [Fact]
    public void Reserve_Another_ReplacesTheFirst() =>
        Inventory(H1Reserved).When(Reserve with { Unit = Large.Id }, At(10, 1))
            .ThenEvents(Released(ReleaseCause.Replaced), new UnitReserved(Large.Id, H1, W3, At(10, 6)));

    [Fact]
    public void Reserve_KeptForAnother_IsRefused() =>
        Inventory(H1Reserved).When(new ReserveUnit(H2, Small.Id, W4), At(10, 4)).ThenRejected(Rejections.UnitReservedByOther, "unit");

    [Fact]
    public void Reserve_TakenWithdrawnOrUnknown_IsRefused()
    {
        Inventory(H1Confirmed).When(new ReserveUnit(H2, Small.Id, W4)).ThenRejected(Rejections.UnitTaken, "unit");
        Inventory(new UnitWithdrawn(Small.Id, "漏水")).When(Reserve).ThenRejected(Rejections.UnitWithdrawnNow, "unit");
        Inventory().When(Reserve with { Unit = new("9-999") }).ThenRejected("not-found", "unit");
    }

    [Fact]
    public void Due_Reserved_IsReleased() => Inventory(H1Reserved).WhenDue("1-101").ThenEvents(Released(ReleaseCause.Expired));

    [Fact]
    public void Due_ReservedAnewOrConfirmed_DoesNothing()
    {
        Inventory(H1Reserved with { Until = At(10, 9) }).When(new MeetDeadline("1-101", At(10, 5))).ThenNothing();
        Inventory(H1Reserved, H1Confirmed).When(new MeetDeadline("1-101", At(10, 5))).ThenNothing();
    }

    [Fact]
    public void Reserve_AnotherTheMomentItRanOut_GetsIt() =>
        Inventory(H1Reserved).When(new ReserveUnit(H2, Small.Id, W4), At(10, 5))
            .ThenEvents(Released(ReleaseCause.Expired), new UnitReserved(Small.Id, H2, W4, At(10, 10)));

    [Fact]
    public void Reserve_TheSameTheMomentItRanOut_BeginsAnew() =>
        Inventory(H1Reserved).When(Reserve, At(10, 5)).ThenEvents(Released(ReleaseCause.Expired), H1Reserved with { Until = At(10, 10) });

    [Fact]
    public void Release_Reserved_IsFree() => Inventory(H1Reserved).When(new ReleaseUnit(Small.Id)).ThenEvents(Released(ReleaseCause.Released));

    [Fact]
    public void Release_Free_IsRefused() => Inventory().When(new ReleaseUnit(Small.Id)).ThenRejected(Rejections.UnitNotReserved);

    [Fact]
    public void Dismiss_WithAReservation_ReleasesIt() =>
        Inventory(H1Reserved).When(new DismissHousehold(H1, W3)).ThenEvents(Released(ReleaseCause.Left), new HouseholdDismissed(H1, W3));

    [Fact]
    public void Dismiss_FromAnotherWindowOrTwice_DoesNothing()
    {
        Inventory().When(new DismissHousehold(H1, W4)).ThenNothing();
        Inventory(new HouseholdDismissed(H1, W3)).When(new DismissHousehold(H1, W3)).ThenNothing();
    }

    [Fact]
    public void Admit_AtAnotherWindow_DoesNotTakeTheReservationAlong()
    {
        var moved = Inventory(H1Reserved).When(new AdmitHousehold(H1, W4, "张*三", Band))
            .ThenEvents(Released(ReleaseCause.Left), H1Admitted with { Window = W4 });

        Assert.Empty(moved.History.Deadlines);
    }
}
