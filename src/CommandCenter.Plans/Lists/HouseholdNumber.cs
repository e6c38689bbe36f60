using CommandCenter.Domain.Identity;

namespace CommandCenter.Plans.Lists;

/// <summary>Household numbers as people write them: 17, 017, ０１７ and 017号 are one.</summary>
internal static class HouseholdNumber
{
    private const int MaxLength = 20;

    /// <summary>The one form of a number: digits have at least three places, as spreadsheets drop leading zeros.</summary>
    public static string Tidied(string cell)
    {
        var text = Tidy.Compact(cell).TrimEnd('号').ToUpperInvariant();
        return text.Length is > 0 and <= MaxLength && text.All(char.IsAsciiDigit) ? text.TrimStart('0').PadLeft(3, '0') : text;
    }

    /// <summary>Whether an id can be made of it.</summary>
    public static bool IsValid(string tidied) =>
        tidied.Length is > 0 and <= MaxLength && IdSyntax.IsValid(tidied.ToLowerInvariant());

    /// <summary>The id, e.g. <c>h017</c>.</summary>
    public static HouseholdId Id(string tidied) => new($"h{tidied.ToLowerInvariant()}");
}
