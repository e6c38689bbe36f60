using CommandCenter.Journal;

namespace CommandCenter.Grains.Running;

/// <summary>Hands every entry to every subscriber, in sequence order, each once.</summary>
internal sealed class Feed(IReadOnlyList<IFeedSubscriber> subscribers, Faults faults)
{
    private readonly List<IFeedSubscriber> _subscribers = [.. subscribers];
    private JournalEntry? _last;

    /// <summary>The newest entry that was handed out, or null.</summary>
    public JournalEntry? Last => Volatile.Read(ref _last);

    /// <summary>Its sequence; 0 before the first.</summary>
    public long Position => Last?.Sequence ?? 0;

    /// <exception cref="JournalCorruptException">An entry is missing before this one.</exception>
    public void Deliver(JournalEntry entry)
    {
        if (entry.Sequence != Position + 1)
        {
            throw new JournalCorruptException(entry.Sequence, $"it follows entry {Position}.");
        }

        for (var i = 0; i < _subscribers.Count; i++)
        {
            try
            {
                _subscribers[i].Apply(entry);
            }
            catch (Exception e)
            {
                // What it holds is no longer what the journal says.
                faults.Add($"{_subscribers[i].GetType().Name} on entry {entry.Sequence}", e);
                _subscribers.RemoveAt(i--);
            }
        }

        Volatile.Write(ref _last, entry);
    }
}
