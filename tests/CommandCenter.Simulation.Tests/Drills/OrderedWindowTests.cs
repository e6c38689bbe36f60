using CommandCenter.Domain.Forecasts;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Simulation.Tests.Drills;

/// <summary>What command orders of a window outlasts lunch and breakdowns.</summary>
public sealed class OrderedWindowTests
{
    [Theory]
    [InlineData("standard-day", "11:50", "12:40")]
    [InlineData("power-cut", "10:40", "11:20")]
    public async Task Pause_OrderedDuringLunchOrAPowerCut_OutlastsIt(string scenario, string ordered, string later)
    {
        await using var drill = await Rehearsal.UntilAsync(Sample.Scenario(scenario), At(ordered));
        var window = await IdleAsync(drill);

        await OrderAsync(drill, new(MoveKind.Pause, [window], null, null, null));
        await drill.GoOnAsync(At(later));

        Assert.Equal(WindowMode.Paused, (await drill.StateAsync(window.Value)).Mode);
    }

    [Fact]
    public async Task Window_OrderedToAnotherStepDuringAPowerCut_OpensForItAfterwards()
    {
        await using var drill = await Rehearsal.UntilAsync(Sample.Scenario("power-cut"), At("10:40"));

        await OrderAsync(drill, new(MoveKind.Open, [new("w4")], new StepId("signing"), null, null));
        await drill.GoOnAsync(At("10:49"));
        Assert.Equal(WindowMode.Paused, (await drill.StateAsync("w4")).Mode);
        await drill.GoOnAsync(At("11:20"));

        Assert.Equal((WindowMode.Open, "signing"), await drill.StateAsync("w4") is var w ? (w.Mode, w.Step!.Value.Value) : default);
    }

    [Fact]
    public async Task Order_ToAWindowThatAPersonHas_IsCarriedOutByItsClerkOnceThePersonLeaves()
    {
        await using var drill = await Rehearsal.UntilAsync(Sample.Scenario("standard-day"), At("09:30"), "clerk-w1");
        await OrderAsync(drill, new(MoveKind.Pause, [new("w1")], null, null, null));
        await drill.GiveAsync("clerk-w1", GrainAddress.Of(new WindowId("w1")), new OpenWindow(null));
        await drill.GoOnAsync(At("09:50"));
        Assert.Equal(WindowMode.Open, (await drill.StateAsync("w1")).Mode);

        drill.GiveBack("clerk-w1");
        await drill.GoOnAsync(At("10:20"));

        Assert.Equal(WindowMode.Paused, (await drill.StateAsync("w1")).Mode);
    }

    // Shut, and nobody at it: the order takes effect at once.
    private static async Task<WindowId> IdleAsync(Rehearsal drill)
    {
        foreach (var window in Sample.Operation(1).Plan!.Windows.Select(static w => w.Id))
        {
            if (await drill.StateAsync(window.Value) is { Mode: WindowMode.Paused, Seat: null })
            {
                return window;
            }
        }

        throw new InvalidOperationException("Somebody is at every window that is shut.");
    }

    private static TimeSpan At(string time) => TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture).ToTimeSpan();

    private static Task OrderAsync(Rehearsal drill, Move move) =>
        drill.GiveAsync("commander", GrainAddress.Forecast, new OrderMove(move, new(default, default, default), new(default, default, default)));
}
