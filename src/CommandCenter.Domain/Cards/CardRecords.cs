using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Cards;

/// <summary>An answer card was written: this question gets this answer, which rests on this clause.</summary>
[Stored("card.written.v1")]
public sealed record CardWritten(CardId Card, string Question, string Answer, ClauseId Clause) : IEvent;

/// <summary>Its answer changed, with the reason. What was answered before stays as it was and is shown to supervision.</summary>
[Stored("card.revised.v1")]
public sealed record CardRevised(CardId Card, string Answer, ClauseId Clause, string Reason) : IEvent;

/// <summary>Writes a card.</summary>
public sealed record WriteCard(string Question, string Answer, ClauseId Clause) : ICommand;

/// <summary>Changes its answer.</summary>
public sealed record ReviseCard(string Answer, ClauseId Clause, string Reason) : ICommand;
