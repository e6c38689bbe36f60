using CommandCenter.Domain;
using CommandCenter.Journal;
using CommandCenter.Server.Operations;

namespace CommandCenter.Server.Replay;

/// <summary>
/// The day of one operation kept at hand to look back on. Any moment is the fold of its entries; a few moments stay where they
/// were left, so that going on from there costs only what lies between.
/// </summary>
/// <remarks>One caller at a time: looking back may wait, the running day may not.</remarks>
internal sealed class Reel(RunningOperation operation)
{
    private const int MostMoments = 4;

    private readonly List<JournalEntry> _entries = [];

    // When each entry was reached: clocks of a drill that jump back do not take the day back.
    private readonly List<DateTimeOffset> _reached = [];
    private readonly List<ReplayMark> _marks = [];

    // The one used last is at the end.
    private readonly List<ReplayMoment> _moments = [];
    private OperationFrame _frame = OperationFrame.Empty;

    // Nobody asks for its wait handle, so there is nothing to dispose; one that is let go may still be in use.
    private SemaphoreSlim Gate { get; } = new(1);

    /// <summary>How far the day reaches by now, and its marks.</summary>
    /// <exception cref="JournalCorruptException">The journal cannot be read.</exception>
    public Task<ReplaySpan> SpanAsync(CancellationToken cancellationToken) =>
        WithEntriesAsync(() => Task.FromResult(new ReplaySpan(_reached[0], _reached[^1], _entries.Count, [.. _marks])), cancellationToken);

    /// <summary>Shows a moment: the last entry at or before a time; before the first entry, the first.</summary>
    /// <typeparam name="T">What is made of it.</typeparam>
    /// <param name="time">Operation time; null for the end.</param>
    /// <param name="show">Paints it. The moment is only this caller's until it is painted.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="JournalCorruptException">The journal cannot be read.</exception>
    public Task<T> ShowAsync<T>(DateTimeOffset? time, Func<ReplayMoment, Task<T>> show, CancellationToken cancellationToken) =>
        WithEntriesAsync(
            () =>
            {
                var at = time is { } t ? (t < _reached[0] ? _reached[0] : t > _reached[^1] ? _reached[^1] : t) : _reached[^1];
                return show(MomentAt(SequenceAt(at), at));
            },
            cancellationToken);

    private async Task<T> WithEntriesAsync<T>(Func<Task<T>> use, CancellationToken cancellationToken)
    {
        await Gate.WaitAsync(cancellationToken);
        try
        {
            await foreach (var entry in operation.ReadAsync(_entries.Count, cancellationToken))
            {
                Keep(entry);
            }

            return await use();
        }
        finally
        {
            Gate.Release();
        }
    }

    private void Keep(JournalEntry entry)
    {
        _entries.Add(entry);
        _reached.Add(_reached.Count > 0 && _reached[^1] > entry.At ? _reached[^1] : entry.At);
        _frame = _frame.Apply(entry.Event);
        if (ReplayMark.Of(entry, _frame.Plan) is { } mark)
        {
            _marks.Add(mark with { At = _reached[^1] });
        }
    }

    // Entries of one instant belong together: the last of them.
    private long SequenceAt(DateTimeOffset time)
    {
        var (low, high) = (0, _reached.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _reached[middle] <= time ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private ReplayMoment MomentAt(long sequence, DateTimeOffset time)
    {
        var moment = _moments.Where(m => m.Boards.Sequence <= sequence).MaxBy(static m => m.Boards.Sequence);
        if (moment is null)
        {
            moment = new(operation.Id);
            if (_moments.Count == MostMoments)
            {
                _moments.RemoveAt(0);
            }
        }
        else
        {
            _moments.Remove(moment);
        }

        _moments.Add(moment);
        moment.GoTo(_entries, sequence, time);
        return moment;
    }
}

/// <summary>How far a day reaches.</summary>
/// <param name="From">Its first entry.</param>
/// <param name="To">Its newest entry.</param>
/// <param name="Entries">How many there are.</param>
/// <param name="Marks">Moments worth going to, in order.</param>
internal sealed record ReplaySpan(DateTimeOffset From, DateTimeOffset To, int Entries, IReadOnlyList<ReplayMark> Marks);
