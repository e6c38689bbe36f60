using CommandCenter.Domain.Entitlements;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Tests.Inventories;

/// <summary>Histories of <c>inventory/main</c>: flats of 75, 105 and 160 m²; h1 at w3 and h2 at w4 may take one of up to 145 m².</summary>
public abstract class InventoryTest : DeciderTest
{
    protected static readonly HouseholdId H1 = new("h1");
    protected static readonly HouseholdId H2 = new("h2");
    protected static readonly WindowId W3 = new("w3");
    protected static readonly WindowId W4 = new("w4");
    protected static readonly Unit Small = UnitOf("1-101", 75m);
    protected static readonly Unit Large = UnitOf("1-102", 105m);
    protected static readonly Unit TooLarge = UnitOf("1-103", 160m);
    protected static readonly UnitsListed Listed = new([Small, Large, TooLarge]);
    protected static readonly Band Band = new(105m, 145m, 1);
    protected static readonly HouseholdAdmitted H1Admitted = new(H1, W3, "张*三", Band);
    protected static readonly HouseholdAdmitted H2Admitted = new(H2, W4, "李*", Band);

    /// <summary>Reserved at 10:00 for five minutes.</summary>
    protected static readonly UnitReserved H1Reserved = new(Small.Id, H1, W3, At(10, 5));

    protected static readonly UnitConfirmed H1Confirmed = new(Small, H1, W3, "张*三");
    protected static readonly ReversalProposed ByCommander = new(Small.Id, "登记有误", PostRole.Commander);

    protected static History Inventory(params IEvent[] events) =>
        Given(new InventoryDecider(), "main", [Listed, H1Admitted, H2Admitted, .. events]);

    protected static UnitReleased Released(ReleaseCause cause) => new(Small.Id, H1, cause);

    private static Unit UnitOf(string id, decimal area) => new(new(id), new("1"), 1, id[2..], new("t"), area, "南");
}
