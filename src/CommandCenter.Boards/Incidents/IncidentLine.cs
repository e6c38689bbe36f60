using System.Collections.Immutable;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Boards.Incidents;

/// <summary>
/// An incident on a list, which more people see than the incident itself: never the household, and of a confidential one
/// neither what kind it is nor what was reported.
/// </summary>
/// <param name="Incident">The incident.</param>
/// <param name="Type">What kind; absent where confidential.</param>
/// <param name="TypeName">Its name; where confidential, just that.</param>
/// <param name="Zone">Where.</param>
/// <param name="ZoneName">Its name.</param>
/// <param name="Severity">1 (worst) to 4.</param>
/// <param name="Stage">How far it is.</param>
/// <param name="Owner">The group that owns it.</param>
/// <param name="OwnerName">Its name.</param>
/// <param name="Confidential">Only owner group, command and supervision may see more.</param>
/// <param name="Text">What was reported; absent where confidential.</param>
/// <param name="RaisedAt">When.</param>
/// <param name="AcknowledgedAt">When somebody first saw it.</param>
/// <param name="OnSceneAt">When somebody was first there.</param>
/// <param name="Clock">The clock that runs now; absent when none does.</param>
/// <param name="Due">When that clock runs out, or ran out.</param>
/// <param name="SilentUntil">Silenced until then; absent while it wants to be heard.</param>
/// <param name="EscalationLevel">Of the clocks that still run: 0 in time; 1 leader, 2 deputy, 3 commander have been told.</param>
/// <param name="EscalatedTo">Who was told last.</param>
/// <param name="NobodyThere">Nobody holds the post that was told last.</param>
public sealed record IncidentLine(
    IncidentId Incident, PlaybookId? Type, Label TypeName, ZoneId Zone, Label ZoneName, int Severity, IncidentStage Stage,
    GroupId? Owner, Label? OwnerName, bool Confidential, string? Text, DateTimeOffset RaisedAt, DateTimeOffset? AcknowledgedAt,
    DateTimeOffset? OnSceneAt, IncidentClock? Clock, DateTimeOffset? Due, DateTimeOffset? SilentUntil, int EscalationLevel,
    Who? EscalatedTo, bool NobodyThere)
{
    /// <summary>What a confidential incident is called where not everybody may know what it is.</summary>
    private static readonly Label Confidentially = new("保密事件", "Confidential incident");

    /// <summary>The open incidents for which something holds, worst first, then oldest first.</summary>
    internal static ImmutableArray<IncidentLine> OpenOf(Day day, Func<IncidentFacts, bool> which) =>
    [
        .. day.Incidents.All
            .Where(i => i.IsOpen && which(i))
            .OrderBy(static i => i.Severity)
            .ThenBy(static i => i.RaisedAt)
            .Select(i => Of(day, i, i.Raised!)),
    ];

    private static IncidentLine Of(Day day, IncidentFacts facts, IncidentRaised raised) => new(
        facts.Id, raised.Confidential ? null : raised.Type, TypeOf(day.Plan, raised), raised.Zone, ZoneOf(day.Plan, raised.Zone), facts.Severity, facts.Stage,
        facts.Owner, facts.Owner is { } owner ? day.Groups.Peek(owner).Name : null, raised.Confidential, raised.Confidential ? null : raised.Text,
        facts.RaisedAt, facts.AcknowledgedAt, facts.OnSceneAt, facts.Running?.Clock, facts.Running?.Due, facts.SilentUntil,
        facts.EscalationLevel, facts.EscalatedTo, facts.Escalations is [.., { NobodyThere: true }]);

    /// <summary>The name of an incident for those who need not be permitted to see it.</summary>
    internal static Label TypeOf(Plan plan, IncidentRaised raised) =>
        raised.Confidential ? Confidentially : TypeOf(plan, raised.Type);

    internal static Label TypeOf(Plan plan, PlaybookId type) => plan.FindPlaybook(type)?.Name ?? new(type.Value, type.Value);

    internal static Label ZoneOf(Plan plan, ZoneId zone) => plan.FindZone(zone)?.Name ?? new(zone.Value, zone.Value);
}
