using CommandCenter.Simulation.Randomness;
using CommandCenter.Simulation.Scenarios;

namespace CommandCenter.Simulation.Forecasts;

/// <summary>
/// When households come that have not come yet: by the times they were invited to, roughly in draw order where they were
/// invited so, and certainly not before now. Whoever is late is more likely not to come at all (Bayes).
/// </summary>
internal sealed class Invitation(Arrivals arrivals, int households)
{
    // The spread that residents have in a drill: a twentieth of the list.
    private const double Spread = 0.05;

    // Whoever came in the last minutes may stand at the reception desk still.
    private const double AtTheDesk = 240;

    private readonly double[] _passed = new double[households];
    private double _now;

    /// <summary>The present, seconds: whoever is drawn from now on has not come by then.</summary>
    public void Begin(double now)
    {
        _now = now;
        var position = PositionAt(now - AtTheDesk);
        for (var h = 0; h < _passed.Length; h++)
        {
            _passed[h] = ShareBefore(h, position);
        }
    }

    /// <summary>When a household comes; infinity for never.</summary>
    /// <param name="household">Its place in draw order, from 0.</param>
    /// <param name="comes">A draw for whether it comes.</param>
    /// <param name="when">A draw for when.</param>
    public double Draw(int household, double comes, double when)
    {
        var passed = _passed[household];
        var absent = arrivals.Absent / (arrivals.Absent + ((1 - arrivals.Absent) * Math.Max(1 - passed, 1e-12)));
        if (comes < absent)
        {
            return double.PositiveInfinity;
        }

        var share = Math.Clamp(passed + (when * (1 - passed)), 1e-16, 1 - 1e-12);
        var position = arrivals.ByDrawOrder ? Mean(household) + (Spread * PortableMath.InverseNormal(share)) : share;
        return Math.Max(_now, TimeAt(Math.Clamp(position, 0, 1)));
    }

    private double Mean(int household) => (household + 0.5) / households;

    // The chance that it would have come before a place of the list was invited.
    private double ShareBefore(int household, double position) =>
        position <= 0 ? 0
        : position >= 1 ? 1
        : arrivals.ByDrawOrder ? PortableNormal.Below((position - Mean(household)) / Spread)
        : position;

    private double TimeAt(double position)
    {
        var before = 0.0;
        foreach (var slot in arrivals.Slots)
        {
            if (position <= before + slot.Share)
            {
                return (slot.From + ((slot.To - slot.From) * ((position - before) / slot.Share))).TotalSeconds;
            }

            before += slot.Share;
        }

        return arrivals.Slots[^1].To.TotalSeconds;
    }

    private double PositionAt(double seconds)
    {
        var before = 0.0;
        foreach (var slot in arrivals.Slots)
        {
            var (from, to) = (slot.From.TotalSeconds, slot.To.TotalSeconds);
            if (seconds < to)
            {
                return before + (slot.Share * Math.Max(0, seconds - from) / (to - from));
            }

            before += slot.Share;
        }

        return 1;
    }
}
