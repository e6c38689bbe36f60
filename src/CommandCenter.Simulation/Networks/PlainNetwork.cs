using CommandCenter.Simulation.Randomness;

namespace CommandCenter.Simulation.Networks;

/// <summary>
/// A network as in a textbook: each station has one distribution of service, whoever is called appears, and the way goes
/// on by chance. Measures the wait before each visit.
/// </summary>
/// <remarks>Routes: for each station the next ones and the chance of each; what is missing to 1 leaves.</remarks>
public struct PlainNetwork(IReadOnlyList<QuantileTable> service, IReadOnlyList<IReadOnlyList<(int To, double Chance)>> routes, int customers) : INetworkModel
{
    private readonly QuantileTable[] _service = [.. service];
    private readonly (int To, double Chance)[][] _routes = [.. routes.Select(static r => r.ToArray())];
    private readonly int[] _visits = new int[customers];

    /// <summary>The draws of this run.</summary>
    public KeyedDraws Draws { get; set; }

    /// <summary>Customers below this number are not measured: the network is still filling.</summary>
    public int MeasureFrom { get; set; }

    /// <summary>Who is measured apart, as the first class; nobody unless said.</summary>
    public bool[] First { get; set; } = new bool[customers];

    /// <summary>Visits measured, per station: those of the second class, then those of the first.</summary>
    public long[,] Count { get; } = new long[service.Count, 2];

    /// <summary>The sum of their waits, seconds.</summary>
    public double[,] Waited { get; } = new double[service.Count, 2];

    /// <summary>When the last visit ended.</summary>
    public double LastAt { get; private set; }

    /// <summary>One station after another, and out.</summary>
    public static IReadOnlyList<IReadOnlyList<(int To, double Chance)>> Tandem(int stations) =>
        [.. Enumerable.Range(1, stations).Select(n => n < stations ? new[] { (n, 1.0) } : [])];

    /// <summary>Before another run.</summary>
    public readonly void Clear() => Array.Clear(_visits);

    /// <inheritdoc/>
    public readonly Visit Call(int customer, int station, double now, double waited)
    {
        if (customer >= MeasureFrom)
        {
            var apart = First[customer] ? 1 : 0;
            Count[station, apart]++;
            Waited[station, apart] += waited;
        }

        return new(_service[station].At(Draws.At(customer, _visits[customer]++ & 127)), true);
    }

    /// <inheritdoc/>
    public int Next(int customer, int station, double now)
    {
        LastAt = now;
        var ways = _routes[station];
        if (ways is [var (only, chance)] && chance >= 1)
        {
            return only;
        }

        var left = ways.Length == 0 ? 0 : Draws.At(customer, 128 + (_visits[customer] & 127));
        foreach (var (to, share) in ways)
        {
            if (left < share)
            {
                return to;
            }

            left -= share;
        }

        return -1;
    }

    /// <inheritdoc/>
    public readonly Absence Pass(int customer, int station, double now) => new(double.PositiveInfinity, false);
}
