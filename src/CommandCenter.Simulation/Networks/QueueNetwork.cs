namespace CommandCenter.Simulation.Networks;

/// <summary>
/// A network of stations with several servers each, run event by event over flat arrays: nothing is allocated once a run
/// has begun, and one network serves any number of runs. The kernel of the forecast, and the one that is held against
/// queueing theory. Drills do not use it: they act through commands.
/// </summary>
/// <remarks>Not safe on several threads. Times are seconds since the start of the run.</remarks>
/// <typeparam name="TModel">What happens in the network; a struct.</typeparam>
public sealed class QueueNetwork<TModel>
    where TModel : struct, INetworkModel
{
    private const int Nobody = -1;

    private readonly Station[] _stations;
    private readonly WaitingLines _lines;
    private readonly int[] _customerAt;
    private readonly bool[] _appears;
    private readonly int[] _stationOf;
    private readonly int[] _changeTo;
    private readonly double[] _breakFor;
    private readonly bool[] _onBreak;
    private readonly double[] _readyAt;
    private readonly int[] _idle;
    private readonly int[] _nextIdle;
    private readonly double[] _joinedAt;
    private readonly int[] _awayFrom;
    private readonly bool[] _last;
    private EventHeap _events;
    private TModel _model;

    /// <summary>A network of stations.</summary>
    /// <param name="stations">How each line moves.</param>
    /// <param name="servers">How many servers there are; where each serves is said per run.</param>
    /// <param name="customers">How many customers there are at most.</param>
    /// <param name="model">What happens.</param>
    public QueueNetwork(IEnumerable<Station> stations, int servers, int customers, TModel model)
    {
        _stations = [.. stations];
        _lines = new(_stations, customers);
        (_customerAt, _appears, _stationOf, _changeTo) = (new int[servers], new bool[servers], new int[servers], new int[servers]);
        (_breakFor, _onBreak) = (new double[servers], new bool[servers]);
        (_readyAt, _nextIdle, _idle) = (new double[servers], new int[servers], new int[_stations.Length]);
        (_joinedAt, _awayFrom, _last) = (new double[customers], new int[customers], new bool[customers]);
        _events = new(servers + 64);
        _model = model;
    }

    /// <summary>What happens; its state may be set between runs.</summary>
    public ref TModel Model => ref _model;

    /// <summary>Rank of each customer, from 0, each once; for lines by rank. Read when a run begins.</summary>
    public int[] Rank => _lines.Rank;

    /// <summary>Which customers have priority.</summary>
    public bool[] HasPriority => _lines.HasPriority;

    /// <summary>Empties the network and places its servers; nobody waits.</summary>
    /// <param name="stationOf">Where each server serves; negative for nowhere.</param>
    public void Begin(ReadOnlySpan<int> stationOf)
    {
        _events.Clear();
        _lines.Clear();
        Array.Fill(_idle, Nobody);
        stationOf.CopyTo(_stationOf);
        Array.Fill(_customerAt, Nobody);
        Array.Clear(_readyAt);
        Array.Clear(_breakFor);
        Array.Clear(_onBreak);
        for (var s = _stationOf.Length - 1; s >= 0; s--)
        {
            _changeTo[s] = _stationOf[s];
            if (_stationOf[s] >= 0)
            {
                PutIdle(s);
            }
        }
    }

    /// <summary>A line goes on from earlier calls. Said before anyone joins it.</summary>
    /// <param name="station">Whose line.</param>
    /// <param name="sincePriority">Calls since the last one with priority; negative where there was none.</param>
    public void GoOn(int station, int sincePriority) => _lines.GoOn(station, sincePriority);

    /// <summary>A customer is at a server already, and will be so until a moment. Said before anyone joins a line.</summary>
    public void Seat(int customer, int station, int server, double until, bool appears = true)
    {
        TakeIdle(server);
        _customerAt[server] = customer;
        _appears[server] = appears;

        // Where it serves next stays as it is: a window that was moved finishes what it has in hand.
        (_changeTo[server], _stationOf[server]) = (_stationOf[server], station);
        _events.Push(until, server);
    }

    /// <summary>A customer joins a line.</summary>
    public void Join(int customer, int station, double now) => Join(customer, station, now, now);

    /// <summary>A customer that has waited since an earlier moment stands in a line.</summary>
    public void Join(int customer, int station, double now, double since)
    {
        _joinedAt[customer] = since;
        if (!IsCalledAtOnce(customer, station, now))
        {
            _lines.Join(customer, station);
        }
    }

    /// <summary>A customer that was passed has reported back: so many calls still go before it, or everyone.</summary>
    public void Rejoin(int customer, int station, double now, double since, int calls, bool last)
    {
        _joinedAt[customer] = since;
        if (!IsCalledAtOnce(customer, station, now))
        {
            _lines.Return(customer, station, calls, last);
        }
    }

    /// <summary>A customer is away and reports back at a moment.</summary>
    public void ReturnAt(int customer, int station, double at, bool last)
    {
        (_awayFrom[customer], _last[customer], _joinedAt[customer]) = (station, last, at);
        _events.Push(at, customer + _customerAt.Length);
    }

    /// <summary>Runs until nothing is left to happen.</summary>
    /// <param name="arrivals">When customers come, in order of time.</param>
    /// <param name="who">Which customer each of them is.</param>
    /// <param name="entry">The station that they come to.</param>
    /// <param name="changes">When servers change, in order of time.</param>
    public void Run(ReadOnlySpan<double> arrivals, ReadOnlySpan<int> who, int entry, ReadOnlySpan<ServerChange> changes)
    {
        var (arrival, change) = (0, 0);
        while (true)
        {
            var arrivesAt = arrival < arrivals.Length ? arrivals[arrival] : double.PositiveInfinity;
            var changesAt = change < changes.Length ? changes[change].At : double.PositiveInfinity;
            var happensAt = _events.NextAt;
            if (happensAt <= arrivesAt && happensAt <= changesAt)
            {
                if (double.IsPositiveInfinity(happensAt))
                {
                    return;
                }

                Happen(_events.Pop(), happensAt);
            }
            else if (arrivesAt <= changesAt)
            {
                Join(who[arrival++], entry, arrivesAt);
            }
            else
            {
                Change(changes[change++]);
            }
        }
    }

    private void Happen(int code, double now)
    {
        if (code < _customerAt.Length)
        {
            Complete(code, now);
            return;
        }

        var customer = code - _customerAt.Length;
        if (customer >= _awayFrom.Length)
        {
            var server = customer - _awayFrom.Length;
            _onBreak[server] = false;
            Free(server, now);
            return;
        }

        ReportBack(customer, now);
    }

    private void ReportBack(int customer, double now)
    {
        var station = _awayFrom[customer];
        Rejoin(customer, station, now, now, _stations[station].PassBack, _last[customer]);
    }

    // A server without work waits for nobody in particular: whoever comes first is called.
    private bool IsCalledAtOnce(int customer, int station, double now)
    {
        if (_idle[station] is var server && server == Nobody)
        {
            return false;
        }

        _idle[station] = _nextIdle[server];
        _lines.CountCall(station);
        Call(customer, server, now);
        return true;
    }

    private void Complete(int server, double now)
    {
        var (customer, station) = (_customerAt[server], _stationOf[server]);
        _customerAt[server] = Nobody;
        _readyAt[server] = now + _stations[station].Between;
        if (_appears[server])
        {
            var next = _model.Next(customer, station, now);
            if (next >= 0)
            {
                Join(customer, next, now);
            }
        }
        else if (_model.Pass(customer, station, now) is var absence && !double.IsPositiveInfinity(absence.BackAt))
        {
            ReturnAt(customer, station, absence.BackAt, absence.Last);
        }

        Free(server, now);
    }

    private void Free(int server, double now)
    {
        var station = _stationOf[server] = _changeTo[server];
        if (station < 0)
        {
            return;
        }

        if (_breakFor[server] > 0)
        {
            _events.Push(now + _breakFor[server], server + _customerAt.Length + _awayFrom.Length);
            (_breakFor[server], _onBreak[server]) = (0, true);
            return;
        }

        var next = _lines.TakeNext(station);
        if (next < 0)
        {
            PutIdle(server);
            return;
        }

        Call(next, server, now);
    }

    private void Call(int customer, int server, double now)
    {
        var at = Math.Max(now, _readyAt[server]);
        var visit = _model.Call(customer, _stationOf[server], at, at - _joinedAt[customer]);
        _customerAt[server] = customer;
        _appears[server] = visit.Appears;
        _events.Push(at + visit.Held, server);
    }

    private void Change(ServerChange change)
    {
        if (change.For > 0)
        {
            _breakFor[change.Server] = change.For;
        }
        else
        {
            _changeTo[change.Server] = change.Station;
        }

        if (_customerAt[change.Server] == Nobody && !_onBreak[change.Server])
        {
            TakeIdle(change.Server);
            Free(change.Server, change.At);
        }
    }

    private void PutIdle(int server)
    {
        ref var first = ref _idle[_stationOf[server]];
        _nextIdle[server] = first;
        first = server;
    }

    private void TakeIdle(int server)
    {
        if (_stationOf[server] < 0)
        {
            return;
        }

        ref var at = ref _idle[_stationOf[server]];
        while (at != Nobody && at != server)
        {
            at = ref _nextIdle[at];
        }

        if (at == server)
        {
            at = _nextIdle[server];
        }
    }
}
