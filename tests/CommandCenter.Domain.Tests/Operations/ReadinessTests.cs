using CommandCenter.Domain.Operations;

namespace CommandCenter.Domain.Tests.Operations;

public sealed class ReadinessTests : OperationTest
{
    [Fact]
    public void Items_AreListsOrderEveryGroupEveryWindowAndThePlansOwn() =>
        Assert.Equal(
            ["lists", "order", "group:order", "group:service", "window:w1", "window:w2", "window:w3", "window:w4", "window:w5", "window:w6", "power"],
            Readiness.Items(TestPlans.Small()));

    [Fact]
    public void Confirm_OpenItem_IsConfirmed() =>
        Operation().When(new ConfirmReadiness("window:w1")).ThenEvents(new ReadinessConfirmed("window:w1"));

    [Fact]
    public void Confirm_ConfirmedItem_DoesNothing() =>
        Operation(Confirmed("window:w1")).When(new ConfirmReadiness("window:w1")).ThenNothing();

    [Fact]
    public void Confirm_UnknownItem_IsRefused() =>
        Operation().When(new ConfirmReadiness("window:w9")).ThenRejected("not-found", "item");

    [Fact]
    public void Confirm_LastItem_MakesTheOperationReady() =>
        Operation(Confirmed(OpenItems[..^1])).When(new ConfirmReadiness("power"))
            .ThenEvents(new ReadinessConfirmed("power"), new OperationReady());

    [Theory]
    [InlineData("order")]
    [InlineData("group:order")]
    public void Confirm_WhatFollowsFromFacts_IsNotForPeople(string item)
    {
        Operation().When(new ConfirmReadiness(item), actor: "commander").ThenRejected(Rejections.NotYourPost);
        Operation().When(new ConfirmReadiness(item), actor: "policy:x").ThenEvents(new ReadinessConfirmed(item));
    }

    [Fact]
    public void Withdraw_ByPolicy_OpensTheItemAgainAndTheDayIsNotReady()
    {
        var ready = Operation([.. Confirmed(OpenItems), new OperationReady()]);

        ready.When(new WithdrawReadiness("power"), actor: "commander").ThenRejected(Rejections.NotYourPost);
        var open = ready.When(new WithdrawReadiness("power"), actor: "policy:x").ThenEvents(new ReadinessWithdrawn("power")).History;

        Assert.Equal("power", open.When(new OpenOperation(null)).ThenRejected(Rejections.ReadinessOpen).Detail);
        open.When(new WithdrawReadiness("power"), actor: "policy:x").ThenNothing();
        open.When(new ConfirmReadiness("power")).ThenEvents(new ReadinessConfirmed("power"), new OperationReady());
    }

    [Fact]
    public void Communication_WhereThePlanListsIt_IsAFactThatNobodyConfirmsByWord()
    {
        var plan = TestPlans.Small() with { Readiness = [new(Readiness.Communication, new("通讯测试", "Communication"), new("service"))] };
        var operation = Operation().With(plan);

        Assert.Contains(Readiness.Communication, Readiness.Items(plan));
        operation.When(new ConfirmReadiness(Readiness.Communication), actor: "commander").ThenRejected(Rejections.NotYourPost);
        operation.When(new ConfirmReadiness(Readiness.Communication), actor: "policy:x").ThenEvents(new ReadinessConfirmed(Readiness.Communication));
    }

    [Fact]
    public void Confirm_AfterOpeningWithAnOverride_IsConfirmedAndNoMore()
    {
        var opened = Operation([.. Confirmed(OpenItems[..^1]), new OperationOpened("赶时间", ["power"])]);

        opened.When(new ConfirmReadiness("power")).ThenEvents(new ReadinessConfirmed("power"));
    }

    [Fact]
    public void Open_Ready_Opens() =>
        Operation([.. Confirmed(OpenItems), new OperationReady()]).When(new OpenOperation(null)).ThenEvents(Opened);

    [Fact]
    public void Open_ItemsOpen_IsRefusedAndListsThem()
    {
        var rejection = Operation(Confirmed(OpenItems[..^2])).When(new OpenOperation(null)).ThenRejected(Rejections.ReadinessOpen);

        Assert.Equal("window:w6, power", rejection.Detail);
    }

    [Fact]
    public void Open_ItemsOpenWithTheCommandersReason_OpensAndRecordsThem() =>
        Operation(Confirmed(OpenItems[..^1])).When(new OpenOperation("备用电源已到位"), actor: "commander")
            .ThenEvents(new OperationOpened("备用电源已到位", ["power"]));

    [Theory]
    [InlineData("supervisor")]
    [InlineData("order-leader")]
    [InlineData("administrator")]
    [InlineData("policy:x")]
    public void Open_ItemsOpenWithAnothersReason_IsRefused(string actor) =>
        Operation().When(new OpenOperation("赶时间"), actor: actor).ThenRejected(Rejections.NotYourPost);

    [Fact]
    public void Open_ItemsOpenWithABlankReason_IsRefused() =>
        Operation().When(new OpenOperation(" "), actor: "commander").ThenRejected("required", "override");
}
