using CommandCenter.Domain.Drills;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Policies;

/// <summary>An inject reaches the players: the incident that it carries is raised, named after it.</summary>
public sealed class InjectDeliveredRaisesIncident : Policy<InjectDelivered>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(InjectDelivered e, RecordedEvent recorded, Plan plan) =>
        e.Inject.Incident is { } incident && Reactions.IncidentOf(e.Inject) is { } id
            ?
            [
                new(
                    GrainAddress.Of(id),
                    new RaiseIncident(incident.Type, incident.Zone, incident.Severity, e.Inject.Text, null)),
            ]
            : [];
}
