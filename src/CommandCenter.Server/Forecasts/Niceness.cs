using System.Runtime.InteropServices;

namespace CommandCenter.Server.Forecasts;

/// <summary>Lets a thread step back behind all others. On Linux the runtime's own thread priorities have no effect.</summary>
internal static class Niceness
{
    private const int OfThread = 0;
    // Behind everybody who answers, but not starved where the machine is full: a collection of garbage waits for this thread too.
    private const int Back = 5;

    /// <summary>Lowers the calling thread for good; where the system does not allow it, it stays as it is.</summary>
    public static void Lower()
    {
        if (OperatingSystem.IsLinux())
        {
            // 0 is the calling thread itself.
            _ = SetPriority(OfThread, 0, Back);
        }
    }

    [DllImport("libc", EntryPoint = "setpriority")]
    private static extern int SetPriority(int which, int who, int priority);
}
