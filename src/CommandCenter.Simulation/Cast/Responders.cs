using System.Collections.Immutable;
using CommandCenter.Domain;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Plans;
using CommandCenter.Journal;
using CommandCenter.Simulation.Randomness;
using CommandCenter.Simulation.Scenarios;

namespace CommandCenter.Simulation.Cast;

/// <summary>Those who go to incidents: see them, set out, work through the playbook, resolve; command reviews afterwards.</summary>
/// <remarks>
/// Where a person holds the post of the group's leader, that person does all this; should the post come back to the
/// simulation, it goes on from where the incident stands.
/// </remarks>
public sealed class Responders : ICastMember
{
    private static readonly TimeSpan SetOut = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Review = TimeSpan.FromMinutes(10);

    private readonly Stage _stage;
    private readonly RandomStream _random;
    private readonly PostId _commander;
    private readonly Dictionary<IncidentId, ImmutableArray<ChecklistItem>> _checklists = [];
    private readonly Dictionary<IncidentId, (GroupId Owner, long Turn)> _inHand = [];
    private readonly HashSet<IncidentId> _unreviewed = [];

    /// <summary>The groups of the plan.</summary>
    public Responders(Stage stage)
    {
        (_stage, _random) = (stage, stage.Random("incidents"));
        _commander = stage.PostOf(PostRole.Commander)!.Value;
    }

    private GroupWork Work => _stage.Scenario.Groups;

    /// <inheritdoc/>
    public void Begin()
    {
    }

    /// <inheritdoc/>
    public void Observe(JournalEntry entry)
    {
        switch (entry.Event)
        {
            case IncidentRaised e:
                _checklists[e.Incident] = e.Checklist;
                GoTo(e.Incident, e.Owner, entry.Sequence);
                break;
            case IncidentReassigned e: GoTo(e.Incident, e.To, entry.Sequence); break;
            case IncidentReopened e:
                _unreviewed.Remove(e.Incident);
                GoTo(e.Incident, e.Owner, entry.Sequence);
                break;
            case IncidentMerged e: _inHand.Remove(e.Incident); break;
            case IncidentFalseAlarm e: _inHand.Remove(e.Incident); break;
            case IncidentResolved e:
                _inHand.Remove(e.Incident);
                _unreviewed.Add(e.Incident);
                _stage.Agenda.In(Review, () => _stage.WhenPlayedAsync(
                    _commander, GrainAddress.Of(e.Incident), new CloseIncident("处置得当，已复盘"), () => _unreviewed.Contains(e.Incident)));
                break;
            case IncidentClosed e: _unreviewed.Remove(e.Incident); break;
            default: break;
        }
    }

    private void GoTo(IncidentId incident, GroupId owner, long turn)
    {
        _inHand[incident] = (owner, turn);
        var post = _stage.PostOf(PostRole.GroupLeader, owner) ?? _commander;
        var checklist = _checklists.GetValueOrDefault(incident, []);
        var acknowledged = Work.Acknowledge.Sample(_random);
        var reached = acknowledged + Work.Reach.Sample(_random);
        var resolved = reached + Work.Resolve.Sample(_random);
        Then(acknowledged, new AcknowledgeIncident());
        Then(acknowledged + SetOut, new RespondToIncident());
        Then(reached, new ReachIncident());
        for (var i = 0; i < checklist.Length; i++)
        {
            Then(reached + ((resolved - reached) * ((i + 0.5) / checklist.Length)), new CheckIncidentItem(checklist[i].Id));
        }

        Then(resolved, new ResolveIncident("现场已处置，秩序恢复"));

        // Another turn has begun when it was handed over or opened again: then what this one had planned is void.
        void Then(TimeSpan delay, ICommand command) => _stage.Agenda.In(
            delay, () => _stage.WhenPlayedAsync(post, GrainAddress.Of(incident), command, () => _inHand.GetValueOrDefault(incident) == (owner, turn)));
    }
}
