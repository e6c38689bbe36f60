using CommandCenter.Domain.Identity;
using CommandCenter.Simulation.Networks;
using CommandCenter.Simulation.Randomness;

namespace CommandCenter.Simulation.Forecasts;

/// <summary>What many seeded runs of a whole day come to. Times are seconds since midnight of the hall.</summary>
/// <param name="Runs">How many runs.</param>
/// <param name="EndsAt">When the last household is done.</param>
/// <param name="PastClosing">Households done after closing time.</param>
/// <param name="LongestWait">The longest wait in a line, seconds.</param>
/// <param name="SoldOut">Per type of flat, when its last one is taken; infinity where one is left.</param>
public sealed record DayForecast(int Runs, Band EndsAt, Band PastClosing, Band LongestWait, IReadOnlyDictionary<UnitTypeId, Band> SoldOut)
{
    /// <summary>Runs the day so many times from its morning; the same seed gives the same forecast on any machine.</summary>
    public static DayForecast Of(DayOutline day, int runs, long seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(runs);
        var network = new QueueNetwork<DayModel>(day.Stations, day.Servers, day.Bands.Length, new(day));
        for (var c = 0; c < day.Bands.Length; c++)
        {
            (network.Rank[c], network.HasPriority[c]) = (c, day.HasPriority[c]);
        }

        var (ends, past, waits) = (new double[runs], new double[runs], new double[runs]);
        var soldOut = day.Types.Select(_ => new double[runs]).ToArray();
        var closed = Enumerable.Repeat(-1, day.Servers).ToArray();
        var coming = new Coming(day);
        for (var run = 0; run < runs; run++)
        {
            var draws = KeyedDraws.Of(seed, run);
            coming.Draw(draws);
            network.Model.Draws = draws;
            network.Model.Clear();
            network.Begin(closed);
            network.Run(coming.Times, coming.Who, 0, day.Changes);
            (ends[run], past[run], waits[run]) = (network.Model.EndsAt, network.Model.PastClosing, network.Model.LongestWait);
            for (var t = 0; t < soldOut.Length; t++)
            {
                soldOut[t][run] = network.Model.Flats.SoldOutAt[t];
            }
        }

        return new(runs, Band.Of(ends), Band.Of(past), Band.Of(waits), day.Types.Select((t, i) => (t.Id, Band: Band.Of(soldOut[i]))).ToDictionary(static x => x.Id, static x => x.Band));
    }

    // Who comes and when: roughly in draw order where they were invited so, with the spread that residents have in a drill.
    private sealed class Coming(DayOutline day)
    {
        private const int Purpose = 250;
        private const double Spread = 0.05;

        private readonly double[] _times = new double[day.Bands.Length];
        private readonly int[] _who = new int[day.Bands.Length];
        private int _count;

        public ReadOnlySpan<double> Times => _times.AsSpan(0, _count);

        public ReadOnlySpan<int> Who => _who.AsSpan(0, _count);

        public void Draw(KeyedDraws draws)
        {
            _count = 0;
            for (var h = 0; h < _who.Length; h++)
            {
                if (draws.At(h, Purpose) < day.Scenario.Arrivals.Absent)
                {
                    continue;
                }

                var share = draws.At(h, Purpose + 1);
                var position = day.Scenario.Arrivals.ByDrawOrder
                    ? ((h + 0.5) / _who.Length) + (Spread * PortableMath.InverseNormal(Math.Max(share, 1e-16)))
                    : share;
                (_times[_count], _who[_count]) = (day.ArrivalAt(Math.Clamp(position, 0, 1)), h);
                _count++;
            }

            Array.Sort(_times, _who, 0, _count);
        }
    }
}
