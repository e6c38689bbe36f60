using CommandCenter.Domain.Forecasts;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Domain.Drills;

/// <summary>
/// Which windows only pause. One that opens again for the step it paused at is back from its break, and that is nobody's
/// reaction, unless command has ordered it to open. Fed with everything in journal order; not thread-safe.
/// </summary>
public sealed class PausedWindows
{
    private readonly Dictionary<WindowId, StepId> _paused = [];

    /// <summary>Takes note of what happened, and says whether it is a window that comes back.</summary>
    public bool IsReturn(IEvent e)
    {
        switch (e)
        {
            case WindowPaused paused:
                _paused[paused.Window] = paused.Step;
                return false;
            case WindowClosed closed:
                _paused.Remove(closed.Window);
                return false;
            case MoveOrdered { Move: { Kind: MoveKind.Open } move }:
                foreach (var window in move.Windows)
                {
                    _paused.Remove(window);
                }

                return false;
            case WindowOpened opened:
                return _paused.Remove(opened.Window, out var step) && step == opened.Step;
            default:
                return false;
        }
    }
}
