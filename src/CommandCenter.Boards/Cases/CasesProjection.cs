using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Operations;

namespace CommandCenter.Boards.Cases;

/// <summary>Shows the ledger.</summary>
internal sealed class CasesProjection(Day day, TopicTable table) : ISubscriber
{
    private const int AnsweredShown = 100;

    private readonly Topic _topic = table.Add(TopicNames.Cases, () => Build(day));

    public void Subscribe(Subscriptions on) => on.Touch(
        _topic,
        typeof(PlanAdopted), typeof(CaseRegistered), typeof(CaseAssigned), typeof(CaseNoted), typeof(CaseInterimReplied),
        typeof(CaseAnswered), typeof(CaseReopened), typeof(CaseOverdue));

    private static CasesBoard Build(Day day)
    {
        var matters = day.Cases.All.Where(static c => c.Registered is not null).ToList();
        return new(
            matters.Count(static c => c.IsOpen),
            matters.Count(static c => c.IsOverdue),
            matters.Count(static c => !c.IsOpen),
            [.. Enum.GetValues<CaseCategory>().Select(category => Count(category, matters.Where(c => c.Registered!.Category == category)))],
            [
                .. matters.Where(static c => c.IsOpen).OrderBy(static c => c.Due).Select(c => Show(c, c.Registered!, day)),
                .. matters
                    .Where(static c => !c.IsOpen)
                    .OrderByDescending(static c => c.AnsweredAt)
                    .Take(AnsweredShown)
                    .Select(c => Show(c, c.Registered!, day)),
            ]);
    }

    private static CategoryCount Count(CaseCategory category, IEnumerable<CaseFacts> matters)
    {
        var all = matters.ToList();
        return new(category, all.Count(static c => c.IsOpen), all.Count(static c => c.IsOverdue), all.Count(static c => !c.IsOpen));
    }

    private static Matter Show(CaseFacts facts, CaseRegistered registered, Day day) => new()
    {
        Case = facts.Id,
        Category = registered.Category,
        Channel = registered.Channel,
        Kind = registered.Kind,
        Household = registered.Household is { } household ? day.Households.Peek(household).Number : null,
        Text = registered.Text,
        Responsible = day.Who(facts.Responsible.Value),
        RegisteredAt = facts.RegisteredAt,
        Due = facts.Due,
        OverdueLevel = facts.OverdueLevel,
        Reopened = facts.Reopened,
        AnsweredAt = facts.AnsweredAt,
        Answer = facts.IsOpen ? null : facts.Answer,
        Clause = facts.IsOpen ? null : facts.Clause,
        Citation = !facts.IsOpen && facts.Clause is { } clause ? day.Plan.FindClause(clause)?.Citation : null,
        File = [.. facts.File],
    };
}
