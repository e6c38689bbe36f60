using System.Runtime.InteropServices;

namespace CommandCenter.Boards;

/// <summary>
/// Facts by id, in the order in which the ids came up. An id that comes up for the first time gets facts of its own:
/// what may exist is for the deciders to say.
/// </summary>
internal sealed class Table<TId, TFacts>(Func<TId, TFacts> create)
    where TId : struct
    where TFacts : class
{
    private readonly Dictionary<TId, TFacts> _facts = [];
    private readonly List<TFacts> _order = [];

    /// <summary>All facts, oldest id first.</summary>
    public List<TFacts> All => _order;

    public TFacts this[TId id]
    {
        get
        {
            ref var facts = ref CollectionsMarshal.GetValueRefOrAddDefault(_facts, id, out _);
            if (facts is null)
            {
                _order.Add(facts = create(id));
            }

            return facts;
        }
    }

    public TFacts? Find(TId id) => _facts.GetValueOrDefault(id);

    /// <summary>The facts of an id, empty ones where it has not come up: reading never changes what is known.</summary>
    public TFacts Peek(TId id) => _facts.GetValueOrDefault(id) ?? create(id);
}
