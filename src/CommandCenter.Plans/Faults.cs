using System.Collections.Immutable;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Plans;

/// <summary>Collects what is wrong while reading goes on, so that one reading reports everything. Not thread-safe.</summary>
public sealed class Faults
{
    private readonly List<Fault> found = [];

    /// <summary>How many so far.</summary>
    public int Count => found.Count;

    /// <summary>Notes a fault.</summary>
    public void Add(Place place, string chinese, string english) => found.Add(new(place, new Label(chinese, english)));

    /// <summary>Everything found, by file and row.</summary>
    public ImmutableArray<Fault> InOrder() =>
        [.. found.OrderBy(static f => f.Place.File, StringComparer.Ordinal).ThenBy(static f => f.Place.Row ?? 0)];
}
