using System.Text;
using CommandCenter.TestKit;

namespace CommandCenter.Server.Tests.Screens;

/// <summary>What the sample lists hold about people and no public screen may: full names, ID numbers, and those tails of them that are nothing else.</summary>
public sealed class PersonalSecrets
{
    private readonly HashSet<string> _secrets;

    private readonly HashSet<string> _tails;

    private PersonalSecrets(IEnumerable<string> secrets, IEnumerable<string> tails) =>
        (_secrets, _tails) = ([.. secrets.Where(static s => s.Length > 1)], [.. tails]);

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
        return new(cells.SelectMany(r => names.Select(i => r[i])).Concat(numbers).Append("idTail"), tails);
    }

    public void AreNotIn(string text, string where)
    {
        var found = _secrets.FirstOrDefault(s => text.Contains(s, StringComparison.OrdinalIgnoreCase)) ?? _tails.FirstOrDefault(t => StandsAlone(t, text));
        Assert.True(found is null, $"{where} shows '{found}'.");
    }

    // Within a longer word it is a coincidence: the random addresses of the households' pages are full of letters and digits.
    private static bool StandsAlone(string tail, string text)
    {
        for (var at = -1; (at = text.IndexOf(tail, at + 1, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            if (!IsWord(at - 1) && !IsWord(at + tail.Length))
            {
                return true;
            }
        }

        return false;

        bool IsWord(int place) => place >= 0 && place < text.Length && (char.IsAsciiLetterOrDigit(text[place]) || text[place] is '-' or '_');
    }

    private static int[] Columns(string[] header, params string[] wanted)
    {
        int[] found = [.. wanted.Select(w => Array.IndexOf(header, w))];
        Assert.DoesNotContain(-1, found);
        return found;
    }
}
