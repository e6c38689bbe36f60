namespace CommandCenter.Simulation.Randomness;

/// <summary>
/// Logarithm, exponential and inverse normal from the four operations and the square root alone. The platform's own
/// may differ in the last bit from one machine to another, and the same seed must give the same day everywhere.
/// </summary>
public static class PortableMath
{
    private const double Ln2 = 0.693147180559945309417232121458;

    /// <summary>Natural logarithm; relative error below 1e-14. The argument must be positive and finite.</summary>
    public static double Log(double x)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(x);
        var exponent = 0;
        while (x > 1.4142135623730951)
        {
            x *= 0.5;
            exponent++;
        }

        while (x < 0.7071067811865476)
        {
            x *= 2;
            exponent--;
        }

        // ln x = 2 artanh((x − 1) / (x + 1)), a series that converges fast this close to 1.
        var y = (x - 1) / (x + 1);
        var square = y * y;
        var sum = 0.0;
        for (var n = 21; n >= 1; n -= 2)
        {
            sum = (sum * square) + (1.0 / n);
        }

        return (2 * y * sum) + (exponent * Ln2);
    }

    /// <summary>e to the power of x, for x within ±700; relative error below 1e-14.</summary>
    public static double Exp(double x)
    {
        var halvings = Math.Round(x / Ln2, MidpointRounding.AwayFromZero);
        var r = x - (halvings * Ln2);
        var sum = 1.0;
        for (var n = 18; n >= 1; n--)
        {
            sum = 1 + (sum * r / n);
        }

        var factor = halvings < 0 ? 0.5 : 2.0;
        for (var n = Math.Abs(halvings); n > 0; n--)
        {
            sum *= factor;
        }

        return sum;
    }

    /// <summary>The standard normal quantile of p in (0, 1); Acklam's rational approximation, absolute error below 1.2e-8.</summary>
    public static double InverseNormal(double p)
    {
        if (p < 0.02425)
        {
            return Tail(Math.Sqrt(-2 * Log(p)));
        }

        if (p > 1 - 0.02425)
        {
            return -Tail(Math.Sqrt(-2 * Log(1 - p)));
        }

        var q = p - 0.5;
        var r = q * q;
        return ((((((((((-39.69683028665376 * r) + 220.9460984245205) * r) - 275.9285104469687) * r) + 138.3577518672690) * r)
            - 30.66479806614716) * r) + 2.506628277459239) * q
            / ((((((((((-54.47609879822406 * r) + 161.5858368580409) * r) - 155.6989798598866) * r) + 66.80131188771972) * r)
            - 13.28068155288572) * r) + 1);
    }

    private static double Tail(double q) =>
        ((((((((((-0.007784894002430293 * q) - 0.3223964580411365) * q) - 2.400758277161838) * q) - 2.549732539343734) * q)
        + 4.374664141464968) * q) + 2.938163982698783)
        / ((((((((0.007784695709041462 * q) + 0.3224671290700398) * q) + 2.445134137142996) * q) + 3.754408661907416) * q) + 1);
}
