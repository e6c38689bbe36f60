using System.Collections.Immutable;
using CommandCenter.Domain.Draws;
using CommandCenter.Domain.Identity;
using FsCheck;
using FsCheck.Fluent;

namespace CommandCenter.Domain.Tests.Draws;

public sealed class SeededOrderTests
{
    private static readonly ImmutableArray<HouseholdId> Hundred = [.. Enumerable.Range(1, 100).Select(static n => new HouseholdId($"h{n:000}"))];

    /// <summary>Checked by hand: <c>printf '2026-05-18|h001' | sha256sum</c> and so on, sorted.</summary>
    [Fact]
    public void Of_APublicSeed_IsWhatAnyoneCanCompute() =>
        Assert.Equal("h001 h008 h005 h006 h002 h004 h003 h007", string.Join(' ', SeededOrder.Of(Hundred[..8], "2026-05-18")));

    [Fact]
    public void Of_AnotherSeed_IsAnotherOrder() =>
        Assert.NotEqual(SeededOrder.Of(Hundred, "a").AsEnumerable(), SeededOrder.Of(Hundred, "b").AsEnumerable());

    [Fact]
    public void Of_AnyListAndSeed_HasEverybodyOnce_WhateverOrderTheListStandsIn() =>
        Prop.ForAll(
                Gen.Shuffle(Hundred.ToArray()).ToArbitrary(), ArbMap.Default.ArbFor<NonNull<string>>(),
                static (list, seed) =>
                {
                    var order = SeededOrder.Of([.. list], seed.Get);
                    Assert.Equal(Hundred.AsEnumerable(), order.Order(ById));
                    Assert.Equal(SeededOrder.Of(Hundred, seed.Get).AsEnumerable(), order);
                })
            .QuickCheckThrowOnFailure();

    private static readonly Comparer<HouseholdId> ById = Comparer<HouseholdId>.Create(static (a, b) => string.CompareOrdinal(a.Value, b.Value));
}
