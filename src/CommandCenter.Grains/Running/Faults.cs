using CommandCenter.Journal;
using Microsoft.Extensions.Logging;

namespace CommandCenter.Grains.Running;

/// <summary>Code that threw where it must not. It is reported and the rest goes on: one bad board does not end the day.</summary>
internal sealed partial class Faults(ILogger logger)
{
    private FaultException? _first;

    /// <summary>The first one, or null.</summary>
    public FaultException? First => Volatile.Read(ref _first);

    /// <summary>Exceptions that say something about store or caller, not about the code.</summary>
    public static bool IsForeseen(Exception e) =>
        e is JournalUnavailableException or GrainBusyException or OperationStoppedException or OperationCanceledException;

    public void Add(string what, Exception e)
    {
        Interlocked.CompareExchange(ref _first, new FaultException(what, e), null);
        GrainMetrics.Fault();
        LogFault(what, e);
    }
}

/// <summary>A board, policy or grain threw where it must not; the message says which and on what.</summary>
public sealed class FaultException(string what, Exception inner) : Exception($"{what} failed: {inner.Message}", inner);
