using CommandCenter.Domain.Identity;
using CommandCenter.Journal;

namespace CommandCenter.Grains;

/// <summary>
/// The newest answers by command id, so that most repetitions need no store. Only what this host settled itself counts as an
/// answer: of an entry that was merely met in the journal it is known that the command was accepted, not yet that the store
/// vouches for it (replicas may still lack it), nor that it is the whole answer. Only a shortcut: the journal itself answers a
/// repeated id once and for all, also one that was forgotten here. Safe on any thread.
/// </summary>
/// <param name="capacity">How many to remember; the oldest goes first.</param>
internal sealed class Answers(int capacity)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<CommandId, CommandAnswer?> _byId = [];
    private readonly Queue<CommandId> _oldest = new();

    /// <summary>The answer, marked as repeated; or null.</summary>
    public CommandAnswer? Find(CommandId id)
    {
        lock (_lock)
        {
            return _byId.GetValueOrDefault(id) is { } answer ? answer with { Repeated = true } : null;
        }
    }

    /// <summary>Whether the command has been answered or met in the journal.</summary>
    public bool Knows(CommandId id)
    {
        lock (_lock)
        {
            return _byId.ContainsKey(id);
        }
    }

    /// <summary>Remembers an answer that the journal has given.</summary>
    public void Settle(CommandId id, CommandAnswer answer)
    {
        lock (_lock)
        {
            MakeRoom(id);
            _byId[id] = answer;
        }
    }

    /// <summary>Remembers that a command was met in the journal.</summary>
    public void Meet(CommandId id)
    {
        lock (_lock)
        {
            MakeRoom(id);
            _byId.TryAdd(id, null);
        }
    }

    private void MakeRoom(CommandId id)
    {
        if (_byId.ContainsKey(id))
        {
            return;
        }

        _oldest.Enqueue(id);
        if (_oldest.Count > capacity)
        {
            _byId.Remove(_oldest.Dequeue());
        }
    }
}
