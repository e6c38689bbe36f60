using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Operations;

namespace CommandCenter.Boards.Circumstances;

/// <summary>Shows the special circumstances of all households.</summary>
internal sealed class CircumstancesProjection(Day day, TopicTable table) : ISubscriber
{
    private readonly Topic _topic = table.Add(TopicNames.Circumstances, () => Build(day));

    public void Subscribe(Subscriptions on) => on.Touch(
        _topic,
        typeof(PlanAdopted), typeof(HouseholdRegistered), typeof(UnitTaken), typeof(UnitLost), typeof(CaseRegistered), typeof(CaseAssigned),
        typeof(CaseInterimReplied), typeof(CaseAnswered), typeof(CaseReopened), typeof(CaseOverdue));

    private static CircumstancesBoard Build(Day day) => new(
    [
        .. from category in SpecialCircumstances.Categories
           from household in day.Households.All.OrderBy(static h => h.Number, StringComparer.Ordinal)
           let circumstance = SpecialCircumstances.Of(household, category, day)
           where circumstance is not null
           select circumstance,
    ]);
}
