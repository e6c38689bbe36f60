using System.Text;
using CommandCenter.TestKit;

namespace CommandCenter.Server.Tests.Screens;

/// <summary>What the sample lists hold about people and no public screen may: full names, ID numbers, and those tails of them that are nothing else.</summary>
public sealed class PersonalSecrets
{
    private readonly HashSet<string> _secrets;

    private PersonalSecrets(IEnumerable<string> secrets) => _secrets = [.. secrets.Where(static s => s.Length > 1)];

    public static PersonalSecrets OfSample()
    {
        var rows = File.ReadAllLines(Path.Combine(Checkout.Sample, "households.csv"), Encoding.UTF8);
        var header = rows[0].Trim('\ufeff').Split(',');
        var (names, ids) = (Columns(header, "姓名", "代理人"), Columns(header, "身份证号", "代理人身份证号"));
        var cells = rows.Skip(1).Select(static r => r.Split(',')).ToList();
        var numbers = cells.SelectMany(r => ids.Select(i => r[i])).Where(static n => n.Length == 18).ToList();
        Assert.True(numbers.Count >= 638, $"Only {numbers.Count} ID numbers in the list.");

        // Four digits may be a time or a room; with the X at the end they are an ID number's tail and nothing else.
        var tails = numbers.Select(static n => n[^4..]).Where(static t => t.EndsWith('X')).ToList();
        return new(cells.SelectMany(r => names.Select(i => r[i])).Concat(numbers).Concat(tails).Append("idTail"));
    }

    public void AreNotIn(string text, string where)
    {
        var found = _secrets.FirstOrDefault(s => text.Contains(s, StringComparison.OrdinalIgnoreCase));
        Assert.True(found is null, $"{where} shows '{found}'.");
    }

    private static int[] Columns(string[] header, params string[] wanted)
    {
        int[] found = [.. wanted.Select(w => Array.IndexOf(header, w))];
        Assert.DoesNotContain(-1, found);
        return found;
    }
}
