using System.Collections.Immutable;
using CommandCenter.Boards.Cases;
using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Boards.Tickets;

/// <summary>The matters of one household, in so far as they are its own to see.</summary>
internal static class OwnMatters
{
    public static ImmutableArray<OwnMatter> Of(HouseholdId household, Day day) =>
    [
        .. day.Cases.All
            .Where(c => c.Registered?.Household == household)
            .OrderByDescending(static c => c.RegisteredIn)
            .Select(c => Show(c, c.Registered!, day)),
    ];

    private static OwnMatter Show(CaseFacts facts, CaseRegistered registered, Day day) => new()
    {
        Case = facts.Id,
        Category = registered.Category,
        RegisteredAt = facts.RegisteredAt,
        Due = facts.IsOpen ? facts.Due : null,
        Interim = facts.IsOpen ? InterimOf(facts) : null,
        AnsweredAt = facts.AnsweredAt,
        Answer = facts.IsOpen ? null : facts.Answer,
        Citation = !facts.IsOpen && facts.Clause is { } clause ? day.Plan.FindClause(clause)?.Citation : null,
    };

    // A reply from before the last answer is no longer the word that counts.
    private static string? InterimOf(CaseFacts facts) => facts.File.AsEnumerable().Reverse()
        .TakeWhile(static f => f.Kind != CaseFileKind.Answered)
        .FirstOrDefault(static f => f.Kind == CaseFileKind.InterimReply)?.Text;
}
