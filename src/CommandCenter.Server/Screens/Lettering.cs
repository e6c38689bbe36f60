namespace CommandCenter.Server.Screens;

/// <summary>The sizes in which names stand on a site plan, in its coordinates: a wall's plan is large, a phone's is a third of that.</summary>
/// <param name="Smallest">Nothing is written smaller.</param>
/// <param name="Legible">A name that would become smaller than this is written on two lines where it can be.</param>
/// <param name="Largest">Nothing is written larger.</param>
public sealed record Lettering(double Smallest, double Legible, double Largest)
{
    /// <summary>On the wall.</summary>
    public static readonly Lettering Wall = new(17, 24, 30);

    /// <summary>On a phone of 360 pixels, where three units make a pixel.</summary>
    public static readonly Lettering Phone = new(22, 34, 36);

    // What one character takes of its height: Latin letters and digits less than Chinese ones.
    private const double Latin = 0.64;
    private const double Filled = 0.86;

    /// <summary>The size at which a line fills a width.</summary>
    public double SizeOf(string line, double width) =>
        Math.Clamp(width * Filled / Math.Max(3, line.Sum(static c => c < 128 ? Latin : 1.0)), Smallest, Largest);
}
