using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Cards;

/// <summary>An answer card: a question and the answer that everybody gets to it.</summary>
public sealed record CardState(CardId Card)
{
    /// <summary>The question; null before the card is written.</summary>
    public string? Question { get; init; }

    /// <summary>The answer in force.</summary>
    public string? Answer { get; init; }

    /// <summary>The clause it rests on.</summary>
    public ClauseId Clause { get; init; }
}
