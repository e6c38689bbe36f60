using System.Collections.Immutable;

namespace CommandCenter.Plans.Lists;

/// <summary>A column of a list, and what it may be called.</summary>
internal sealed class Column
{
    private readonly HashSet<string> known;

    private Column(bool required, ReadOnlySpan<string> headings)
    {
        (Required, Headings) = (required, [.. headings]);
        known = [.. Headings.Select(Tidy.Heading)];
    }

    /// <summary>Whether the list must have it. Columns that decide about area or money are, so that a heading that is not understood cannot pass for "no".</summary>
    public bool Required { get; }

    /// <summary>The headings that are understood, the usual one first.</summary>
    public ImmutableArray<string> Headings { get; }

    /// <summary>The usual heading.</summary>
    public string Name => Headings[0];

    public static Column Must(params ReadOnlySpan<string> headings) => new(true, headings);

    public static Column May(params ReadOnlySpan<string> headings) => new(false, headings);

    /// <summary>Whether a heading, as <see cref="Tidy.Heading"/> has it, names this column.</summary>
    public bool IsNamed(string heading) => known.Contains(heading);
}
