using CommandCenter.Domain.Entitlements;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Tests.Inventories;

public sealed class InventoryPropertyTests
{
    private static readonly HouseholdId[] Households = [new("h1"), new("h2"), new("h3")];
    private static readonly WindowId[] Windows = [new("w3"), new("w4")];
    private static readonly Unit[] Flats =
        [.. Enumerable.Range(1, 4).Select(static n => new Unit(new($"1-10{n}"), new("1"), 1, $"10{n}", new("t"), 40m + (n * 20m), "南"))];

    private static IEnumerable<ICommand> Commands() =>
    [
        new ListUnits([.. Flats]), new ListUnits([.. Flats]), new ListUnits([.. Flats]), new ListUnits([.. Flats]),
        .. Flats.SelectMany(static IEnumerable<ICommand> (u) =>
        [
            new ReleaseUnit(u.Id), new WithdrawUnit(u.Id, "漏水"), new ReturnUnit(u.Id), new ReturnUnit(u.Id),
            new ProposeReversal(u.Id, "登记有误"), new ApproveReversal(u.Id), new ApproveReversal(u.Id),
        ]),
        .. from h in Households
           from w in Windows
           from command in OfHousehold(h, w)
           select command,
    ];

    private static IEnumerable<ICommand> OfHousehold(HouseholdId household, WindowId window) =>
    [
        new AdmitHousehold(household, window, "张*", new Band(100m, 140m, household.Value == "h1" ? 2 : 1)), new DismissHousehold(household, window),
        .. Flats.SelectMany(IEnumerable<ICommand> (u) => [new ReserveUnit(household, u.Id, window), new ConfirmUnit(household, u.Id, window)]),
    ];

    [Fact]
    public void AnyHistory_NoFlatTwice_NobodyBeyondTheBand_AndNoReservationWithoutCountdown()
    {
        var decider = new InventoryDecider();
        new RandomHistory(decider, "main", OperationMode.Live, [.. Commands()]).Check<InventoryState>((before, e, after) =>
        {
            Assert.True(e is not UnitConfirmed c || before.Units[c.Unit.Id].Status is UnitStatus.Free or UnitStatus.Reserved, $"{e}");
            Assert.True(e is not UnitWithdrawn w || before.Units[w.Unit].Status == UnitStatus.Free, $"{e}");
            Assert.True(e is not UnitReversed r || before.Units[r.Unit].Reversal is not null, $"{e}");
            CheckReservations(after, decider);
            CheckHoldings(after);
        });
    }

    private static void CheckReservations(InventoryState state, InventoryDecider decider)
    {
        var reserved = state.Units.Values.Where(static u => u.Status == UnitStatus.Reserved).ToList();
        Assert.Equal(
            reserved.Select(static u => (u.Unit.Id.Value, u.Until!.Value)).ToHashSet(),
            decider.Deadlines(state).Select(static d => (d.Name, d.Due)).ToHashSet());
        Assert.All(reserved, u => Assert.Equal(
            (u.Unit.Id, u.Window), (state.Admitted[u.Household!.Value].Reserved!.Value, state.Admitted[u.Household.Value].Window)));
    }

    private static void CheckHoldings(InventoryState state)
    {
        var confirmed = state.Units.Values.Where(static u => u.Status == UnitStatus.Confirmed).ToLookup(static u => u.Household!.Value);
        Assert.All(Households, h => Assert.Equal(
            new Holding(confirmed[h].Sum(static u => u.Unit.Area), confirmed[h].Count()), state.Held.GetValueOrDefault(h)));
        Assert.All(confirmed, h => Assert.True(
            h.Count() <= (h.Key.Value == "h1" ? 2 : 1) && h.Sum(static u => u.Unit.Area) <= 140m, $"{h.Key} has more than is granted"));
    }
}
