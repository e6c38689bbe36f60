using CommandCenter.Domain;
using CommandCenter.Domain.Drills;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;
using CommandCenter.Journal;

namespace CommandCenter.Server.Replay;

/// <summary>What a mark on the slider stands for.</summary>
internal enum ReplayMarkKind
{
    /// <summary>A phase of the day began.</summary>
    Phase,

    /// <summary>An incident was raised.</summary>
    Incident,

    /// <summary>An inject reached the players of a drill.</summary>
    Inject,
}

/// <summary>A moment worth going to.</summary>
/// <param name="Sequence">The entry.</param>
/// <param name="At">When.</param>
/// <param name="Kind">What for.</param>
/// <param name="Key">The text to say, where it is one of the screens' own; otherwise null.</param>
/// <param name="Name">The name to say.</param>
internal sealed record ReplayMark(long Sequence, DateTimeOffset At, ReplayMarkKind Kind, string? Key, Label? Name)
{
    /// <summary>The mark of an entry, or null where it is not worth one. A confidential incident has a mark without a name.</summary>
    public static ReplayMark? Of(JournalEntry entry, Plan plan) => entry.Event switch
    {
        IncidentRaised { Confidential: false } e => Mark(entry, ReplayMarkKind.Incident, null, plan.Playbooks.FirstOrDefault(p => p.Id == e.Type)?.Name),
        IncidentRaised => Mark(entry, ReplayMarkKind.Incident, "replay.incident"),
        InjectDelivered { Inject.Incident: { } incident } when plan.FindPlaybook(incident.Type) is { Confidential: true } =>
            Mark(entry, ReplayMarkKind.Inject, "replay.incident"),
        InjectDelivered e => Mark(entry, ReplayMarkKind.Inject, null, new(e.Inject.Text, e.Inject.Text)),
        IEvent e when PhaseOf(e) is { } phase => Mark(entry, ReplayMarkKind.Phase, $"{nameof(OperationPhase)}.{phase}"),
        _ => null,
    };

    private static ReplayMark Mark(JournalEntry entry, ReplayMarkKind kind, string? key, Label? name = null) =>
        new(entry.Sequence, entry.At, kind, key, name);

    private static OperationPhase? PhaseOf(IEvent e) => e switch
    {
        OperationReady => OperationPhase.Ready,
        OperationOpened or OperationResumed => OperationPhase.Open,
        OperationSuspended => OperationPhase.Suspended,
        OperationClosing => OperationPhase.Closing,
        OperationClosed => OperationPhase.Closed,
        _ => null,
    };
}
