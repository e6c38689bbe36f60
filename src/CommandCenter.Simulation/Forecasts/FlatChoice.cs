using CommandCenter.Simulation.Randomness;

namespace CommandCenter.Simulation.Forecasts;

/// <summary>
/// Which type of flat a household takes: a draw among the types it may have, each weighted with the flats left and the
/// exponential of its liking (multinomial logit over alike flats; McFadden 1974).
/// </summary>
internal sealed class FlatChoice
{
    // A second flat is taken only where a good part of the area granted is still open, as in a drill.
    private const double WorthASecondFlat = 45;

    // The scale of a Gumbel distribution with the standard deviation 1.
    private const double GumbelScale = 0.7796968012336761;

    private readonly DayOutline _day;
    private readonly double[] _areas;
    private readonly double[] _liking;
    private readonly double[] _weights;
    private readonly int[] _left;
    private readonly double _scale;

    public FlatChoice(DayOutline day)
    {
        _day = day;
        _areas = [.. day.Types.Select(static t => (double)t.Area)];
        _liking = [.. day.Types.Select(t => day.Scenario.Preferences.Types.GetValueOrDefault(t.Type))];
        _scale = Math.Max(0.05, day.Scenario.Preferences.Taste * GumbelScale);
        (_left, _weights, SoldOutAt) = (new int[_areas.Length], new double[_areas.Length], new double[_areas.Length]);
    }

    /// <summary>When the last flat of each type was taken; infinity while one is left.</summary>
    public double[] SoldOutAt { get; }

    /// <summary>Flats left of each type.</summary>
    public ReadOnlySpan<int> Left => _left;

    /// <summary>Flats left at the beginning; a type of which none is left then was sold out before.</summary>
    public void Clear()
    {
        for (var t = 0; t < _left.Length; t++)
        {
            _left[t] = _day.Types[t].Left;
            SoldOutAt[t] = _left[t] == 0 ? double.NegativeInfinity : double.PositiveInfinity;
        }
    }

    /// <summary>Whether one is left of a type that a household may take.</summary>
    public bool May(int household, int type) => _left[type] > 0 && _areas[type] <= (double)_day.Bands[household].MaxArea;

    /// <summary>A household takes one flat or two; false where none was left for it.</summary>
    public bool Choose(int household, double first, double second, double now)
    {
        var band = _day.Bands[household];
        var (granted, most) = ((double)band.Granted, (double)band.MaxArea);
        var area = Take(most, band.MaxUnits > 1 ? granted / 2 : granted, first, now);
        if (area > 0 && band.MaxUnits > 1 && granted - area >= WorthASecondFlat)
        {
            Take(most - area, granted - area, second, now);
        }

        return area > 0;
    }

    private double Take(double most, double aim, double draw, double now)
    {
        var sum = 0.0;
        for (var t = 0; t < _areas.Length; t++)
        {
            var liking = _liking[t] - (_day.Scenario.Preferences.Fit * Math.Abs(_areas[t] - aim) / 10);
            _weights[t] = _left[t] > 0 && _areas[t] <= most ? _left[t] * PortableMath.Exp(liking / _scale) : 0;
            sum += _weights[t];
        }

        var place = draw * sum;
        for (var t = 0; t < _areas.Length; t++)
        {
            if (_weights[t] > 0 && (place -= _weights[t]) <= 0)
            {
                SoldOutAt[t] = --_left[t] == 0 ? now : SoldOutAt[t];
                return _areas[t];
            }
        }

        return 0;
    }
}
