using CommandCenter.Domain.Cards;
using CommandCenter.Domain.Identity;
using CommandCenter.Journal;

namespace CommandCenter.Boards.Cards;

/// <summary>What is known of an answer card.</summary>
internal sealed class CardFacts(CardId id)
{
    public CardId Id => id;

    /// <summary>The question; null only before the card is written.</summary>
    public string? Question { get; set; }

    public string Answer { get; set; } = string.Empty;

    public ClauseId Clause { get; set; }

    /// <summary>When it was written or last changed.</summary>
    public DateTimeOffset At { get; set; }

    public Who? By { get; set; }

    /// <summary>How often its answer changed.</summary>
    public int Revised { get; set; }
}

/// <summary>Keeps the facts of the answer cards.</summary>
internal sealed class CardFold(Day day) : ISubscriber
{
    public void Subscribe(Subscriptions on)
    {
        on.On<CardWritten>((e, entry) => Take(e.Card, e.Answer, e.Clause, entry).Question = e.Question);
        on.On<CardRevised>((e, entry) => Take(e.Card, e.Answer, e.Clause, entry).Revised++);
    }

    private CardFacts Take(CardId id, string answer, ClauseId clause, JournalEntry entry)
    {
        var card = day.Cards[id];
        card.Answer = answer;
        card.Clause = clause;
        card.At = entry.At;
        card.By = day.Who(entry.Actor.Value);
        return card;
    }
}
