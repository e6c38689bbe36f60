using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
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
    private readonly Dictionary<CommandId, Answered> _byId = [];
    private readonly Queue<CommandId> _oldest = new();

    /// <summary>The answer, marked as repeated; or none.</summary>
    public bool TryGet(CommandId id, out Answered answered)
    {
        lock (_lock)
        {
            return _byId.TryGetValue(id, out answered);
        }
    }

    /// <summary>Remembers an answer that was given now.</summary>
    public void Add(CommandId id, GrainAddress grain, CommandAnswer answer)
    {
        lock (_lock)
        {
            Put(id, new(grain, answer.Entries, answer.Rejection));
        }
    }

    /// <summary>Remembers an entry met in the journal as part of the answer to its command.</summary>
    public void Add(JournalEntry entry)
    {
        lock (_lock)
        {
            var earlier = entry.Ordinal > 0 && _byId.TryGetValue(entry.Command, out var known) ? known.Entries : [];
            if (earlier.Length <= entry.Ordinal)
            {
                Put(entry.Command, new(entry.Grain, earlier.Add(entry), null));
            }
        }
    }

    private void Put(CommandId id, Answered answered)
    {
        if (!_byId.ContainsKey(id))
        {
            _oldest.Enqueue(id);
            if (_oldest.Count > capacity)
            {
                _byId.Remove(_oldest.Dequeue());
            }
        }

        _byId[id] = answered;
    }
}

/// <summary>What was answered, and by whom.</summary>
[SuppressMessage("Performance", "CA1815")]
internal readonly record struct Answered(GrainAddress Grain, ImmutableArray<JournalEntry> Entries, Domain.Rejection? Rejection);
