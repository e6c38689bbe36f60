using CommandCenter.Domain.Draws;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Tests.Draws;

public sealed class DrawTests : DeciderTest
{
    private static readonly HouseholdId H1 = new("h1");
    private static readonly HouseholdId H2 = new("h2");
    private static readonly HouseholdId H3 = new("h3");
    private static readonly DrawListFrozen Frozen = new([H1, H2, H3]);
    private static readonly DrawOrderRecorded Recorded = new([H3, H1, H2], "公证书2026-17");

    private static History Draw(params IEvent[] events) => Given(new DrawDecider(), "order", events);

    [Fact]
    public void Freeze_Nothing_SaysWhoTakesPart() => Draw().When(new FreezeDrawList([H1, H2, H3])).ThenEvents(Frozen);

    [Fact]
    public void Freeze_Twice_IsRefused() => Draw(Frozen).When(new FreezeDrawList([H1])).ThenRejected(Rejections.DrawListFrozenAlready);

    [Fact]
    public void Freeze_NobodyOrSomebodyTwice_IsRefused()
    {
        Draw().When(new FreezeDrawList([])).ThenRejected("required", "households");
        Draw().When(new FreezeDrawList([H1, H2, H1])).ThenRejected("duplicate", "households");
    }

    [Fact]
    public void Record_ExactlyTheFrozenList_IsRecordedWithItsEvidence() =>
        Draw(Frozen).When(new RecordOrder([H3, H1, H2], "公证书2026-17")).ThenEvents(Recorded);

    [Fact]
    public void Record_NotFrozen_IsRefused() =>
        Draw().When(new RecordOrder([H1], "公证书")).ThenRejected(Rejections.DrawListOpen);

    [Fact]
    public void Record_SomebodyMissing_IsRefusedAndNamesThem()
    {
        var rejection = Draw(Frozen).When(new RecordOrder([H3, H1], "公证书")).ThenRejected("required", "order");

        Assert.Equal("h2", rejection.Detail);
    }

    [Fact]
    public void Record_SomebodyTwice_IsRefused() =>
        Draw(Frozen).When(new RecordOrder([H3, H1, H1], "公证书")).ThenRejected("duplicate", "order");

    [Fact]
    public void Record_AStranger_IsRefused() =>
        Draw(Frozen).When(new RecordOrder([H3, H1, new("h9")], "公证书")).ThenRejected("not-found", "order");

    [Fact]
    public void Record_WithoutEvidence_IsRefused() =>
        Draw(Frozen).When(new RecordOrder([H3, H1, H2], "")).ThenRejected("required", "evidence");

    [Fact]
    public void Order_OnceItExists_IsNeverMadeAgain()
    {
        var computed = Draw(Frozen).When(new ComputeOrder("seed", "现场公布")).History;
        foreach (var history in new[] { Draw(Frozen, Recorded), computed })
        {
            history.When(new RecordOrder([H3, H1, H2], "公证书2026-17")).ThenRejected(Rejections.OrderExists);
            history.When(new ComputeOrder("seed", "现场公布")).ThenRejected(Rejections.OrderExists);
            history.When(new FreezeDrawList([H1])).ThenRejected(Rejections.DrawListFrozenAlready);
        }
    }

    [Fact]
    public void Compute_FrozenList_KeepsSeedAndEvidence() =>
        Draw(Frozen).When(new ComputeOrder("2026-05-18", "现场公布"))
            .ThenEvents(new DrawOrderComputed(SeededOrder.Of(Frozen.Households, "2026-05-18"), "2026-05-18", "现场公布"));

    [Fact]
    public void Compute_NotFrozenOrWithoutSeed_IsRefused()
    {
        Draw().When(new ComputeOrder("seed", "现场公布")).ThenRejected(Rejections.DrawListOpen);
        Draw(Frozen).When(new ComputeOrder(" ", "现场公布")).ThenRejected("required", "seed");
        Draw(Frozen).When(new ComputeOrder("seed", "")).ThenRejected("required", "evidence");
    }
}
