using CommandCenter.Domain.Forecasts;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Queues;
using CommandCenter.Journal;

namespace CommandCenter.Boards.Forecasts;

/// <summary>Shows how good the forecasts were.</summary>
internal sealed class CalibrationProjection(Day day, TopicTable table) : ISubscriber
{
    private static readonly Type[] Heard =
    [
        typeof(PlanAdopted), typeof(UnitsListed), typeof(TicketIssued), typeof(TicketCalled), typeof(UnitConfirmed), typeof(UnitWithdrawn),
        typeof(UnitReversed), typeof(UnitReturned),
        typeof(JourneyCompleted), typeof(OperationClosed), typeof(ForecastRecorded), typeof(MoveOrdered),
    ];

    private readonly Calibration _calibration = new();
    private readonly List<(MoveOrdered Order, JournalEntry Entry)> _moves = [];

    public void Subscribe(Subscriptions on)
    {
        on.Each(Heard, _calibration.Apply);
        on.On<MoveOrdered>((e, entry) => _moves.Add((e, entry)));
        on.Touch(table.Add(TopicNames.Calibration, Build), Heard);
    }

    private CalibrationBoard Build() => new(
        _calibration.Scores(),
        [
            .. _moves.Select(m => new MoveOutcome(
                m.Order.Number, m.Order.Move, m.Entry.At, day.Who(m.Entry.Actor.Value), m.Order.Without, m.Order.With,
                _calibration.RealSince(m.Entry.At, day.Plan.Closes))).Reverse(),
        ]);
}
