using System.Collections.Immutable;
using CommandCenter.Domain.Communication;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Journal;

namespace CommandCenter.Boards.Communication;

/// <summary>Shows the communication check as a whole, and to each post what it has yet to answer.</summary>
internal sealed class CommunicationProjection : ISubscriber
{
    private readonly Topic _topic;
    private readonly TopicFamily<PostId> _contacts;

    public CommunicationProjection(Day day, TopicTable table)
    {
        _topic = table.Add(TopicNames.Communication, () => Build(day.Communication, day));
        _contacts = new(table, TopicNames.OfContact, post => Contact(day.Communication, post));
    }

    public void Subscribe(Subscriptions on)
    {
        on.On<PlanAdopted>((e, entry) => TouchAll(CommunicationDecider.PostsOf(e.Plan), entry));
        on.On<CommunicationCheckStarted>((e, entry) => TouchAll(e.Posts, entry));
        on.On<CommunicationCheckSeen>((e, entry) => _contacts.Touch(e.Post, entry));
        on.On<CommunicationCheckAnswered>((e, entry) => _contacts.Touch(e.Post, entry));
        on.Touch(
            _topic,
            typeof(PlanAdopted), typeof(CommunicationCheckStarted), typeof(CommunicationCheckSeen), typeof(CommunicationCheckAnswered),
            typeof(CommunicationCheckPassed), typeof(CommunicationCheckEnded));
    }

    private void TouchAll(IEnumerable<PostId> posts, JournalEntry entry)
    {
        foreach (var post in posts)
        {
            _contacts.Touch(post, entry);
        }
    }

    private static CommunicationBoard Build(CommunicationFacts facts, Day day) => new()
    {
        Check = facts.Started?.Check ?? 0,
        StartedAt = facts.Started is null ? null : facts.StartedAt,
        By = facts.By,
        Seconds = facts.Started?.Seconds ?? 0,
        Until = facts.Started?.Until,
        IsRunning = facts is { Started: not null, IsOver: false },
        Posts = [.. (facts.Started?.Posts ?? []).Select(p => Show(p, facts, day)).OrderBy(static p => p.Standing)],
    };

    private static PostContact Show(PostId post, CommunicationFacts facts, Day day)
    {
        var contact = facts.Posts[post];
        var standing = contact.AnsweredAt is not null ? (contact.InTime ? ContactStanding.Answered : ContactStanding.Late)
            : facts.IsOver ? ContactStanding.Silent
            : contact.SeenAt is not null ? ContactStanding.Seen
            : ContactStanding.Sent;
        var after = contact.AnsweredAt is { } at ? (int?)Math.Ceiling((at - facts.StartedAt).TotalSeconds) : null;
        return new(day.Who(post.Value), standing, contact.SeenAt, contact.AnsweredAt, after);
    }

    private static ContactBoard Contact(CommunicationFacts facts, PostId post) =>
        facts.Posts.GetValueOrDefault(post) is { AnsweredAt: null } open
            ? new(post, facts.Started!.Check, facts.Started.Until, open.SeenAt is not null)
            : new(post, null, null, false);
}
