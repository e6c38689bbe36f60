using CommandCenter.Simulation.Networks;
using CommandCenter.Simulation.Randomness;

namespace CommandCenter.Simulation.Forecasts;

/// <summary>
/// Runs the rest of a day many times from one moment. The same moment, expectations and seed give the same forecast on any
/// machine, and two forecasts of the same seed differ by their situations alone (common random numbers).
/// </summary>
/// <remarks>Not safe on several threads; keeps its arrays from one forecast to the next.</remarks>
internal sealed class Forecaster
{
    private const int Purpose = 250;

    private readonly DayOutline _day;
    private readonly RunRecord _record;
    private readonly Invitation _invitation;
    private readonly QueueNetwork<DayModel> _network;
    private readonly double[] _times;
    private readonly int[] _who;

    /// <param name="day">The day.</param>
    /// <param name="expectations">How long things take.</param>
    /// <param name="runs">Runs of each forecast.</param>
    /// <param name="room">Arrays of an earlier forecast, used again where they fit.</param>
    public Forecaster(DayOutline day, Expectations expectations, int runs, RunRecord? room = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(runs);
        _day = day;
        _record = room?.Fits(day, runs) == true ? room : new(day.Households.Count, day.Stations.Length, day.Types.Length, runs);
        _invitation = new(day.Scenario.Arrivals, day.Households.Count);
        (_times, _who) = (new double[day.Households.Count], new int[day.Households.Count]);
        _network = new(day.Stations, day.Servers, day.Households.Count, new(day, expectations, _record));
        for (var c = 0; c < day.Households.Count; c++)
        {
            (_network.Rank[c], _network.HasPriority[c]) = (c, day.HasPriority[c]);
        }
    }

    /// <summary>Where the runs are written, for the next forecast.</summary>
    public RunRecord Room => _record;

    /// <summary>Makes a forecast.</summary>
    /// <param name="situation">Where everyone is.</param>
    /// <param name="seed">What is random follows from it.</param>
    /// <param name="afterRun">Called after each run, for whoever must not work too long at a stretch.</param>
    public DayForecast Run(Situation situation, long seed, Action? afterRun = null)
    {
        _record.Begin(_day, situation);
        _invitation.Begin(situation.Now);
        for (var run = 0; run < _record.Runs; run++)
        {
            var draws = KeyedDraws.Of(seed, run);
            _record.BeginRun(run, situation);
            _network.Model.Begin(draws);
            _network.Begin(situation.StationOf);
            Place(situation);
            var coming = Coming(situation, draws);
            _network.Run(_times.AsSpan(0, coming), _who.AsSpan(0, coming), 0, situation.Changes);
            _record.EndRun(_network.Model.Flats, situation.Done);
            afterRun?.Invoke();
        }

        return Outlook.Of(_day, _record, situation);
    }

    // Whoever is at a window first: the others then find the free ones.
    private void Place(Situation situation)
    {
        for (var s = 1; s < situation.SincePriority.Length; s++)
        {
            _network.GoOn(s, situation.SincePriority[s]);
        }

        _record.Enter(situation.Seats.Count + situation.Lines.Count);
        foreach (var seat in situation.Seats)
        {
            var rest = _network.Model.Remainder(seat, situation.Now);
            _network.Seat(seat.Customer, seat.Station, seat.Server, situation.Now + rest.Held, rest.Appears);
        }

        foreach (var waiting in situation.Lines)
        {
            if (waiting.Calls < 0)
            {
                _network.Join(waiting.Customer, waiting.Station, situation.Now, waiting.Since);
            }
            else
            {
                _network.Rejoin(waiting.Customer, waiting.Station, situation.Now, waiting.Since, waiting.Calls, waiting.Last);
            }
        }

        foreach (var away in situation.Away)
        {
            if (_network.Model.Back(away, situation.Now) is var back && !double.IsPositiveInfinity(back))
            {
                _record.Enter(1);
                _network.ReturnAt(away.Customer, away.Station, back, away.Last);
            }
        }
    }

    private int Coming(Situation situation, KeyedDraws draws)
    {
        var count = 0;
        foreach (var household in situation.ToCome)
        {
            var at = _invitation.Draw(household, draws.At(household, Purpose), draws.At(household, Purpose + 1));
            if (!double.IsPositiveInfinity(at))
            {
                (_times[count], _who[count++]) = (at, household);
            }
        }

        _record.Enter(count);
        Array.Sort(_times, _who, 0, count);
        return count;
    }
}
