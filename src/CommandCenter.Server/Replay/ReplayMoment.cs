using CommandCenter.Boards;
using CommandCenter.Domain;
using CommandCenter.Domain.Forecasts;
using CommandCenter.Domain.Identity;
using CommandCenter.Journal;
using CommandCenter.Server.Operations;

namespace CommandCenter.Server.Replay;

/// <summary>An operation as it was after some entry: the same boards, folded so far. It only goes forward.</summary>
internal sealed class ReplayMoment(OperationId id) : IScene
{
    public OperationId Id => id;

    public BoardSet Boards { get; } = new();

    public OperationFrame Frame { get; private set; } = OperationFrame.Empty;

    public DateTimeOffset Now { get; private set; }

    /// <summary>The forecast that was kept last; null before the first.</summary>
    public ForecastRecorded? Kept { get; private set; }

    /// <summary>A moment stands still; what plays is the sequence of moments.</summary>
    public double Speed => 0;

    /// <summary>Folds the entries up to a sequence and stands at a time.</summary>
    public void GoTo(IReadOnlyList<JournalEntry> entries, long sequence, DateTimeOffset now)
    {
        for (var at = (int)Boards.Sequence; at < sequence; at++)
        {
            Boards.Apply(entries[at]);
            Frame = Frame.Apply(entries[at].Event);
            Kept = entries[at].Event as ForecastRecorded ?? Kept;
        }

        Now = now;
    }
}
