using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace CommandCenter.Server.Screens;

/// <summary>A zone on the site plan.</summary>
/// <param name="Path">SVG path in the coordinates of the plan, 1000 × 600.</param>
/// <param name="X">Middle of its bounding box.</param>
/// <param name="Y">Middle of its bounding box.</param>
/// <param name="Width">Width of its bounding box.</param>
/// <param name="Height">Height of its bounding box.</param>
public sealed record ZoneShape(string Path, double X, double Y, double Width, double Height)
{
    /// <summary>The same on a plan that is drawn higher; its path is to be drawn under the same scale.</summary>
    public ZoneShape Higher(double factor) => this with { Y = Y * factor, Height = Height * factor };
}

/// <summary>The site plan: the outlines of the plan file; zones without one stand in a tidy grid where none has, else below each other at the right.</summary>
internal static partial class SitePlan
{
    private const double Width = 1000;
    private const double Height = 600;
    private const double Gap = 8;

    private const double LineHeight = 1.1;

    /// <summary>Each zone with its shape, in the order of the plan.</summary>
    public static IEnumerable<(TZone Zone, ZoneShape Shape)> Of<TZone>(IReadOnlyCollection<TZone> zones, Func<TZone, string?> outlineOf)
        where TZone : class
    {
        var without = zones.Where(z => string.IsNullOrWhiteSpace(outlineOf(z))).ToList();
        var columns = without.Count == zones.Count ? (int)Math.Ceiling(Math.Sqrt(zones.Count * Width / Height)) : 1;
        foreach (var zone in zones)
        {
            yield return (zone, without.IndexOf(zone) is var place and >= 0 ? Placed(place, without.Count, columns) : Outlined(outlineOf(zone)!));
        }
    }

    /// <summary>Name and, below it, what is to be known of the zone, written into the middle of the shape; all on one line where it is flat.</summary>
    public static string Text(ZoneShape shape, Lettering lettering, string name, params ReadOnlySpan<string> notes)
    {
        // What stands in brackets is for lists.
        var title = name.Split('（', '(')[0].Trim();
        string[] names = Lines(shape, lettering, title);
        string[] lines = [.. names, .. notes];
        if (lines.Sum(l => lettering.SizeOf(l, shape.Width)) * LineHeight > shape.Height)
        {
            (names, lines) = ([title], [string.Join(' ', [title, .. notes])]);
        }

        // The block of lines stands in the middle; a line's own middle is a third of its size above its foot.
        var foot = shape.Y - (lines.Sum(l => lettering.SizeOf(l, shape.Width)) * LineHeight / 2);
        var text = new StringBuilder();
        for (var i = 0; i < lines.Length; i++)
        {
            var size = Math.Min(lettering.SizeOf(lines[i], shape.Width), shape.Height * 0.8);
            foot += size * LineHeight;
            text.Append(CultureInfo.InvariantCulture,
                $"<text{(i < names.Length ? "" : " class=\"n\"")} x=\"{shape.X:0}\" y=\"{foot - (size * 0.25):0}\" font-size=\"{size:0.#}\">{WebUtility.HtmlEncode(lines[i])}</text>");
        }

        return text.ToString();
    }

    // A name of several words that would become small stands on two lines, where there is room for them and the number.
    private static string[] Lines(ZoneShape shape, Lettering lettering, string name)
    {
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && lettering.SizeOf(name, shape.Width) < lettering.Legible && shape.Height > 3 * LineHeight * lettering.Smallest
            ? [name[..space], name[(space + 1)..]] : [name];
    }

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
