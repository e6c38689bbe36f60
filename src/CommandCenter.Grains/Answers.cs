using CommandCenter.Domain.Identity;
using CommandCenter.Journal;

namespace CommandCenter.Grains;

/// <summary>
/// The newest answers by command id, so that most repetitions need no store. Only a shortcut: the journal itself
/// answers a repeated id once and for all, also one that was forgotten here. Safe on any thread.
/// </summary>
/// <param name="capacity">How many to remember; the oldest goes first.</param>
internal sealed class Answers(int capacity)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<CommandId, CommandAnswer> _byId = [];
    private readonly Queue<CommandId> _oldest = new();

    /// <summary>The answer, marked as repeated; or null.</summary>
    public CommandAnswer? Find(CommandId id)
    {
        lock (_lock)
        {
            return _byId.TryGetValue(id, out var answer) ? answer with { Repeated = true } : null;
        }
    }

    /// <summary>Remembers an answer.</summary>
    public void Add(CommandId id, CommandAnswer answer)
    {
        lock (_lock)
        {
            Put(id, answer);
        }
    }

    /// <summary>Remembers an entry met in the journal as part of the answer to its command.</summary>
    public void Add(JournalEntry entry)
    {
        lock (_lock)
        {
            var earlier = entry.Ordinal > 0 && _byId.TryGetValue(entry.Command, out var known) ? known.Entries : [];
            if (earlier.Length == entry.Ordinal)
            {
                Put(entry.Command, new(entry.Grain, earlier.Add(entry), null, Repeated: true));
            }
        }
    }

    private void Put(CommandId id, CommandAnswer answer)
    {
        if (!_byId.ContainsKey(id))
        {
            _oldest.Enqueue(id);
            if (_oldest.Count > capacity)
            {
                _byId.Remove(_oldest.Dequeue());
            }
        }

        _byId[id] = answer;
    }
}
