namespace CommandCenter.Simulation.Kernel;

/// <summary>
/// The discrete-event kernel: what is to happen when. Equal moments happen in the order in which they were put in, so a
/// run is one fixed sequence. Not safe on several threads.
/// </summary>
public sealed class Agenda
{
    private readonly PriorityQueue<Func<ValueTask>, (DateTimeOffset At, long Order)> _items = new();
    private long _order;

    /// <summary>An empty agenda that starts at a moment.</summary>
    public Agenda(DateTimeOffset start) => Now = start;

    /// <summary>The moment of the item that was taken last.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>The moment of the next item, or null.</summary>
    public DateTimeOffset? NextAt => _items.TryPeek(out _, out var key) ? key.At : null;

    /// <summary>Puts an item in; a moment that has passed counts as now.</summary>
    public void At(DateTimeOffset at, Func<ValueTask> action) => _items.Enqueue(action, (at < Now ? Now : at, _order++));

    /// <summary>Puts an item in, so long from now.</summary>
    public void In(TimeSpan delay, Func<ValueTask> action) => At(Now + delay, action);

    /// <summary>Moves on without taking an item, when something outside the agenda happens first.</summary>
    public void MoveTo(DateTimeOffset now) => Now = now > Now ? now : Now;

    /// <summary>Takes the next item, if it is due by then.</summary>
    public Func<ValueTask>? TakeDue(DateTimeOffset now)
    {
        if (!_items.TryPeek(out _, out var key) || key.At > now)
        {
            return null;
        }

        Now = key.At;
        return _items.Dequeue();
    }
}
