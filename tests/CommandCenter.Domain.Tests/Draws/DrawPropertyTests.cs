using CommandCenter.Domain.Draws;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;

namespace CommandCenter.Domain.Tests.Draws;

public sealed class DrawPropertyTests
{
    private static readonly HouseholdId[] Households = [new("h1"), new("h2"), new("h3")];

    private static IEnumerable<ICommand> Commands() =>
    [
        new FreezeDrawList([.. Households]), new FreezeDrawList([Households[0], Households[1]]), new ComputeOrder("seed", "现场公布"),
        new RecordOrder([.. Households.Reverse()], "公证书"), new RecordOrder([Households[1], Households[0]], "公证书"),
        new RecordOrder([Households[0], Households[0]], "公证书"),
    ];

    [Fact]
    public void AnyHistory_OneOrder_OfExactlyTheFrozenList() =>
        new RandomHistory(new DrawDecider(), "order", OperationMode.Live, [.. Commands()]).Check<DrawState>((before, e, _) =>
        {
            var order = e switch { DrawOrderRecorded r => r.Order, DrawOrderComputed c => c.Order, _ => [] };
            Assert.True(e is DrawListFrozen ? before.Households.IsEmpty : !before.HasOrder);
            Assert.True(e is DrawListFrozen || order.Length == before.Households.Length && order.ToHashSet().SetEquals(before.Households));
        });
}
