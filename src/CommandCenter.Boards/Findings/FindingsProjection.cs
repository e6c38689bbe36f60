using CommandCenter.Domain.Findings;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;

namespace CommandCenter.Boards.Findings;

/// <summary>Shows each group the findings that it must answer.</summary>
internal sealed class FindingsProjection : ISubscriber
{
    private readonly Day _day;
    private readonly TopicFamily<GroupId> _topics;

    public FindingsProjection(Day day, TopicTable table)
    {
        _day = day;
        _topics = new(table, TopicNames.OfFindings, Build);
    }

    public void Subscribe(Subscriptions on)
    {
        on.On<PlanAdopted>((e, entry) =>
        {
            foreach (var group in e.Plan.Groups)
            {
                _topics.Touch(group.Id, entry);
            }
        });
        on.On<FindingRecorded>((e, entry) => _topics.Touch(e.Group, entry));
        on.On<FindingAnswered>((e, entry) => _topics.Touch(_day.Findings.Peek(e.Finding).Recorded!.Group, entry));
    }

    private FindingsBoard Build(GroupId group) => new(group, FindingLine.Of(_day, group));
}
