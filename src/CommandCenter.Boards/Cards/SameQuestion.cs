using System.Collections.Immutable;
using System.Text;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Boards.Cards;

/// <summary>Finds questions that were answered in more than one way. A question is the same whatever its spaces, marks, width and case.</summary>
internal static class SameQuestion
{
    /// <summary>What of a question counts.</summary>
    public static string KeyOf(string question) => string.Concat(
        question.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    /// <summary>The questions with more than one answer, on cards or in matters as they stand.</summary>
    public static ImmutableArray<DifferingAnswers> Differing(Day day) =>
    [
        .. from card in day.Cards.All
           where card.Question is not null
           group card by KeyOf(card.Question!) into same
           let answers = AnswersTo([.. same], day)
           where answers.Length > 1
           select new DifferingAnswers(same.First().Question!, answers),
    ];

    private static ImmutableArray<GivenAnswer> AnswersTo(ImmutableArray<CardFacts> cards, Day day)
    {
        var onCards = cards.Select(static c => (c.Answer, c.Clause, Card: (CardId?)c.Id, Case: (CaseId?)null));
        var inMatters = day.Cases.All
            .Where(m => m is { AnsweredAt: not null, Card: not null } && cards.Any(c => c.Id == m.Card))
            .Select(static m => (Answer: m.Answer!, Clause: m.Clause!.Value, Card: (CardId?)null, Case: (CaseId?)m.Id));
        return
        [
            .. onCards.Concat(inMatters)
                .GroupBy(static a => (a.Answer, a.Clause))
                .Select(a => new GivenAnswer(
                    a.Key.Answer, a.Key.Clause, day.Plan.FindClause(a.Key.Clause)?.Citation,
                    [.. a.Select(static x => x.Card).OfType<CardId>()], [.. a.Select(static x => x.Case).OfType<CaseId>()])),
        ];
    }
}
