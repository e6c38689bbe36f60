using CommandCenter.Domain.Drills;

namespace CommandCenter.Domain.Tests.Drills;

public sealed class AdvanceTests : DrillTest
{
    [Fact]
    public void Advance_Paused_HurriesOnAndStandsStillThere()
    {
        var hurrying = Running(Paused).When(new AdvanceDrill(10), At(9, 5)).ThenEvents(new DrillAdvanced(At(9, 15)));
        Assert.Contains(new Deadline("arrival", At(9, 15)), hurrying.History.Deadlines);

        var there = hurrying.History.WhenDue("arrival").ThenEvents(Paused);
        Assert.DoesNotContain(there.History.Deadlines, static d => d.Name == "arrival");
    }

    [Fact]
    public void Advance_AnotherSpeedMeanwhile_DoesNotStandStill()
    {
        var history = Running(new DrillAdvanced(At(9, 15)), new DrillSpeedChanged(5));

        Assert.DoesNotContain(history.Deadlines, static d => d.Name == "arrival");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(721)]
    public void Advance_BeyondTheBounds_IsRefused(int minutes) =>
        Running().When(new AdvanceDrill(minutes)).ThenRejected("out-of-range", "minutes");

    [Fact]
    public void Advance_Over_IsRefused() => Running(Ended).When(new AdvanceDrill(1)).ThenRejected(Rejections.DrillOver);
}
