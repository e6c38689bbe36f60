using System.Globalization;
using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Policies;

/// <summary>Everything settled → the matter of the difference is answered.</summary>
public sealed class JourneyCompletedAnswersCase : Policy<JourneyCompleted>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(JourneyCompleted e, RecordedEvent recorded, Plan plan)
    {
        if (e.Amount is { } amount)
        {
            var sum = Math.Abs(amount).ToString("0.00", CultureInfo.InvariantCulture);
            var answer = amount < 0 ? $"已结清，退还住户 {sum} 元。" : $"已结清，住户补交 {sum} 元。";
            yield return new(
                GrainAddress.Of(UnitTakenOpensCase.CaseOf(e.Household)),
                new AnswerCase(answer, plan.Prices.ResettlementPrice.Clause, null));
        }
    }
}
