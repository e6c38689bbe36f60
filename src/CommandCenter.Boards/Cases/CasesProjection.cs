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
        typeof(CaseAnswered), typeof(CaseCardCited), typeof(CaseReopened), typeof(CaseOverdue));

    private static CasesBoard Build(Day day)
    {
        var matters = day.Cases.All.Where(static c => c.Registered is not null).ToList();
        return new(
            matters.Count(static c => c.IsOpen),
            matters.Count(static c => c.IsOverdue),
            matters.Count(static c => !c.IsOpen),
            [.. Enum.GetValues<CaseCategory>().Select(category => Count(category, matters.Where(c => c.Registered!.Category == category)))],
            [
                .. matters.Where(static c => c.IsOpen).OrderBy(static c => c.Due).Select(c => Matters.Show(c, c.Registered!, day)),
                .. matters
                    .Where(static c => !c.IsOpen)
                    .OrderByDescending(static c => c.AnsweredAt)
                    .Take(AnsweredShown)
                    .Select(c => Matters.Show(c, c.Registered!, day)),
            ]);
    }

    private static CategoryCount Count(CaseCategory category, IEnumerable<CaseFacts> matters)
    {
        var all = matters.ToList();
        return new(category, all.Count(static c => c.IsOpen), all.Count(static c => c.IsOverdue), all.Count(static c => !c.IsOpen));
    }
}
