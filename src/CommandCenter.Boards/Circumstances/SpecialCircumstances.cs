using CommandCenter.Boards.Cases;
using CommandCenter.Boards.Households;
using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Policies;

namespace CommandCenter.Boards.Circumstances;

/// <summary>Reads the special circumstances of a household from the list and from what it has chosen.</summary>
internal static class SpecialCircumstances
{
    /// <summary>The categories that are special circumstances.</summary>
    public static readonly CaseCategory[] Categories = [CaseCategory.SecondChild, CaseCategory.AddedMember, CaseCategory.PriceDifference];

    /// <summary>What is listed of a household in that category, or null where there is nothing.</summary>
    public static ListedCircumstance? Listed(HouseholdFacts household, CaseCategory category, Plan plan)
    {
        var prices = plan.Prices;
        return household.Entry is not { } entry ? null : category switch
        {
            CaseCategory.SecondChild when entry.SecondChild => ByArea(category, 1, prices.SecondChildArea, plan),
            CaseCategory.AddedMember when entry.AddedMembers > 0 => ByArea(category, entry.AddedMembers, prices.AddedMemberArea, plan),
            CaseCategory.PriceDifference when household.Difference is { } difference =>
                ByMoney(difference.Amount, prices.ResettlementPrice.Clause, plan),
            CaseCategory.PriceDifference when entry.CarriedDifference != 0 => ByMoney(entry.CarriedDifference, prices.CarriedDifferenceClause, plan),
            _ => null,
        };
    }

    /// <summary>The circumstance with its matter, or null where the household has none of that category.</summary>
    public static Circumstance? Of(HouseholdFacts household, CaseCategory category, Day day)
    {
        if (Listed(household, category, day.Plan) is not { } listed)
        {
            return null;
        }

        var id = CaseOf(household.Id, category);
        var matter = day.Cases.Find(id) is { Registered: not null } found ? found : null;
        return new()
        {
            Listed = listed,
            Household = household.Id,
            Number = household.Number,
            Case = id,
            Standing = StandingOf(matter),
            Responsible = matter is null ? null : day.Who(matter.Responsible.Value),
            Due = matter is { IsOpen: true } ? matter.Due : null,
        };
    }

    /// <summary>The matter in which a circumstance is settled; that of the difference opens by itself when a flat is taken.</summary>
    public static CaseId CaseOf(HouseholdId household, CaseCategory category) => category switch
    {
        CaseCategory.SecondChild => new($"second-{household}"),
        CaseCategory.AddedMember => new($"added-{household}"),
        _ => UnitTakenOpensCase.CaseOf(household),
    };

    private static ListedCircumstance ByArea(CaseCategory category, int people, Rule rule, Plan plan) =>
        new(category, people, people * rule.Value, null, rule.Clause, plan.FindClause(rule.Clause)?.Citation);

    private static ListedCircumstance ByMoney(decimal amount, ClauseId clause, Plan plan) =>
        new(CaseCategory.PriceDifference, null, null, amount, clause, plan.FindClause(clause)?.Citation);

    private static CircumstanceStanding StandingOf(CaseFacts? matter) =>
        matter is null ? CircumstanceStanding.Unregistered
        : !matter.IsOpen ? CircumstanceStanding.Answered
        : matter.IsOverdue ? CircumstanceStanding.Overdue
        : CircumstanceStanding.Open;
}
