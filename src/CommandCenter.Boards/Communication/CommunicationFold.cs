using CommandCenter.Domain.Communication;
using CommandCenter.Journal;

namespace CommandCenter.Boards.Communication;

/// <summary>Keeps the facts of the newest communication check.</summary>
internal sealed class CommunicationFold(Day day) : ISubscriber
{
    private readonly CommunicationFacts _facts = day.Communication;

    public void Subscribe(Subscriptions on)
    {
        on.On<CommunicationCheckStarted>(Start);
        on.On<CommunicationCheckSeen>((e, entry) => _facts.Posts[e.Post].SeenAt = entry.At);
        on.On<CommunicationCheckAnswered>((e, entry) => Answer(_facts.Posts[e.Post], e.InTime, entry.At));
        on.On<CommunicationCheckPassed>((_, _) => _facts.IsOver = true);
        on.On<CommunicationCheckEnded>((_, _) => _facts.IsOver = true);
    }

    private void Start(CommunicationCheckStarted e, JournalEntry entry)
    {
        (_facts.Started, _facts.StartedAt, _facts.By, _facts.IsOver) = (e, entry.At, day.Who(entry.Actor.Value), false);
        _facts.Posts.Clear();
        foreach (var post in e.Posts)
        {
            _facts.Posts.Add(post, new());
        }
    }

    // Who answers has seen it, even where the device had no time to say so.
    private static void Answer(ContactFacts post, bool inTime, DateTimeOffset at) =>
        (post.SeenAt, post.AnsweredAt, post.InTime) = (post.SeenAt ?? at, at, inTime);
}
