using CommandCenter.Domain.Forecasts;
using CommandCenter.Domain.Operations;

namespace CommandCenter.Domain.Tests.Forecasts;

public sealed class ForecastTests : DeciderTest
{
    private static readonly RecordForecast Record = new(60, Parts.Course, [], [], []);
    private static readonly OrderMove Order = new(Parts.Shift, Parts.Course, Parts.Course);

    private static History Forecast(params IEvent[] events) => Given(new ForecastDecider(), "self", events);

    [Fact]
    public void Record_FirstOfTheHour_IsKeptAsOfTheMomentItStartedFrom() => Forecast(Recorded(9, 58)).When(Record, At(10, 5)).ThenEvents(Recorded(10, 4));

    [Fact]
    public void Record_AgainInTheSameHour_DoesNothing() => Forecast(Recorded(10, 0)).When(Record, At(10, 59)).ThenNothing();

    [Fact]
    public void Order_Move_IsKeptWithItsEffectUnderTheNextNumber() =>
        Forecast(new MoveOrdered(4, Parts.Shift, Parts.Course, Parts.Course)).When(Order)
            .ThenEvents(new MoveOrdered(5, Parts.Shift, Parts.Course, Parts.Course));

    [Fact]
    public void Order_StepThatTheWindowDoesNotServe_IsRefused() =>
        Forecast().When(Order with { Move = Parts.Shift with { Step = new("signing") } }).ThenRejected(Rejections.StepNotServedHere, "move.step");

    [Fact]
    public void Order_BreakThatBeganAlready_IsRefused() =>
        Forecast().When(Order with { Move = new(MoveKind.Break, [new("w1")], null, At(9, 0), 30) }).ThenRejected(Rejections.InThePast, "move");

    [Fact]
    public void Order_AfterTheDay_IsRefused() => Forecast().In(OperationPhase.Closed).When(Order).ThenRejected(Rejections.OperationOver);

    private static ForecastRecorded Recorded(int hour, int minute) => new(At(hour, minute), Record.Course, [], [], []);
}
