namespace CommandCenter.Simulation.Networks;

/// <summary>
/// What a queueing network does not know by itself: how long a visit takes, where a customer goes next, and what becomes of
/// one who does not appear. Implemented by structs, so that the kernel's calls are inlined. Times are seconds since the
/// start of the run.
/// </summary>
public interface INetworkModel
{
    /// <summary>A customer is called to a server: for how long it is taken, and whether the customer appears.</summary>
    /// <param name="customer">Who.</param>
    /// <param name="station">Where.</param>
    /// <param name="now">The moment of the call.</param>
    /// <param name="waited">Since joining the line.</param>
    Visit Call(int customer, int station, double now, double waited);

    /// <summary>A visit is over: the next station, or a negative number for none.</summary>
    int Next(int customer, int station, double now);

    /// <summary>A customer did not appear: when it reports back.</summary>
    Absence Pass(int customer, int station, double now);
}

/// <summary>A visit to a server.</summary>
/// <param name="Held">How long the server is taken, seconds.</param>
/// <param name="Appears">False: nobody came, and the time went in waiting for them.</param>
public readonly record struct Visit(double Held, bool Appears);

/// <summary>A customer is away.</summary>
/// <param name="BackAt">When it reports back; infinity for never.</param>
/// <param name="Last">It then comes after everyone else.</param>
public readonly record struct Absence(double BackAt, bool Last);
