using CommandCenter.Boards.Circumstances;
using CommandCenter.Boards.Windows;
using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Journal;

namespace CommandCenter.Boards.Cases;

/// <summary>Shows each matter on its own.</summary>
internal sealed class CaseProjection : ISubscriber
{
    private readonly Day _day;
    private readonly TopicFamily<CaseId> _topics;

    public CaseProjection(Day day, TopicTable table)
    {
        _day = day;
        _topics = new(table, TopicNames.Of, Build);
    }

    public void Subscribe(Subscriptions on)
    {
        on.On<CaseRegistered>((e, entry) => _topics.Touch(e.Case, entry));
        on.On<CaseAssigned>((e, entry) => _topics.Touch(e.Case, entry));
        on.On<CaseNoted>((e, entry) => _topics.Touch(e.Case, entry));
        on.On<CaseInterimReplied>((e, entry) => _topics.Touch(e.Case, entry));
        on.On<CaseAnswered>((e, entry) => _topics.Touch(e.Case, entry));
        on.On<CaseCardCited>((e, entry) => _topics.Touch(e.Case, entry));
        on.On<CaseReopened>((e, entry) => _topics.Touch(e.Case, entry));
        on.On<CaseOverdue>((e, entry) => _topics.Touch(e.Case, entry));
        on.On<UnitTaken>((e, entry) => TouchDifference(e.Household, entry));
        on.On<UnitLost>((e, entry) => TouchDifference(e.Household, entry));
    }

    // Its sum changes with the flats chosen.
    private void TouchDifference(HouseholdId household, JournalEntry entry)
    {
        foreach (var matter in _day.Cases.All)
        {
            if (matter.Registered is { Category: CaseCategory.PriceDifference } registered && registered.Household == household)
            {
                _topics.Touch(matter.Id, entry);
            }
        }
    }

    private CaseBoard Build(CaseId id)
    {
        var facts = _day.Cases.Peek(id);
        var registered = facts.Registered!;
        var household = registered.Household is { } known ? _day.Households.Find(known) : null;
        return new(
            Matters.Show(facts, registered, _day),
            household is null ? null : SpecialCircumstances.Listed(household, registered.Category, _day.Plan),
            registered.Category == CaseCategory.PriceDifference && household?.Difference is { } sum ? WorkedSums.Show(sum, _day.Plan) : null);
    }
}
