namespace CommandCenter.Domain.Tests;

public sealed class EscalationTests
{
    private static readonly DateTimeOffset Now = TestPlans.At(10, 0);
    private static readonly DateTimeOffset Next = TestPlans.At(10, 10);

    private static Escalation After(int level, params string?[] line) =>
        Escalation.After(level, line, Now, TimeSpan.FromMinutes(10));

    [Fact]
    public void After_EveryLevelHeld_TellsTheNext() => Assert.Equal(new(2, "b", Next), After(1, "a", "b", "c"));

    [Fact]
    public void After_LevelNotHeld_IsSkipped() => Assert.Equal(new(3, "c", null), After(1, "a", null, "c"));

    [Fact]
    public void After_NobodyAboveIsHeld_EndsTheLineThere() => Assert.Equal(new(1, "a", null), After(0, "a", null, null));

    [Fact]
    public void After_SamePersonOnTwoLevels_IsToldOnce() => Assert.Equal(new(1, "a", null), After(0, "a", null, "a"));

    [Fact]
    public void After_NobodyLeft_SaysSo() => Assert.Equal(new(3, "", null), After(0, null, null, null));
}
