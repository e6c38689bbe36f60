using System.Numerics;

namespace CommandCenter.Simulation.Networks;

/// <summary>
/// The lines of all stations in flat arrays: whoever waits stands in one line, so a line is a chain through one array.
/// A line by rank is a set of bits, and its first is the lowest one.
/// </summary>
internal sealed class WaitingLines
{
    private const int None = -1;
    private const int Kinds = 4;

    private readonly Station[] _stations;
    private readonly int[] _head;
    private readonly int[] _tail;
    private readonly int[] _next;
    private readonly long[] _order;
    private readonly int[] _calls;
    private readonly int[] _lastPriority;
    private readonly int[] _notBefore;
    private readonly ulong[][] _ranked;
    private readonly int[] _byRank;
    private long _joined;

    public WaitingLines(Station[] stations, int customers)
    {
        _stations = stations;
        (_head, _tail) = (new int[stations.Length * Kinds], new int[stations.Length * Kinds]);
        (_next, _order, _notBefore) = (new int[customers], new long[customers], new int[customers]);
        (_calls, _lastPriority) = (new int[stations.Length], new int[stations.Length]);
        _byRank = new int[customers];
        _ranked = [.. stations.Select(s => s.ByRank ? new ulong[(customers + 63) / 64] : [])];
        Rank = new int[customers];
        HasPriority = new bool[customers];
    }

    private enum Kind
    {
        Ordinary,
        Priority,
        Back,
        Last,
    }

    /// <summary>Rank, from 0, each once.</summary>
    public int[] Rank { get; }

    /// <summary>Who has priority.</summary>
    public bool[] HasPriority { get; }

    public void Clear()
    {
        Array.Fill(_head, None);
        Array.Clear(_calls);
        Array.Fill(_lastPriority, int.MinValue / 2);
        _joined = 0;
        foreach (var set in _ranked)
        {
            Array.Clear(set);
        }

        for (var c = 0; c < Rank.Length; c++)
        {
            _byRank[Rank[c]] = c;
        }
    }

    /// <summary>Somebody is called who did not have to wait.</summary>
    public void CountCall(int station) => _calls[station]++;

    public void Join(int customer, int station)
    {
        if (_stations[station].ByRank)
        {
            _ranked[station][Rank[customer] >> 6] |= 1UL << (Rank[customer] & 63);
            return;
        }

        _order[customer] = _joined++;
        Append(customer, station, HasPriority[customer] ? Kind.Priority : Kind.Ordinary);
    }

    /// <summary>So many calls have been since the last one with priority; negative where there was none.</summary>
    public void GoOn(int station, int sincePriority) =>
        _lastPriority[station] = sincePriority < 0 ? int.MinValue / 2 : -sincePriority;

    /// <summary>Joins again after a pass: some calls go before it, or everyone.</summary>
    public void Return(int customer, int station, int calls, bool last)
    {
        _notBefore[customer] = _calls[station] + calls;
        Append(customer, station, last ? Kind.Last : Kind.Back);
    }

    /// <summary>Takes the next one out, or a negative number where nobody waits.</summary>
    public int TakeNext(int station)
    {
        var back = _head[(station * Kinds) + (int)Kind.Back];
        var next = back != None && _notBefore[back] <= _calls[station] ? TakeBack(back, station) : TakeFresh(station);
        if (next == None)
        {
            next = back != None ? Take(station, Kind.Back) : Take(station, Kind.Last);
        }

        _calls[station] += next == None ? 0 : 1;
        return next;
    }

    // Who reports back has an older ticket than everyone who waits; by rank it still has its own.
    private int TakeBack(int back, int station)
    {
        var first = _stations[station].ByRank ? FirstRanked(station) : None;
        return first != None && Rank[first] < Rank[back] ? TakeFresh(station) : Take(station, Kind.Back);
    }

    private int TakeFresh(int station)
    {
        if (_stations[station].ByRank)
        {
            var first = FirstRanked(station);
            if (first != None)
            {
                _ranked[station][Rank[first] >> 6] &= ~(1UL << (Rank[first] & 63));
            }

            return first;
        }

        var (ordinary, priority) = (_head[station * Kinds], _head[(station * Kinds) + (int)Kind.Priority]);
        if (priority == None)
        {
            return Take(station, Kind.Ordinary);
        }

        if (ordinary == None || _order[priority] < _order[ordinary])
        {
            return Take(station, Kind.Priority);
        }

        if (_calls[station] + 1 - _lastPriority[station] < _stations[station].PriorityEvery)
        {
            return Take(station, Kind.Ordinary);
        }

        _lastPriority[station] = _calls[station] + 1;
        return Take(station, Kind.Priority);
    }

    private int FirstRanked(int station)
    {
        var set = _ranked[station];
        for (var i = 0; i < set.Length; i++)
        {
            if (set[i] != 0)
            {
                return _byRank[(i << 6) + BitOperations.TrailingZeroCount(set[i])];
            }
        }

        return None;
    }

    private void Append(int customer, int station, Kind kind)
    {
        var line = (station * Kinds) + (int)kind;
        _next[customer] = None;
        if (_head[line] == None)
        {
            _head[line] = customer;
        }
        else
        {
            _next[_tail[line]] = customer;
        }

        _tail[line] = customer;
    }

    private int Take(int station, Kind kind)
    {
        var line = (station * Kinds) + (int)kind;
        var first = _head[line];
        if (first != None)
        {
            _head[line] = _next[first];
        }

        return first;
    }
}
