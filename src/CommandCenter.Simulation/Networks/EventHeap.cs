using System.Runtime.CompilerServices;

namespace CommandCenter.Simulation.Networks;

/// <summary>What is to happen when, as a flat array in heap order. Equal times come in no stated but always the same order.</summary>
internal struct EventHeap(int capacity)
{
    private Item[] _items = new Item[capacity];
    private int _count;

    public readonly double NextAt => _count == 0 ? double.PositiveInfinity : _items[0].At;

    public void Clear() => _count = 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(double time, int code)
    {
        if (_count == _items.Length)
        {
            Array.Resize(ref _items, _count * 2);
        }

        var items = _items;
        var at = _count++;
        while (at > 0)
        {
            var parent = (at - 1) >> 1;
            if (items[parent].At <= time)
            {
                break;
            }

            items[at] = items[parent];
            at = parent;
        }

        items[at] = new(time, code);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Pop()
    {
        var items = _items;
        var first = items[0].Code;
        var last = --_count;
        var moved = items[last];
        var at = 0;
        for (var child = 1; child < last; child = (at << 1) + 1)
        {
            if (child + 1 < last && items[child + 1].At < items[child].At)
            {
                child++;
            }

            if (items[child].At >= moved.At)
            {
                break;
            }

            items[at] = items[child];
            at = child;
        }

        items[at] = moved;
        return first;
    }

    private readonly record struct Item(double At, int Code);
}
