using CommandCenter.Simulation.Networks;
using CommandCenter.Simulation.Randomness;

namespace CommandCenter.Simulation.Forecasts;

/// <summary>What happens to households in a run of the day: they walk up, are served or do not appear, and choose a flat.</summary>
internal struct DayModel(DayOutline day, Expectations expectations, RunRecord record) : INetworkModel
{
    // Draws have a number below 256 for each purpose: up to ten stations, three attempts, eight kinds.
    private const int Attempts = 3;
    private const int Kinds = 8;

    private readonly QuantileTable[] _service = expectations.Tables;
    private readonly QuantileTable _approach = expectations.ApproachTable;
    private readonly double _noShow = expectations.NoShow;
    private readonly QuantileTable _return = new(day.Scenario.Behaviour.Return);
    private readonly double _noShowHolds = (day.Plan.Limits.CallTimeout + (day.Plan.Limits.Recalls * day.Plan.Limits.RecallInterval)).TotalSeconds;
    private readonly FlatChoice _flats = new(day);
    private readonly int[] _passes = new int[day.Households.Count];
    private readonly bool[] _settled = new bool[day.Households.Count];
    private readonly double[] _means = new double[day.Stations.Length];
    private double _approachMean;

    public KeyedDraws Draws { get; private set; }

    /// <summary>The flats of this run.</summary>
    public readonly FlatChoice Flats => _flats;

    /// <summary>Another run: its own luck, and its own day's means within what is known of them.</summary>
    public void Begin(KeyedDraws draws)
    {
        Draws = draws;
        Array.Clear(_passes);
        Array.Clear(_settled);
        _flats.Begin(expectations.Appeal, draws, _passes.Length + _means.Length + 1);
        for (var s = 0; s < _means.Length; s++)
        {
            _means[s] = DayMean(expectations.Service[s], s);
        }

        _approachMean = DayMean(expectations.Approach, _means.Length);
    }

    public Visit Call(int customer, int station, double now, double waited)
    {
        if (station == 0)
        {
            return new(Service(customer, 0), true);
        }

        record.Call(customer, station, now, waited);

        // After so many passes the draws would come round again, and with them the pass, for ever: it appears.
        if (_passes[customer] < Attempts && Draw(customer, station, 1) < _noShow)
        {
            return new(_noShowHolds, false);
        }

        if (station == day.Selection && !_settled[customer])
        {
            record.Turn(customer, now, _flats);
        }

        return new(Approach(customer, station, 0) + Service(customer, station), true);
    }

    public int Next(int customer, int station, double now)
    {
        var goesOn = station != day.Selection || _settled[customer] || _flats.Choose(customer, Draw(customer, station, 5), Draw(customer, station, 6), now);
        if (goesOn && station < day.Stations.Length - 1)
        {
            _passes[customer] = 0;
            record.Join(customer, station + 1);
            return station + 1;
        }

        record.Finish(now);
        return -1;
    }

    public Absence Pass(int customer, int station, double now)
    {
        var leaves = station <= day.Selection && Draw(customer, station, 7) < day.Scenario.Behaviour.NeverReturns;
        if (leaves)
        {
            record.Leave();
        }

        var back = leaves ? double.PositiveInfinity : now + _return.At(Draw(customer, station, 4));
        return new(back, ++_passes[customer] >= day.Plan.Limits.PassesToEndOfDay);
    }

    /// <summary>How much longer a household stays at its window, and whether it is there or will come at all.</summary>
    public Visit Remainder(in Seated seat, double now)
    {
        var (customer, station) = (seat.Customer, seat.Station);
        _settled[customer] = seat.Settled;
        if (seat.StartedAt is { } started)
        {
            return new(_means[station] * _service[station].RemainderAt(Draw(customer, station, 0), (now - started) / _means[station]), true);
        }

        var elapsed = now - seat.CalledAt;
        var missing = _noShow / (_noShow + ((1 - _noShow) * (1 - _approach.ShareBelow(elapsed / _approachMean))));
        if (seat.ArrivedAt is null && Draw(customer, station, 1) < missing)
        {
            return new(Math.Max(0, _noShowHolds - elapsed), false);
        }

        return new(Approach(customer, station, seat.ArrivedAt is null ? elapsed : _approachMean) + Service(customer, station), true);
    }

    /// <summary>When a household that is away reports back; infinity for never.</summary>
    public double Back(in Absent away, double now)
    {
        // The longer it has been away the likelier it is that it has left (Bayes).
        var elapsed = now - away.Since;
        var leaves = day.Scenario.Behaviour.NeverReturns;
        var left = leaves / (leaves + ((1 - leaves) * (1 - _return.ShareBelow(elapsed))));
        return away.MayLeave && Draw(away.Customer, away.Station, 7) < left
            ? double.PositiveInfinity
            : now + _return.RemainderAt(Draw(away.Customer, away.Station, 4), elapsed);
    }

    private double Service(int customer, int station) => _means[station] * _service[station].At(Draw(customer, station, 0));

    private double Approach(int customer, int station, double elapsed) => _approachMean * (elapsed > 0
        ? _approach.RemainderAt(Draw(customer, station, 2), elapsed / _approachMean)
        : _approach.At(Draw(customer, station, 2)));

    // Lognormal about the believed mean, so that it stays positive.
    private readonly double DayMean(Belief belief, int subject)
    {
        var variance = PortableMath.Log(1 + (belief.Uncertainty * belief.Uncertainty));
        var share = Math.Max(Draws.At(_passes.Length + subject, 0), 1e-16);
        return belief.Mean * PortableMath.Exp((Math.Sqrt(variance) * PortableMath.InverseNormal(share)) - (variance / 2));
    }

    private readonly double Draw(int customer, int station, int kind) =>
        Draws.At(customer, (((station * Attempts) + (_passes[customer] % Attempts)) * Kinds) + kind);
}
