using System.Collections.Immutable;
using CommandCenter.Boards.Incidents;
using CommandCenter.Domain.Incidents;

namespace CommandCenter.Server.Screens.Phone;

/// <summary>A step on the way of an incident.</summary>
/// <param name="To">How far the incident is afterwards.</param>
/// <param name="Command">The last part of the command's path.</param>
/// <param name="Text">The key of what the button says.</param>
/// <param name="Ask">The dialog that asks for the rest; null where one tap is enough.</param>
public sealed record IncidentStep(IncidentStage To, string Command, string Text, string? Ask = null);

/// <summary>The way of an incident as the one who handles it walks it: seen, on the way, there, resolved.</summary>
internal static class IncidentSteps
{
    /// <summary>All steps, in their order.</summary>
    public static ImmutableArray<IncidentStep> Way { get; } =
    [
        new(IncidentStage.Acknowledged, "acknowledge", "phone.acknowledge"),
        new(IncidentStage.Responding, "respond", "phone.respond"),
        new(IncidentStage.OnScene, "on-scene", "phone.onScene"),
        new(IncidentStage.Resolved, "resolve", "phone.resolve", "ask-outcome"),
    ];

    /// <summary>What comes next; null where it is no longer open.</summary>
    public static IncidentStep? NextOf(IncidentStage stage) =>
        stage < IncidentStage.Resolved ? Way.First(s => s.To > stage) : null;

    /// <summary>
    /// Whether a step may be taken now: the next one; being there, because whoever stands there need not say that they are
    /// coming; resolved, once somebody is on the way; and seen once more, where it rings again after its silence.
    /// </summary>
    public static bool MayTake(IncidentStep step, IncidentStage stage, bool isSilent) =>
        step == NextOf(stage)
        || (step.To == IncidentStage.OnScene && stage < IncidentStage.OnScene)
        || (step.To == IncidentStage.Resolved && stage == IncidentStage.Responding)
        || (step.To == IncidentStage.Acknowledged && stage == IncidentStage.Acknowledged && !isSilent);

    /// <summary>What the running clock counts.</summary>
    public static string ClockWord(IncidentClock? clock) => clock switch
    {
        IncidentClock.Acknowledge => Texts.T("phone.clockAcknowledge"),
        IncidentClock.Reach => Texts.T("phone.clockReach"),
        IncidentClock.Resolve => Texts.T("phone.clockResolve"),
        _ => Texts.T("phone.clockNone"),
    };
}
