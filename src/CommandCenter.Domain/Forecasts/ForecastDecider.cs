using CommandCenter.Domain.Operations;

namespace CommandCenter.Domain.Forecasts;

/// <summary>Keeps what was forecast and which moves were ordered on the strength of it.</summary>
public sealed class ForecastDecider : Decider<ForecastState>
{
    /// <inheritdoc/>
    public override string Kind => "forecast";

    /// <inheritdoc/>
    public override ForecastState Initial(string key) => new(null, 0);

    /// <inheritdoc/>
    public override Decision Decide(ForecastState state, ICommand command, in DecisionContext context) => command switch
    {
        RecordForecast c => Record(state, c, context),
        OrderMove c => Order(state, c, context),
        MeetDeadline => Decision.Nothing,
        _ => Rejections.UnknownCommand,
    };

    /// <inheritdoc/>
    public override ForecastState Evolve(ForecastState state, IEvent @event) => @event switch
    {
        ForecastRecorded e => state with { RecordedAt = e.At },
        MoveOrdered e => state with { Moves = e.Number },
        _ => throw Unknown(@event),
    };

    // It is held against what came from the moment on that it started from, not from when it was written down.
    private static Decision Record(ForecastState state, RecordForecast c, in DecisionContext context)
    {
        if (ForecastRules.Check(c) is { } fault)
        {
            return fault;
        }

        var made = context.Now.AddSeconds(-c.AgeSeconds);
        return state.RecordedAt is { } last && HourOf(last) >= HourOf(made)
            ? Decision.Nothing
            : Decision.Accept(new ForecastRecorded(made, c.Course, c.Waits, c.Calls, c.SoldOut));
    }

    private static Decision Order(ForecastState state, OrderMove c, in DecisionContext context) =>
        (MoveRules.Check(c.Move, context.Plan) ?? ForecastRules.CheckCourse(c.Without, "without") ?? ForecastRules.CheckCourse(c.With, "with")) is { } fault ? fault
        : c.Move.At is { } at && at < context.Now ? Rejections.InThePast.For("move")
        : context.Operation.Phase == OperationPhase.Closed ? Rejections.OperationOver
        : Decision.Accept(new MoveOrdered(state.Moves + 1, c.Move, c.Without, c.With));

    private static DateTimeOffset HourOf(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerHour));
}
