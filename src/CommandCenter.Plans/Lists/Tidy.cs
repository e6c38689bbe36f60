using System.Globalization;
using System.Text;

namespace CommandCenter.Plans.Lists;

/// <summary>
/// Brings untidy cells into one form: full-width letters, digits and signs become half-width, invisible characters go, all
/// white space becomes one space. Done by hand because the runtime's normalisation needs ICU, which may be missing.
/// </summary>
internal static class Tidy
{
    /// <summary>One line of text, trimmed.</summary>
    public static string Line(string raw)
    {
        if (raw.All(static c => c is (> ' ' and <= '~') or (>= '\u4E00' and <= '\u9FFF')))
        {
            return raw;
        }

        var text = new StringBuilder(raw.Length);
        foreach (var c in raw)
        {
            var narrow = Narrow(c);
            if (!char.IsWhiteSpace(narrow))
            {
                if (char.GetUnicodeCategory(narrow) is not (UnicodeCategory.Format or UnicodeCategory.Control))
                {
                    text.Append(narrow);
                }
            }
            else if (text.Length > 0 && text[^1] != ' ')
            {
                text.Append(' ');
            }
        }

        return text.ToString().TrimEnd();
    }

    /// <summary>The same without any white space.</summary>
    public static string Compact(string raw) => Line(raw).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>
    /// A person's name: spaces go, except between two Latin words (<c>John Smith</c>); every kind of middle dot in a name
    /// such as 阿依古丽·买买提 becomes the one dot.
    /// </summary>
    public static string Name(string raw)
    {
        var line = Line(raw);
        var text = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] != ' ' || (char.IsAscii(line[i - 1]) && char.IsAscii(line[i + 1])))
            {
                text.Append(line[i] is '•' or '・' or '‧' or '∙' or '⋅' ? '·' : line[i]);
            }
        }

        return text.ToString();
    }

    /// <summary>Letters (of any script), spaces, dots, hyphens and apostrophes, 1 to 40 characters.</summary>
    public static bool IsName(string name) =>
        name.Length is > 0 and <= 40 && name.EnumerateRunes().All(static r => Rune.IsLetter(r) || r.Value is ' ' or '·' or '-' or '\'' or '.');

    /// <summary>A heading for comparison: without spaces, marks and what stands in brackets, e.g. 建筑面积（㎡）* is 建筑面积.</summary>
    public static string Heading(string raw)
    {
        var text = Compact(raw).ToLowerInvariant();
        var bracket = text.IndexOfAny(['(', '[', '【']);
        return new([.. (bracket > 0 ? text[..bracket] : text).Where(char.IsLetterOrDigit)]);
    }

    private static char Narrow(char c) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        '\u3000' => ' ',
        '\u2212' => '-',
        '\uFFE5' => '¥',
        _ => c,
    };
}
