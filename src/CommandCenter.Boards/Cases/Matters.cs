using CommandCenter.Domain.Cases;

namespace CommandCenter.Boards.Cases;

/// <summary>Shows matters from their facts, in the ledger and on their own.</summary>
internal static class Matters
{
    public static Matter Show(CaseFacts facts, CaseRegistered registered, Day day) => new()
    {
        Case = facts.Id,
        Category = registered.Category,
        Channel = registered.Channel,
        Kind = registered.Kind,
        Household = registered.Household is { } household ? day.Households.Peek(household).Number : null,
        Text = registered.Text,
        Responsible = day.Who(facts.Responsible.Value),
        RegisteredAt = facts.RegisteredAt,
        RegisteredBy = facts.RegisteredBy!,
        RegisteredIn = facts.RegisteredIn,
        Due = facts.Due,
        OverdueLevel = facts.OverdueLevel,
        Reopened = facts.Reopened,
        AnsweredAt = facts.AnsweredAt,
        Answer = facts.IsOpen ? null : facts.Answer,
        Clause = facts.IsOpen ? null : facts.Clause,
        Citation = !facts.IsOpen && facts.Clause is { } clause ? day.Plan.FindClause(clause)?.Citation : null,
        Card = facts.Card,
        File = [.. facts.File],
    };
}
