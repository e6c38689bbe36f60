namespace CommandCenter.Domain;

/// <summary>One step up the line of those who answer when time runs out.</summary>
/// <param name="Level">The level that is told, from 1.</param>
/// <param name="To">Who holds it; empty when nobody holds any level that is left.</param>
/// <param name="Next">When the level after it is told, or null at the end of the line.</param>
public readonly record struct Escalation(int Level, string To, DateTimeOffset? Next)
{
    /// <summary>
    /// The first level above <paramref name="level"/> that somebody holds who has not been told on the way up.
    /// The time for the next level counts from now, so that after an outage each still has time to act.
    /// </summary>
    /// <param name="level">The level told last, 0 before the first.</param>
    /// <param name="line">Who holds the levels 1, 2, …; null where nobody does.</param>
    /// <param name="now">Operation time.</param>
    /// <param name="every">Time from one level to the next.</param>
    public static Escalation After(int level, ReadOnlySpan<string?> line, DateTimeOffset now, TimeSpan every)
    {
        var next = NextHeld(level, line);
        return next == 0
            ? new(line.Length, string.Empty, null)
            : new(next, line[next - 1]!, NextHeld(next, line) == 0 ? null : now + every);
    }

    private static int NextHeld(int level, ReadOnlySpan<string?> line)
    {
        for (var i = level; i < line.Length; i++)
        {
            if (line[i] is { } holder && !line[..i].Contains(holder))
            {
                return i + 1;
            }
        }

        return 0;
    }
}
