using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Identity;
using CommandCenter.Journal;

namespace CommandCenter.Boards.Groups;

/// <summary>Keeps the facts of the task groups: duty, roll call, lead, orders.</summary>
internal sealed class GroupFold(Day day) : ISubscriber
{
    public void Subscribe(Subscriptions on)
    {
        on.On<MemberSignedIn>((e, entry) => Enter(Member(e.Group, e.Member), entry.At, e.Next));
        on.On<MemberSignedOut>((e, _) => Enter(Member(e.Group, e.Member), null, null));
        on.On<RollCalled>(Report);
        on.On<RollMissed>((e, _) => Member(e.Group, e.Member).Missed = e.Red ? RollCallMiss.Red : RollCallMiss.Amber);
        on.On<LeadOffered>((e, _) => day.Groups[e.Group].Offered = e.To);
        on.On<LeadTaken>((e, _) => (day.Groups[e.Group].Lead, day.Groups[e.Group].Offered) = (e.Lead, null));
        on.On<AssignmentSent>(Send);
        on.On<AssignmentAccepted>((e, _) =>
            (Order(e.Group, e.Assignment).Stage, Order(e.Group, e.Assignment).By) = (AssignmentStage.Accepted, day.Who(e.By)));
        on.On<AssignmentRefused>((e, entry) => End(Order(e.Group, e.Assignment), AssignmentStage.Refused, day.Who(e.By), e.Reason, entry));
        on.On<AssignmentDone>((e, entry) => End(Order(e.Group, e.Assignment), AssignmentStage.Done, day.Who(e.By), e.Answer, entry));
        on.On<AssignmentOverdue>((e, _) =>
            (Order(e.Group, e.Assignment).OverdueLevel, Order(e.Group, e.Assignment).EscalatedTo) = (e.Level, Told(e)));
    }

    private static void Enter(MemberFacts member, DateTimeOffset? since, DateTimeOffset? next)
    {
        member.Since = since;
        member.Zone = null;
        member.ReportedAt = null;
        member.NextReport = next;
        member.Missed = RollCallMiss.None;
    }

    private static void End(AssignmentFacts order, AssignmentStage stage, Who by, string reply, JournalEntry entry)
    {
        order.Stage = stage;
        order.By = by;
        order.Reply = reply;
        order.EndedAt = entry.At;
    }

    private void Report(RollCalled e, JournalEntry entry)
    {
        var member = Member(e.Group, e.Member);
        member.Zone = e.Zone;
        member.ReportedAt = entry.At;
        member.NextReport = e.Next;
        member.Missed = RollCallMiss.None;
    }

    private void Send(AssignmentSent e, JournalEntry entry)
    {
        var order = Order(e.Group, e.Assignment);
        order.Text = e.Text;
        order.Due = e.Due;
        order.SentAt = entry.At;
        order.From = day.Who(e.From);
        order.Incident = e.Incident;
        order.Meeting = e.Meeting;
    }

    /// <summary>The first two levels are members of the group, the third is a post.</summary>
    private Who? Told(AssignmentOverdue e)
    {
        var member = day.Groups[e.Group].Members.Find(new(e.EscalatedTo));
        return member is null ? day.Told(e.EscalatedTo) : new(e.EscalatedTo, new(member.Name, member.Name));
    }

    private MemberFacts Member(GroupId group, MemberId member) => day.Groups[group].Members[member];

    private AssignmentFacts Order(GroupId group, AssignmentId assignment) => day.Groups[group].Assignments[assignment];
}
