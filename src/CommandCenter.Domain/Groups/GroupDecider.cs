using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Groups;

/// <summary>A task group: duty and roll call, orders, lead.</summary>
public sealed class GroupDecider : Decider<GroupState>
{
    /// <inheritdoc/>
    public override string Kind => "group";

    /// <inheritdoc/>
    public override GroupState Initial(string key) => new(new GroupId(key));

    /// <inheritdoc/>
    public override Decision Decide(GroupState state, ICommand command, in DecisionContext context)
    {
        if (context.Plan.FindGroup(state.Group) is not { } plan)
        {
            return Rejections.NotFound.For("group", state.Group.Value);
        }

        return command switch
        {
            SignIn c => DutyRules.SignIn(state, c, plan, context),
            SignOut c => DutyRules.SignOut(state, c, plan),
            CallRoll c => DutyRules.CallRoll(state, c, plan, context),
            Assign c => AssignmentRules.Assign(state, c, context),
            AcceptAssignment c => AssignmentRules.Accept(state, c, context),
            RefuseAssignment c => AssignmentRules.Refuse(state, c, context),
            FinishAssignment c => AssignmentRules.Finish(state, c, context),
            EndIncidentAssignments c => AssignmentRules.EndOfIncident(state, c, context),
            OfferLead c => LeadRules.Offer(state, c, plan, context),
            TakeLead c => LeadRules.Take(state, c, plan, context),
            MeetDeadline c => Meet(state, c, context),
            _ => Rejections.UnknownCommand,
        };
    }

    /// <inheritdoc/>
    public override GroupState Evolve(GroupState state, IEvent @event) => @event switch
    {
        MemberSignedIn e => Mark(state, e.Member, new(e.Next, RollMark.InTime)),
        MemberSignedOut e => state with { OnDuty = state.OnDuty.Remove(e.Member) },
        RollCalled e => Mark(state, e.Member, new(e.Next, RollMark.InTime)),
        RollMissed e => Mark(state, e.Member, new(e.Next, e.Red ? RollMark.Red : RollMark.Amber)),
        AssignmentSent e => state with
        {
            Assignments = state.Assignments.Add(e.Assignment, new(e.Text, e.Due, e.Incident, e.Meeting, e.From)),
        },
        AssignmentAccepted e => state.Change(e.Assignment, a => a with { Status = AssignmentStatus.Accepted, By = e.By }),
        AssignmentRefused e => state.Change(
            e.Assignment, a => a with { Status = AssignmentStatus.Refused, By = e.By, Answer = e.Reason }),
        AssignmentDone e => state.Change(
            e.Assignment, a => a with { Status = AssignmentStatus.Done, By = e.By, Answer = e.Answer }),
        AssignmentOverdue e => state.Change(e.Assignment, a => a with { Level = e.Level, Escalates = e.Next }),
        LeadOffered e => state with { Offered = e.To },
        LeadTaken e => state with { Lead = e.Lead, Offered = null },
        _ => throw Unknown(@event),
    };

    /// <inheritdoc/>
    public override IEnumerable<Deadline> Deadlines(GroupState state) =>
        DutyRules.Deadlines(state).Concat(AssignmentRules.Deadlines(state));

    private Decision Meet(GroupState state, MeetDeadline c, in DecisionContext context)
    {
        if (!Deadlines(state).Contains(new Deadline(c.Name, c.Due)))
        {
            return Decision.Nothing;
        }

        return c.Name.StartsWith(DutyRules.Roll, StringComparison.Ordinal)
            ? DutyRules.Miss(state, new(c.Name[DutyRules.Roll.Length..]), context)
            : AssignmentRules.Escalate(state, new(c.Name[AssignmentRules.Overdue.Length..]), context);
    }

    private static GroupState Mark(GroupState state, MemberId member, RollClock clock) =>
        state with { OnDuty = state.OnDuty.SetItem(member, clock) };
}
