using CommandCenter.Domain.Operations;

namespace CommandCenter.Boards.State;

/// <summary>Shows the phase and the public sentence alone, for screens that must not change with every ticket.</summary>
internal sealed class NoticeProjection(Day day, TopicTable table) : ISubscriber
{
    private readonly Topic _topic = table.Add(
        TopicNames.Notice, () => new NoticeBoard(day.Operation.Phase, day.Operation.PhaseSince, day.Operation.Sentence));

    public void Subscribe(Subscriptions on) => on.Touch(
        _topic,
        typeof(ReadinessWithdrawn), typeof(OperationReady), typeof(OperationOpened), typeof(OperationSuspended), typeof(OperationResumed), typeof(OperationClosing),
        typeof(OperationClosed));
}
