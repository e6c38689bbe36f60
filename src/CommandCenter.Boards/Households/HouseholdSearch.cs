using System.Collections.Immutable;
using CommandCenter.Boards.Tickets;

namespace CommandCenter.Boards.Households;

/// <summary>Finds households by what people at a desk say or show: household number, ticket number, a name, or the address of their page.</summary>
internal static class HouseholdSearch
{
    private const string PagePath = "/t/";

    public static ImmutableArray<HouseholdLine> Find(Day day, ReadOnlyMemory<byte> ticketKey, string query, int most)
    {
        var asked = query.Trim();
        if (asked.Length == 0)
        {
            return [];
        }

        var page = asked.LastIndexOf(PagePath, StringComparison.Ordinal);
        Func<HouseholdFacts, int> match = page >= 0
            ? h => IsPage(h, asked[(page + PagePath.Length)..], ticketKey) ? 0 : -1
            : h => Rank(h, asked);
        return
        [
            .. day.Households.All
                .Where(static h => h.Entry is not null)
                .Select(h => (Household: h, Rank: match(h)))
                .Where(static f => f.Rank >= 0)
                .OrderBy(static f => f.Rank)
                .ThenBy(static f => f.Household.Number, StringComparer.Ordinal)
                .Take(most)
                .Select(static f => Show(f.Household)),
        ];
    }

    private static bool IsPage(HouseholdFacts household, string token, ReadOnlyMemory<byte> key) =>
        !key.IsEmpty && TicketToken.Of(key.Span, household.Id) == token.Split('?', '#')[0];

    // The number itself first, then a whole name, then whatever contains what was typed; -1 for no match.
    private static int Rank(HouseholdFacts household, string asked)
    {
        var names = household.Entry!.Members.Select(static m => m.Name).Append(household.Entry.Proxy?.Name ?? "").ToList();
        return household.Number == asked || household.Number.TrimStart('0') == asked.TrimStart('0') || household.Id.Value == asked ? 0
            : household.Tickets.Exists(t => t.Number.Equals(asked, StringComparison.OrdinalIgnoreCase)) ? 1
            : names.Contains(asked) ? 2
            : household.Number.StartsWith(asked, StringComparison.Ordinal) ? 3
            : names.Exists(n => n.Contains(asked, StringComparison.OrdinalIgnoreCase)) ? 4
            : -1;
    }

    private static HouseholdLine Show(HouseholdFacts h)
    {
        var ticket = TicketProjection.Active(h);
        return new(h.Id, h.Number, h.Entry!.Members[0].Name, h.Entry.Members.Length, TicketProjection.StageOf(h, ticket), ticket?.Number);
    }
}
