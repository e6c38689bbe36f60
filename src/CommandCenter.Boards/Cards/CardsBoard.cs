using System.Collections.Immutable;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Boards.Cards;

/// <summary>Topic <c>cards</c>: the answer cards, those used most first, and the questions that got more than one answer.</summary>
public sealed record CardsBoard(ImmutableArray<AnswerCard> Cards, ImmutableArray<DifferingAnswers> Differing);

/// <summary>A question with the answer in force.</summary>
/// <param name="Card">The card.</param>
/// <param name="Question">The question.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Clause">The clause it rests on.</param>
/// <param name="Citation">How that clause is cited.</param>
/// <param name="Used">Matters answered by it, as they stand.</param>
/// <param name="At">When it was written or last changed.</param>
/// <param name="By">By which post.</param>
/// <param name="Revised">How often its answer changed.</param>
public sealed record AnswerCard(
    CardId Card, string Question, string Answer, ClauseId Clause, string? Citation, int Used, DateTimeOffset At, Who By, int Revised);

/// <summary>One question, more than one answer: somebody has been told something else.</summary>
public sealed record DifferingAnswers(string Question, ImmutableArray<GivenAnswer> Answers);

/// <summary>One of the answers.</summary>
/// <param name="Text">The answer.</param>
/// <param name="Clause">The clause.</param>
/// <param name="Citation">How that clause is cited.</param>
/// <param name="Cards">The cards on which it stands now; none where it stands on no card any more, or never did.</param>
/// <param name="Cases">The matters answered so.</param>
public sealed record GivenAnswer(
    string Text, ClauseId Clause, string? Citation, ImmutableArray<CardId> Cards, ImmutableArray<CaseId> Cases);
