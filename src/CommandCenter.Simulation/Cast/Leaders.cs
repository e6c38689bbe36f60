using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Plans;
using CommandCenter.Journal;
using CommandCenter.Simulation.Randomness;
using CommandCenter.Simulation.Scenarios;

namespace CommandCenter.Simulation.Cast;

/// <summary>The task groups: sign in, report from their zones, take orders on and answer them, go to incidents.</summary>
public sealed class Leaders : ICastMember
{
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(1);

    private readonly Stage _stage;
    private readonly RandomStream _rolls;
    private readonly RandomStream _orders;
    private readonly RandomStream _incidents;
    private readonly PostId _commander;

    /// <summary>All groups of the plan.</summary>
    public Leaders(Stage stage)
    {
        _stage = stage;
        (_rolls, _orders, _incidents) = (stage.Random("roll-calls"), stage.Random("orders"), stage.Random("incidents"));
        _commander = stage.PostOf(PostRole.Commander)!.Value;
    }

    private GroupWork Work => _stage.Scenario.Groups;

    /// <inheritdoc/>
    public void Begin()
    {
        foreach (var group in _stage.Plan.Groups)
        {
            foreach (var member in group.Members)
            {
                var at = _stage.Plan.Opens - TimeSpan.FromSeconds(1200 + _rolls.NextInt(600));
                _stage.Agenda.At(at, async () => await _stage.SendAsync(PostOf(group.Id), GrainAddress.Of(group.Id), new SignIn(member.Id)));
            }
        }
    }

    /// <inheritdoc/>
    public void Observe(JournalEntry entry)
    {
        switch (entry.Event)
        {
            case MemberSignedIn e: Report(e.Group, e.Member, e.Next); break;
            case RollCalled e: Report(e.Group, e.Member, e.Next); break;
            case AssignmentSent e: Take(e); break;
            case IncidentRaised e: GoTo(e); break;
            default: break;
        }
    }

    private void Report(GroupId group, MemberId member, DateTimeOffset due)
    {
        var at = _rolls.Chance(Work.LateRollCall) ? due + (Late * _rolls.NextDouble()) : due - (Early * _rolls.NextDouble());
        var zones = _stage.Plan.FindGroup(group)!.Zones;
        if (zones.IsEmpty || at > _stage.Plan.Closes)
        {
            return;
        }

        var zone = _rolls.Pick(zones);
        _stage.Agenda.At(at, async () => await _stage.SendAsync(PostOf(group), GrainAddress.Of(group), new CallRoll(member, zone)));
    }

    private void Take(AssignmentSent e)
    {
        var (post, grain) = (PostOf(e.Group), GrainAddress.Of(e.Group));
        _stage.Agenda.In(Work.Accept.Sample(_orders), async () =>
        {
            await _stage.SendAsync(post, grain, new AcceptAssignment(e.Assignment));
            if (e.Incident is null)
            {
                // What belongs to an incident is answered when the incident is.
                _stage.Agenda.In(Work.Finish.Sample(_orders), async () =>
                    await _stage.SendAsync(post, grain, new FinishAssignment(e.Assignment, "已落实")));
            }
        });
    }

    private void GoTo(IncidentRaised e)
    {
        var (post, grain) = (PostOf(e.Owner), GrainAddress.Of(e.Incident));
        var acknowledged = Work.Acknowledge.Sample(_incidents);
        var reached = acknowledged + Work.Reach.Sample(_incidents);
        var resolved = reached + Work.Resolve.Sample(_incidents);
        Then(acknowledged, post, new AcknowledgeIncident());
        Then(acknowledged + TimeSpan.FromSeconds(20), post, new RespondToIncident());
        Then(reached, post, new ReachIncident());
        for (var i = 0; i < e.Checklist.Length; i++)
        {
            Then(reached + ((resolved - reached) * ((i + 0.5) / e.Checklist.Length)), post, new CheckIncidentItem(e.Checklist[i].Id));
        }

        Then(resolved, post, new ResolveIncident("现场已处置，秩序恢复"));
        Then(resolved + TimeSpan.FromMinutes(10), _commander, new CloseIncident("处置得当，已复盘"));

        void Then(TimeSpan delay, PostId by, Domain.ICommand command) =>
            _stage.Agenda.In(delay, async () => await _stage.SendAsync(by, grain, command));
    }

    private PostId PostOf(GroupId group) => _stage.PostOf(PostRole.GroupLeader, group) ?? _commander;
}
