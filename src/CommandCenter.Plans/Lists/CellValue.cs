using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Plans.Lists;

/// <summary>What cells mean: yes and no, amounts, dates, reasons, as people write them.</summary>
internal static partial class CellValue
{
    private static readonly FrozenDictionary<string, bool> Answers = new Dictionary<string, bool>
    {
        ["是"] = true, ["有"] = true, ["√"] = true, ["✓"] = true, ["✔"] = true, ["y"] = true, ["yes"] = true, ["true"] = true, ["1"] = true,
        ["否"] = false, ["无"] = false, ["×"] = false, ["x"] = false, ["n"] = false, ["no"] = false, ["false"] = false, ["0"] = false,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, PriorityReason> Reasons = new Dictionary<string, PriorityReason>
    {
        ["年满70"] = PriorityReason.Aged70, ["年满70岁"] = PriorityReason.Aged70, ["年满70周岁"] = PriorityReason.Aged70,
        ["70岁以上"] = PriorityReason.Aged70, ["70周岁以上"] = PriorityReason.Aged70, ["高龄"] = PriorityReason.Aged70, ["aged70"] = PriorityReason.Aged70,
        ["残疾"] = PriorityReason.Disabled, ["残疾人"] = PriorityReason.Disabled, ["disabled"] = PriorityReason.Disabled,
        ["孕妇"] = PriorityReason.Pregnant, ["怀孕"] = PriorityReason.Pregnant, ["pregnant"] = PriorityReason.Pregnant,
        ["携婴幼儿"] = PriorityReason.WithInfant, ["带婴幼儿"] = PriorityReason.WithInfant, ["婴幼儿"] = PriorityReason.WithInfant,
        ["withinfant"] = PriorityReason.WithInfant,
        ["医嘱"] = PriorityReason.DoctorsWord, ["遵医嘱"] = PriorityReason.DoctorsWord, ["doctorsword"] = PriorityReason.DoctorsWord,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] DateFormats = ["yyyy-M-d", "yyyyMMdd"];

    /// <summary>Whether a cell says nothing: blank, or a dash.</summary>
    public static bool IsBlank(string text) => text is "" or "-" or "—" or "——" or "/" or "\\";

    /// <summary>Yes or no; null for anything else.</summary>
    public static bool? Answer(string text) => Answers.TryGetValue(text, out var answer) ? answer : null;

    /// <summary>A reason for priority, or null.</summary>
    public static PriorityReason? Reason(string text) =>
        Reasons.TryGetValue(Punctuation().Replace(text, ""), out var reason) ? reason : null;

    /// <summary>Yuan such as <c>-3,200.50</c>, <c>¥3200</c>, <c>3200元</c>, to 0.01 and below ten million; null for anything else.</summary>
    public static decimal? Yuan(string text)
    {
        var bare = Tidy.Compact(text).Replace("¥", "", StringComparison.Ordinal);
        if (bare.EndsWith('元'))
        {
            bare = bare[..^1];
        }

        if (Thousands().IsMatch(bare))
        {
            bare = bare.Replace(",", "", StringComparison.Ordinal);
        }

        return ExactNumber.TryParse(bare, 2, out var yuan) && Math.Abs(yuan) < 10_000_000m ? yuan : null;
    }

    /// <summary>Square metres such as <c>104.38</c> or <c>104.38㎡</c>, above 0, to 0.01; null for anything else.</summary>
    public static decimal? SquareMetres(string text) =>
        ExactNumber.TryParse(MetresSign().Replace(Tidy.Compact(text), ""), 2, out var area) && area is > 0m and <= 1_000m ? area : null;

    /// <summary>A whole number in a range, with or without one of the words that may follow it; null for anything else.</summary>
    public static int? Whole(string text, int min, int max, params ReadOnlySpan<string> words)
    {
        var bare = Tidy.Compact(text);
        foreach (var word in words)
        {
            bare = bare.EndsWith(word, StringComparison.OrdinalIgnoreCase) ? bare[..^word.Length] : bare;
        }

        return int.TryParse(bare, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= min && n <= max ? n : null;
    }

    /// <summary>A date written as text: 2026-12-05, 2026/12/5, 2026.12.5, 2026年12月5日, 20261205; null for anything else.</summary>
    public static DateOnly? Date(string text)
    {
        var bare = DateSigns().Replace(Tidy.Compact(text).TrimEnd('日', '号'), "-");
        return DateOnly.TryParseExact(bare, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
    }

    [GeneratedRegex(@"\A-?[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]*)?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Thousands();

    [GeneratedRegex(@"(㎡|m²|m2|平方米|平米)\z", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex MetresSign();

    [GeneratedRegex("[/.年月]", RegexOptions.None, 1000)]
    private static partial Regex DateSigns();

    [GeneratedRegex(@"[\s_\-']", RegexOptions.None, 1000)]
    private static partial Regex Punctuation();
}
