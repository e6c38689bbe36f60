using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Zones;

namespace CommandCenter.Domain.Tests.Zones;

public sealed class ZoneTests : DeciderTest
{
    private static readonly ZoneStateSet Crowded = new(new("gate"), ZoneCondition.Crowded, null);
    private static readonly ZoneStateSet Closed = new(new("gate"), ZoneCondition.Closed, "设备检修");

    private static History Gate(params IEvent[] events) => Given(new ZoneDecider(), "gate", events);

    [Fact]
    public void Set_Crowded_IsSaidWithoutAReason() =>
        Gate().When(new SetZoneState(ZoneCondition.Crowded, null)).ThenEvents(Crowded);

    [Fact]
    public void Set_OpenAfterCrowded_IsOpenAgain() =>
        Gate(Crowded).When(new SetZoneState(ZoneCondition.Open, null)).ThenEvents(new ZoneStateSet(new("gate"), ZoneCondition.Open, null));

    [Theory]
    [InlineData(ZoneCondition.Paused)]
    [InlineData(ZoneCondition.Closed)]
    public void Set_PeopleKeptOutWithoutAReason_IsRefused(ZoneCondition state) =>
        Gate().When(new SetZoneState(state, null)).ThenRejected("required", "reason");

    [Fact]
    public void Set_TheSameAgain_DoesNothing()
    {
        Gate().When(new SetZoneState(ZoneCondition.Open, null)).ThenNothing();
        Gate(Closed).When(new SetZoneState(ZoneCondition.Closed, "设备检修")).ThenNothing();
    }

    [Fact]
    public void Set_TheSameForAnotherReason_IsSaid() =>
        Gate(Closed).When(new SetZoneState(ZoneCondition.Closed, "地面湿滑")).ThenEvents(Closed with { Reason = "地面湿滑" });

    [Fact]
    public void Set_ZoneThatThePlanDoesNotHave_IsRefused() =>
        Given(new ZoneDecider(), "roof").When(new SetZoneState(ZoneCondition.Crowded, null)).ThenRejected("not-found", "zone");

    [Fact]
    public void Set_AfterTheDay_IsRefused() =>
        Gate().In(OperationPhase.Closed).When(new SetZoneState(ZoneCondition.Crowded, null)).ThenRejected(Rejections.OperationOver);
}
