using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CommandCenter.Plans.Yaml;

/// <summary>Durations as people write them: <c>90s</c>, <c>5min</c>, <c>1h30min</c>, <c>30d</c>.</summary>
public static partial class DurationText
{
    /// <summary>Reads a duration of whole days, hours, minutes and seconds, in that order, at most 9,999 of each.</summary>
    public static bool TryParse(string? text, out TimeSpan duration)
    {
        duration = default;
        if (string.IsNullOrEmpty(text) || Syntax().Match(text) is not { Success: true } match)
        {
            return false;
        }

        int Part(string name) => match.Groups[name] is { Success: true } g ? int.Parse(g.ValueSpan, CultureInfo.InvariantCulture) : 0;
        duration = new TimeSpan(Part("d"), Part("h"), Part("min"), Part("s"));
        return true;
    }

    /// <summary>Writes a duration so that <see cref="TryParse"/> reads it; zero is <c>0s</c>.</summary>
    public static string Write(TimeSpan duration)
    {
        var text = new StringBuilder();
        foreach (var (count, unit) in new[]
            { (duration.Days, "d"), (duration.Hours, "h"), (duration.Minutes, "min"), (duration.Seconds, "s") })
        {
            text.Append(count == 0 ? "" : $"{count}{unit}");
        }

        return text.Length == 0 ? "0s" : text.ToString();
    }

    [GeneratedRegex(@"\A((?<d>[0-9]{1,4})d)?((?<h>[0-9]{1,4})h)?((?<min>[0-9]{1,4})min)?((?<s>[0-9]{1,4})s)?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Syntax();
}
