using CommandCenter.Domain;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Grains.Deadlines;

/// <summary>A deadline and whose it is.</summary>
internal readonly record struct DueGrain(GrainAddress Grain, Deadline Deadline);

/// <summary>The deadlines of all grains by due time; equal times in the order of grain and name, so that runs are alike. Safe on any thread.</summary>
internal sealed class DeadlineSchedule
{
    private static readonly Comparer<DueGrain> ByDue = Comparer<DueGrain>.Create(static (a, b) =>
        a.Deadline.Due != b.Deadline.Due ? a.Deadline.Due.CompareTo(b.Deadline.Due)
        : string.CompareOrdinal(a.Grain.Kind, b.Grain.Kind) is var kind and not 0 ? kind
        : string.CompareOrdinal(a.Grain.Key, b.Grain.Key) is var key and not 0 ? key
        : string.CompareOrdinal(a.Deadline.Name, b.Deadline.Name));

    private readonly Lock _lock = new();
    private readonly SortedSet<DueGrain> _due = new(ByDue);

    /// <summary>Called when the earliest due time has changed, on the thread that changed it.</summary>
    public Action? EarliestChanged { get; set; }

    /// <summary>The earliest due time, or null.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (_lock)
            {
                return EarliestLocked();
            }
        }
    }

    /// <summary>
    /// Replaces what a grain stated before by what it states now. Where nothing changes, a deadline that has been taken
    /// does not come again, though the grain still states it.
    /// </summary>
    public void Replace(GrainAddress grain, ReadOnlySpan<Deadline> before, ReadOnlySpan<Deadline> after)
    {
        // Most commands change one deadline or none, in long lists too.
        var same = before.CommonPrefixLength(after);
        before = before[same..];
        after = after[same..];
        while (before is [.., var a] && after is [.., var b] && a == b)
        {
            before = before[..^1];
            after = after[..^1];
        }

        if (!before.IsEmpty || !after.IsEmpty)
        {
            Change(grain, before, after);
        }
    }

    /// <summary>Takes the earliest deadline that is due.</summary>
    public bool TryTake(DateTimeOffset now, out DueGrain due)
    {
        lock (_lock)
        {
            due = _due.Count > 0 ? _due.Min : default;
            return due.Deadline.Name is not null && due.Deadline.Due <= now && _due.Remove(due);
        }
    }

    /// <summary>Puts back a deadline that was taken and could not be sent.</summary>
    public void PutBack(DueGrain due)
    {
        lock (_lock)
        {
            _due.Add(due);
        }
    }

    private void Change(GrainAddress grain, ReadOnlySpan<Deadline> before, ReadOnlySpan<Deadline> after)
    {
        DateTimeOffset? earliest;
        lock (_lock)
        {
            earliest = EarliestLocked();
            foreach (var deadline in before)
            {
                _due.Remove(new(grain, deadline));
            }

            foreach (var deadline in after)
            {
                _due.Add(new(grain, deadline));
            }

            if (earliest == EarliestLocked())
            {
                return;
            }
        }

        EarliestChanged?.Invoke();
    }

    private DateTimeOffset? EarliestLocked() => _due.Count > 0 ? _due.Min.Deadline.Due : null;
}
