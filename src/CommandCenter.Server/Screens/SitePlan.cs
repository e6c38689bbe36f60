using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using CommandCenter.Boards.Site;

namespace CommandCenter.Server.Screens;

/// <summary>A zone on the site plan.</summary>
/// <param name="Path">SVG path in the coordinates of the plan, 1000 × 600.</param>
/// <param name="X">Middle of its bounding box.</param>
/// <param name="Y">Middle of its bounding box.</param>
/// <param name="Width">Width of its bounding box.</param>
/// <param name="Height">Height of its bounding box.</param>
public sealed record ZoneShape(string Path, double X, double Y, double Width, double Height);

/// <summary>The site plan: the outlines of the plan file; zones without one stand in a tidy grid where none has, else below each other at the right.</summary>
internal static partial class SitePlan
{
    private const double Width = 1000;
    private const double Height = 600;
    private const double Gap = 8;

    // What one character of a name takes of a zone's width, and the sizes that are readable.
    private const double Smallest = 17;
    private const double Largest = 30;
    private const double Legible = 24;
    private const double LineHeight = 1.1;

    /// <summary>Each zone with its shape, in the order of the plan.</summary>
    public static IEnumerable<(ZoneCount Zone, ZoneShape Shape)> Of(IReadOnlyCollection<ZoneCount> zones)
    {
        var without = zones.Where(static z => string.IsNullOrWhiteSpace(z.Zone.Outline)).ToList();
        var columns = without.Count == zones.Count ? (int)Math.Ceiling(Math.Sqrt(zones.Count * Width / Height)) : 1;
        foreach (var zone in zones)
        {
            yield return (zone, without.IndexOf(zone) is var place and >= 0 ? Placed(place, without.Count, columns) : Outlined(zone.Zone.Outline!));
        }
    }

    /// <summary>Name and, below it, what is to be known of the zone, written into the middle of the shape; all on one line where it is flat.</summary>
    public static string Text(ZoneShape shape, string name, params ReadOnlySpan<string> notes)
    {
        // What stands in brackets is for lists.
        var title = name.Split('（', '(')[0].Trim();
        string[] names = Lines(shape, title);
        string[] lines = [.. names, .. notes];
        if (lines.Sum(l => Size(shape, l)) * LineHeight > shape.Height)
        {
            (names, lines) = ([title], [string.Join(' ', [title, .. notes])]);
        }

        // The block of lines stands in the middle; a line's own middle is a third of its size above its foot.
        var foot = shape.Y - (lines.Sum(l => Size(shape, l)) * LineHeight / 2);
        var text = new StringBuilder();
        for (var i = 0; i < lines.Length; i++)
        {
            var size = Math.Min(Size(shape, lines[i]), shape.Height * 0.8);
            foot += size * LineHeight;
            text.Append(CultureInfo.InvariantCulture,
                $"<text{(i < names.Length ? "" : " class=\"n\"")} x=\"{shape.X:0}\" y=\"{foot - (size * 0.25):0}\" font-size=\"{size:0.#}\">{WebUtility.HtmlEncode(lines[i])}</text>");
        }

        return text.ToString();
    }

    // A name of several words that would become small stands on two lines, where there is room for them and the number.
    private static string[] Lines(ZoneShape shape, string name)
    {
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && Size(shape, name) < Legible && shape.Height > 3 * LineHeight * Smallest ? [name[..space], name[(space + 1)..]] : [name];
    }

    private static double Size(ZoneShape shape, string line) =>
        Math.Clamp(shape.Width * 0.86 / Math.Max(3, line.Sum(static c => c < 128 ? 0.64 : 1.0)), Smallest, Largest);

    private static ZoneShape Placed(int place, int count, int columns)
    {
        var rows = (int)Math.Ceiling((double)count / columns);
        var (width, height) = (columns == 1 ? Width / 5 : Width / columns, Height / rows);
        var left = columns == 1 ? Width - width : place % columns * width;
        var top = place / columns * height;
        return new(
            string.Create(CultureInfo.InvariantCulture, $"M{left + Gap:0} {top + Gap:0}H{left + width - Gap:0}V{top + height - Gap:0}H{left + Gap:0}Z"),
            left + (width / 2), top + (height / 2), width - (2 * Gap), height - (2 * Gap));
    }

    // Outlines are absolute moves and lines: the box follows from the numbers after each letter.
    private static ZoneShape Outlined(string path)
    {
        List<double> xs = [], ys = [];
        foreach (Match step in Step().Matches(path))
        {
            var numbers = Number().Matches(step.Groups["rest"].Value).Select(static n => double.Parse(n.Value, CultureInfo.InvariantCulture)).ToList();
            for (var i = 0; i < numbers.Count; i++)
            {
                (step.Groups["letter"].Value == "V" || (step.Groups["letter"].Value != "H" && i % 2 == 1) ? ys : xs).Add(numbers[i]);
            }
        }

        return xs.Count == 0 || ys.Count == 0
            ? new(path, Width / 2, Height / 2, Width, Height)
            : new(path, (xs.Min() + xs.Max()) / 2, (ys.Min() + ys.Max()) / 2, xs.Max() - xs.Min(), ys.Max() - ys.Min());
    }

    [GeneratedRegex("(?<letter>[A-Z])(?<rest>[^A-Za-z]*)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Step();

    [GeneratedRegex(@"-?\d+(\.\d+)?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
