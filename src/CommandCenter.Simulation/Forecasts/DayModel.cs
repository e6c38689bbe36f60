using CommandCenter.Simulation.Networks;
using CommandCenter.Simulation.Randomness;

namespace CommandCenter.Simulation.Forecasts;

/// <summary>What happens to households in a run of the day: they walk up, are served or do not appear, and choose a flat.</summary>
internal struct DayModel(DayOutline day) : INetworkModel
{
    // Draws have a number below 256 for each purpose: up to ten stations, three attempts, eight kinds.
    private const int Attempts = 3;
    private const int Kinds = 8;
    private const double LookAgain = 30;

    private readonly QuantileTable _walk = new(day.Scenario.Behaviour.Walk);
    private readonly QuantileTable _start = new(day.Scenario.Clerking.Start);
    private readonly QuantileTable _thinking = new(day.Scenario.Behaviour.Thinking);
    private readonly QuantileTable _return = new(day.Scenario.Behaviour.Return);
    private readonly double _noShowHolds = (day.Plan.Limits.CallTimeout + (day.Plan.Limits.Recalls * day.Plan.Limits.RecallInterval)).TotalSeconds;
    private readonly FlatChoice _flats = new(day);
    private readonly int[] _passes = new int[day.Bands.Length];

    public KeyedDraws Draws { get; set; }

    /// <summary>When the last household was done.</summary>
    public double EndsAt { get; private set; }

    /// <summary>Households done after closing time.</summary>
    public int PastClosing { get; private set; }

    /// <summary>The longest wait in a line of the main line.</summary>
    public double LongestWait { get; private set; }

    /// <summary>The flats of this run.</summary>
    public readonly FlatChoice Flats => _flats;

    public void Clear()
    {
        Array.Clear(_passes);
        _flats.Clear();
        (EndsAt, PastClosing, LongestWait) = (0, 0, 0);
    }

    public Visit Call(int customer, int station, double now, double waited)
    {
        if (station == 0)
        {
            return new(day.Service[0].At(Draw(customer, 0, 0)), true);
        }

        LongestWait = Math.Max(LongestWait, waited);
        // After so many passes the draws would come round again, and with them the pass, for ever: it appears.
        if (_passes[customer] < Attempts && Draw(customer, station, 1) < day.Scenario.Behaviour.NoShow)
        {
            return new(_noShowHolds, false);
        }

        var held = _walk.At(Draw(customer, station, 2)) + _start.At(Draw(customer, station, 3)) + day.Service[station].At(Draw(customer, station, 0));
        return new(station == day.Selection ? held + LookAgain + _thinking.At(Draw(customer, station, 4)) : held, true);
    }

    public int Next(int customer, int station, double now)
    {
        var goesOn = station != day.Selection || _flats.Choose(customer, Draw(customer, station, 5), Draw(customer, station, 6), now);
        if (goesOn && station < day.Stations.Length - 1)
        {
            return station + 1;
        }

        EndsAt = now;
        PastClosing += now > day.Closes ? 1 : 0;
        return -1;
    }

    public Absence Pass(int customer, int station, double now)
    {
        var leaves = station <= day.Selection && Draw(customer, station, 7) < day.Scenario.Behaviour.NeverReturns;
        var back = leaves ? double.PositiveInfinity : now + _return.At(Draw(customer, station, 4));
        return new(back, ++_passes[customer] >= day.Plan.Limits.PassesToEndOfDay);
    }

    private readonly double Draw(int customer, int station, int kind) =>
        Draws.At(customer, (((station * Attempts) + (_passes[customer] % Attempts)) * Kinds) + kind);
}
