using CommandCenter.Domain.Cards;
using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Operations;

namespace CommandCenter.Boards.Cards;

/// <summary>Shows the answer cards.</summary>
internal sealed class CardsProjection(Day day, TopicTable table) : ISubscriber
{
    private readonly Topic _topic = table.Add(TopicNames.Cards, () => Build(day));

    public void Subscribe(Subscriptions on) => on.Touch(
        _topic, typeof(PlanAdopted), typeof(CardWritten), typeof(CardRevised), typeof(CaseCardCited), typeof(CaseReopened));

    private static CardsBoard Build(Day day)
    {
        var used = day.Cases.All.Where(static c => c is { AnsweredAt: not null, Card: not null }).CountBy(static c => c.Card!.Value).ToDictionary();
        return new(
            [
                .. day.Cards.All
                    .Where(static c => c.Question is not null)
                    .Select(c => new AnswerCard(
                        c.Id, c.Question!, c.Answer, c.Clause, day.Plan.FindClause(c.Clause)?.Citation, used.GetValueOrDefault(c.Id), c.At, c.By!, c.Revised))
                    .OrderByDescending(static c => c.Used)
                    .ThenByDescending(static c => c.At),
            ],
            SameQuestion.Differing(day));
    }
}
