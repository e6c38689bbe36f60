using System.Net.Sockets;
using StackExchange.Redis;

namespace CommandCenter.Journal.Redis;

/// <summary>What went wrong between here and Redis, in the words of the journal's contract.</summary>
internal static class RedisFault
{
    // Redis says these before it does anything.
    private static readonly string[] NotNow =
        ["LOADING", "READONLY", "MISCONF", "OOM", "NOREPLICAS", "MASTERDOWN", "CLUSTERDOWN", "TRYAGAIN", "BUSY", "NOAUTH", "WRONGPASS", "NOPERM", "MOVED", "ASK", "UNBLOCKED", "WAIT cannot be used"];

    /// <summary>Whether it is the fault of the line or of the server, and not a programmer's.</summary>
    public static bool IsOne(Exception fault) =>
        fault is RedisException or TimeoutException or ObjectDisposedException or IOException or SocketException or OperationCanceledException;

    /// <summary>Whether Redis answered at all, so that the outcome is known: nothing was done.</summary>
    public static bool IsAnswer(Exception? fault) => fault is RedisServerException;

    /// <summary>The exception that callers get.</summary>
    /// <param name="fault">What was thrown.</param>
    /// <param name="what">What was being done, e.g. <c>The append to demo</c>.</param>
    public static Exception Translate(Exception fault, string what) => fault switch
    {
        RedisServerException e when Array.Exists(NotNow, e.Message.Contains) =>
            new JournalUnavailableException($"{what} was refused by Redis: {e.Message}", e),
        RedisServerException e => new JournalCorruptException(0, $"{what} does not fit what Redis holds: {e.Message}", e),
        TimeoutException => new JournalUnavailableException($"{what} got no answer from Redis in time; it may have happened or not.", fault),
        _ => new JournalUnavailableException($"{what} did not reach Redis, or its answer was lost: {fault.Message}", fault),
    };
}
