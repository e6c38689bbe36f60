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

    public FlatChoice(DayOutline day)
    {
        _day = day;
        _areas = [.. day.Types.Select(static t => (double)t.Area)];
        _liking = new double[_areas.Length];
        Scale = Math.Max(0.05, day.Scenario.Preferences.Taste * GumbelScale);
        (_left, _weights, SoldOutAt) = (new int[_areas.Length], new double[_areas.Length], new double[_areas.Length]);
    }

    /// <summary>Of the logit: a liking of so much more makes a type e times as sought.</summary>
    public double Scale { get; }

    /// <summary>When the last flat of each type was taken; infinity while one is left.</summary>
    public double[] SoldOutAt { get; }

    /// <summary>Flats left of each type.</summary>
    public ReadOnlySpan<int> Left => _left;

    /// <summary>Flats left at the beginning; a type of which none is left then was sold out before. What is not known of the likings is drawn.</summary>
    public void Begin(Appeal appeal, KeyedDraws draws, int subject)
    {
        appeal.Draw(_liking, draws, subject);
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

    /// <summary>
    /// How many flats of each type these households would be expected to have taken, one after another from the whole stock, and
    /// the variance of that; a second flat is looked for as the first.
    /// </summary>
    public void Expect(int[] households, double[] liking, double[] expected, double[] spread)
    {
        Array.Clear(expected);
        Array.Clear(spread);
        var stock = Array.ConvertAll(_day.Types, static t => (double)t.Total);
        foreach (var household in households)
        {
            var band = _day.Bands[household];
            var (granted, most) = ((double)band.Granted, (double)band.MaxArea);
            var aim = band.MaxUnits > 1 ? granted / 2 : granted;
            ExpectOne(most, aim);
            if (band.MaxUnits > 1 && granted - aim >= WorthASecondFlat)
            {
                ExpectOne(most - aim, aim);
            }
        }

        void ExpectOne(double most, double aim)
        {
            var sum = 0.0;
            for (var t = 0; t < _areas.Length; t++)
            {
                sum += _weights[t] = stock[t] > 0 && _areas[t] <= most ? stock[t] * Pull(liking[t], t, aim) : 0;
            }

            for (var t = 0; sum > 0 && t < _areas.Length; t++)
            {
                var share = _weights[t] / sum;
                (expected[t], spread[t], stock[t]) = (expected[t] + share, spread[t] + (share * (1 - share)), Math.Max(0, stock[t] - share));
            }
        }
    }

    private double Pull(double liking, int type, double aim) =>
        PortableMath.Exp((liking - (_day.Scenario.Preferences.Fit * Math.Abs(_areas[type] - aim) / 10)) / Scale);

    private double Take(double most, double aim, double draw, double now)
    {
        var sum = 0.0;
        for (var t = 0; t < _areas.Length; t++)
        {
            _weights[t] = _left[t] > 0 && _areas[t] <= most ? _left[t] * Pull(_liking[t], t, aim) : 0;
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
