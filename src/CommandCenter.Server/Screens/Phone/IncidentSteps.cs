using CommandCenter.Boards.Incidents;
using CommandCenter.Domain.Incidents;

namespace CommandCenter.Server.Screens.Phone;

/// <summary>What comes next at an incident.</summary>
/// <param name="Command">The last part of the command's path.</param>
/// <param name="Text">The key of what the button says.</param>
/// <param name="Ask">The dialog that asks for the rest; null where one tap is enough.</param>
public sealed record IncidentStep(string Command, string Text, string? Ask = null);

/// <summary>The way of an incident as the one who handles it walks it: seen, on the way, there, resolved.</summary>
internal static class IncidentSteps
{
    /// <summary>What comes next; null where it is no longer open.</summary>
    public static IncidentStep? NextOf(IncidentStage stage) => stage switch
    {
        IncidentStage.Raised => new("acknowledge", "phone.acknowledge"),
        IncidentStage.Acknowledged => new("respond", "phone.respond"),
        IncidentStage.Responding => new("on-scene", "phone.onScene"),
        IncidentStage.OnScene => new("resolve", "phone.resolve", "ask-outcome"),
        _ => null,
    };

    /// <summary>A step further on that may be taken at once: whoever stands there already need not say that they are coming.</summary>
    public static IncidentStep? LeapOf(IncidentStage stage) => stage switch
    {
        IncidentStage.Raised or IncidentStage.Acknowledged => new("on-scene", "phone.onScene"),
        IncidentStage.Responding => new("resolve", "phone.resolve", "ask-outcome"),
        _ => null,
    };

    /// <summary>What the running clock counts.</summary>
    public static string ClockWord(IncidentClock? clock) => clock switch
    {
        IncidentClock.Acknowledge => Texts.T("phone.clockAcknowledge"),
        IncidentClock.Reach => Texts.T("phone.clockReach"),
        IncidentClock.Resolve => Texts.T("phone.clockResolve"),
        _ => Texts.T("phone.clockNone"),
    };
}
