using CommandCenter.Domain;
using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Journal;
using CommandCenter.Simulation.Randomness;
using CommandCenter.Simulation.Scenarios;

namespace CommandCenter.Simulation.Cast;

/// <summary>The task groups: sign in, report from their zones, take orders on and answer them.</summary>
/// <remarks>
/// A person may hold any of their posts. Whoever holds one answers for the member it belongs to, and the leader for the
/// group's orders; the rest of the group goes on, reported by its deputy where a person leads.
/// </remarks>
public sealed class Leaders : ICastMember
{
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(1);

    private readonly Stage _stage;
    private readonly RandomStream _rolls;
    private readonly RandomStream _orders;
    private readonly PostId _commander;
    private readonly Dictionary<MemberId, DateTimeOffset> _reports = [];
    private readonly HashSet<(GroupId Group, AssignmentId Order)> _open = [];

    /// <summary>All groups of the plan.</summary>
    public Leaders(Stage stage)
    {
        (_stage, _rolls, _orders) = (stage, stage.Random("roll-calls"), stage.Random("orders"));
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
                _stage.Agenda.At(at, () => SpeakAsync(group.Id, member.Id, new SignIn(member.Id), () => !_reports.ContainsKey(member.Id)));
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
            case MemberSignedOut e: _reports[e.Member] = default; break;
            case AssignmentSent e: Take(e); break;
            case AssignmentRefused e: _open.Remove((e.Group, e.Assignment)); break;
            case AssignmentDone e: _open.Remove((e.Group, e.Assignment)); break;
            default: break;
        }
    }

    private void Report(GroupId group, MemberId member, DateTimeOffset due)
    {
        _reports[member] = due;
        var at = _rolls.Chance(Work.LateRollCall) ? due + (Late * _rolls.NextDouble()) : due - (Early * _rolls.NextDouble());
        var zones = _stage.Plan.FindGroup(group)!.Zones;
        if (zones.IsEmpty || at > _stage.Plan.Closes)
        {
            return;
        }

        var zone = _rolls.Pick(zones);
        _stage.Agenda.At(at, () => SpeakAsync(group, member, new CallRoll(member, zone), () => _reports[member] == due));
    }

    private void Take(AssignmentSent e)
    {
        _open.Add((e.Group, e.Assignment));
        var (post, grain) = (PostOf(e.Group), GrainAddress.Of(e.Group));
        _stage.Agenda.In(Work.Accept.Sample(_orders), async () =>
        {
            await _stage.WhenPlayedAsync(post, grain, new AcceptAssignment(e.Assignment), IsOpen);
            if (e.Incident is null)
            {
                // What belongs to an incident is answered when the incident is.
                _stage.Agenda.In(Work.Finish.Sample(_orders), () =>
                    _stage.WhenPlayedAsync(post, grain, new FinishAssignment(e.Assignment, "已落实"), IsOpen));
            }
        });

        bool IsOpen() => _open.Contains((e.Group, e.Assignment));
    }

    // A member who holds a post speaks through it; where a person holds that post, the person speaks.
    private ValueTask SpeakAsync(GroupId group, MemberId member, ICommand command, Func<bool> isDue)
    {
        var own = _stage.Plan.Posts.FirstOrDefault(p => p.Group == group && p.Member == member)?.Id;
        var speaker = own is { } held && !_stage.IsPlayed(held) ? held : SpeakerOf(group);
        return _stage.WhenPlayedAsync(speaker, GrainAddress.Of(group), command, isDue);
    }

    private PostId SpeakerOf(GroupId group) =>
        PostOf(group) is var leader && _stage.IsPlayed(leader) ? leader
        : _stage.PostOf(PostRole.GroupDeputy, group) is { } deputy && _stage.IsPlayed(deputy) ? deputy
        : _commander;

    private PostId PostOf(GroupId group) => _stage.PostOf(PostRole.GroupLeader, group) ?? _commander;
}
