namespace CommandCenter.Simulation.Tests.Networks;

/// <summary>Mean waits that queueing theory knows exactly. Rates per second.</summary>
internal static class Theory
{
    /// <summary>The chance of having to wait at c servers with exponential service (Erlang 1917).</summary>
    public static double ErlangC(int servers, double load)
    {
        var (term, sum) = (1.0, 0.0);
        for (var k = 0; k < servers; k++)
        {
            sum += term;
            term *= load / (k + 1);
        }

        var waiting = term * servers / (servers - load);
        return waiting / (sum + waiting);
    }

    /// <summary>M/M/c.</summary>
    public static double Wait(int servers, double arrivals, double service) =>
        ErlangC(servers, arrivals * service) / ((servers / service) - arrivals);

    /// <summary>M/M/c with two classes of the same service, nobody interrupted (Cobham 1954; Kella, Yechiali 1985).</summary>
    public static (double First, double Second) PriorityWaits(int servers, double arrivals, double service, double firstShare)
    {
        var first = arrivals * firstShare * service / servers;
        var all = arrivals * service / servers;
        var next = ErlangC(servers, arrivals * service) * service / servers;
        return (next / (1 - first), next / ((1 - first) * (1 - all)));
    }

    /// <summary>M/G/1 (Pollaczek 1930, Khinchine 1932).</summary>
    /// <param name="arrivals">Arrivals per second.</param>
    /// <param name="service">Mean service, seconds.</param>
    /// <param name="variance">Of service, over the square of its mean.</param>
    public static double PollaczekKhinchine(double arrivals, double service, double variance) =>
        arrivals * service * service * (1 + variance) / (2 * (1 - (arrivals * service)));
}
