using CommandCenter.Domain.Drills;

namespace CommandCenter.Domain.Tests.Drills;

public sealed class YardstickTests : DrillTest
{
    private static readonly ChooseYardstick Wait = new(null, new("signing"), 240, new("drill-1"));
    private static readonly YardstickChosen Chosen = new(null, new("signing"), 240, new("drill-1"), "director");

    [Fact]
    public void Choose_InADayWithoutADrill_IsOnRecordWithItsDrill() => Drill().When(Wait, Now, "director").ThenEvents(Chosen);

    [Fact]
    public void Choose_Again_IsNothing_AndAnotherTimeReplacesIt()
    {
        Drill(Chosen).When(Wait).ThenNothing();
        Drill(Chosen).When(Wait with { Seconds = 200 }, Now, "director").ThenEvents(Chosen with { Seconds = 200 });
    }

    [Fact]
    public void Choose_NeitherOrBoth_IsRefused()
    {
        Drill().When(Wait with { Step = null }).ThenRejected("required", "type");
        Drill().When(Wait with { Type = new("crowding") }).ThenRejected("duplicate", "step");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(86_401)]
    public void Choose_ATimeNoDayHas_IsRefused(int seconds) => Drill().When(Wait with { Seconds = seconds }).ThenRejected("out-of-range", "seconds");

    [Fact]
    public void Drop_WhatIsChosen_EndsIt_AndTwiceIsNothing()
    {
        var dropped = Drill(Chosen).When(new DropYardstick(null, new("signing")), Now, "director").ThenEvents(new YardstickDropped(null, new("signing"), "director"));

        dropped.History.When(new DropYardstick(null, new("signing"))).ThenNothing();
    }
}
