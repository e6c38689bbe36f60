using System.Collections.Immutable;
using CommandCenter.Domain.Plans;
using Columns = CommandCenter.Plans.Lists.HouseholdColumns;

namespace CommandCenter.Plans.Lists;

/// <summary>
/// Reads the household list. Identity card numbers are checked, compared with each other, and dropped: only the last four
/// characters go on.
/// </summary>
internal sealed class HouseholdList
{
    private const int MostMembers = 30;

    private readonly Dictionary<string, int> numbers = [];
    private readonly Dictionary<string, int> cards = [];
    private readonly DateOnly? today;

    private HouseholdList(DateOnly? today) => this.today = today;

    /// <summary>The households by number; what is wrong goes to the faults.</summary>
    public static ImmutableArray<HouseholdEntry> Read(string file, byte[] content, Plan? plan, Faults faults)
    {
        if (ListSheet.Open(file, content, Columns.All, faults) is not { } sheet)
        {
            return [];
        }

        var list = new HouseholdList(plan is { Opens.Year: > 1 } ? DateOnly.FromDateTime(plan.Opens.DateTime) : null);
        return
        [
            .. HouseholdRows.Cut(sheet.Rows(faults)).Select(list.ReadHousehold)
                .OrderBy(static h => h.Number.Length).ThenBy(static h => h.Number, StringComparer.Ordinal),
        ];
    }

    private HouseholdEntry ReadHousehold(HouseholdRows rows)
    {
        CheckNumber(rows);
        var members = rows.All.Select(ReadMember).ToList();
        var head = FindHead(rows);
        CheckPeople(rows);
        return new(
            HouseholdNumber.Id(rows.Number), rows.Number,
            [.. members.Where((_, i) => i == head).Concat(members.Where((_, i) => i != head)).Select(static (m, i) => m with { No = i + 1 })],
            ReadProxy(rows),
            rows.Stated(
                Columns.Priority, CellValue.Reason, "优先原因应为：年满70、残疾、孕妇、携婴幼儿、医嘱。",
                "The reason must be one of aged70, disabled, pregnant, withInfant, doctorsWord."),
            rows.Stated(Columns.SecondChild, CellValue.Answer, "应填“是”或“否”。", "This must be yes or no.") ?? false,
            rows.Stated(
                Columns.Carried, CellValue.Yuan, "应为金额，如 -3200.50，最多两位小数，一千万以内。",
                "This must be an amount such as -3200.50, with at most two decimals and below ten million.") ?? 0m);
    }

    private void CheckNumber(HouseholdRows rows)
    {
        if (rows.Number.Length == 0)
        {
            rows.First.Fault(Columns.Number, "缺少户号。", "The household number is missing.");
        }
        else if (!HouseholdNumber.IsValid(rows.Number))
        {
            rows.First.Fault(Columns.Number, "户号只能用数字、字母和连字符，最多 20 个字符。", "A household number is made of at most 20 digits, letters and hyphens.");
        }
        else if (!numbers.TryAdd(rows.Number, rows.First.Number))
        {
            var first = numbers[rows.Number];
            rows.First.Fault(Columns.Number, $"户号 {rows.Number} 重复，已在第 {first} 行出现。", $"The household number {rows.Number} is in row {first} already.");
        }
    }

    private Member ReadMember(ListRow row)
    {
        var name = Tidy.Name(row[Columns.Name]);
        if (!Tidy.IsName(name))
        {
            row.Fault(
                Columns.Name, name.Length == 0 ? "缺少姓名。" : "姓名中有不应出现的字符，或过长。",
                name.Length == 0 ? "The name is missing." : "The name has characters that names do not have, or is too long.");
        }

        var added = row[Columns.Added];
        if (!CellValue.IsBlank(added) && CellValue.Answer(added) is null)
        {
            row.Fault(Columns.Added, "应填“是”或“否”。", "This must be yes or no.");
        }

        return new(0, name, ReadCard(row), CellValue.Answer(added) ?? false);
    }

    private string ReadCard(ListRow row)
    {
        var number = Tidy.Compact(row[Columns.IdNumber]).TrimStart('\'').ToUpperInvariant();
        if (Tail(row, Columns.IdNumber, number, today) is not { } tail)
        {
            return "";
        }

        if (!cards.TryAdd(number, row.Number))
        {
            row.Fault(Columns.IdNumber, $"此人已在第 {cards[number]} 行出现（身份证号相同）。", $"The same person is in row {cards[number]} already (same identity number).");
        }

        CheckBirthDate(row, number);
        return tail;
    }

    private static string? Tail(ListRow row, Column column, string number, DateOnly? today)
    {
        var objection = number.Length == 0 ? new("缺少身份证号。", "The identity number is missing.") : IdCard.Objection(number, today);
        if (objection is null)
        {
            return IdCard.Tail(number);
        }

        row.Fault(column, objection.Zh, objection.En);
        return null;
    }

    private static void CheckBirthDate(ListRow row, string number)
    {
        var text = row[Columns.BirthDate];
        if (CellValue.IsBlank(text))
        {
            return;
        }

        if (CellValue.Date(text) is not { } date)
        {
            row.Fault(Columns.BirthDate, "应为日期，如 1980-06-05。", "This must be a date such as 1980-06-05.");
        }
        else if (date != IdCard.BirthDate(number))
        {
            row.Fault(Columns.BirthDate, "与身份证号中的出生日期不符。", "It differs from the date in the identity number.");
        }
    }

    private static int FindHead(HouseholdRows rows)
    {
        var heads = new List<int>();
        for (var i = 0; i < rows.All.Count; i++)
        {
            var relation = Tidy.Compact(rows.All[i][Columns.Relation]).ToLowerInvariant();
            if (relation.Length == 0)
            {
                rows.All[i].Fault(Columns.Relation, "缺少与户主关系。", "The relation to the head is missing.");
            }
            else if (relation is "户主" or "本人" or "户主本人" or "head" or "self")
            {
                heads.Add(i);
            }
        }

        if (heads.Count == 0 && rows.All.All(static r => r[Columns.Relation].Length > 0))
        {
            rows.First.Fault(Columns.Relation, $"户 {rows.Number} 没有户主。", $"Household {rows.Number} has no head.");
        }

        foreach (var second in heads.Skip(1))
        {
            rows.All[second].Fault(
                Columns.Relation, $"户 {rows.Number} 有两个户主，可能是两户用了同一个户号。",
                $"Household {rows.Number} has two heads; perhaps two households share the number.");
        }

        return heads.FirstOrDefault();
    }

    private static void CheckPeople(HouseholdRows rows)
    {
        var count = rows.All.Count;
        if (count > MostMembers)
        {
            rows.First.Fault(Columns.Number, $"户 {rows.Number} 超过 {MostMembers} 人。", $"Household {rows.Number} has more than {MostMembers} people.");
        }

        var stated = rows.Stated(
            Columns.People, static t => CellValue.Whole(t, 1, MostMembers, "人"), $"应为 1 至 {MostMembers} 的整数。", $"This must be a whole number from 1 to {MostMembers}.");
        if (stated is { } people && people != count)
        {
            rows.First.Fault(Columns.People, $"户 {rows.Number} 填报 {people} 人，名单有 {count} 人。", $"Household {rows.Number} states {people} people, the list has {count}.");
        }
    }

    private Proxy? ReadProxy(HouseholdRows rows)
    {
        var named = rows.StatedIn(Columns.Proxy, Tidy.Name);
        var carded = rows.StatedIn(Columns.ProxyId, Tidy.Compact);
        if (named is null)
        {
            carded?.Fault(Columns.Proxy, "有代理人身份证号而无代理人姓名。", "There is a proxy's identity number but no name.");
            return null;
        }

        var name = Tidy.Name(named[Columns.Proxy]);
        if (!Tidy.IsName(name))
        {
            named.Fault(Columns.Proxy, "姓名中有不应出现的字符，或过长。", "The name has characters that names do not have, or is too long.");
        }

        var number = carded is null ? "" : Tidy.Compact(carded[Columns.ProxyId]).TrimStart('\'').ToUpperInvariant();
        return Tail(carded ?? named, Columns.ProxyId, number, today) is { } tail ? new(name, tail) : null;
    }
}
