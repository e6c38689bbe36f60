using CommandCenter.Load.Devices;

namespace CommandCenter.Load.Running;

/// <summary>
/// What phones do: take matters in, add lines to them, report on duty. Nothing that moves the line of households or gives
/// a flat away.
/// </summary>
internal sealed class CommandMix(DevicePost post, int phone)
{
    private readonly string _prefix = $"load-{Guid.NewGuid():N}"[..13] + $"-{phone}";
    private int _given;

    /// <summary>The next command: its path and body.</summary>
    public (string Path, object Body) Next()
    {
        var turn = _given++;
        if (turn % 4 == 3 && post is { Group: { } group, Member: { } member })
        {
            return ($"groups/{group}/sign-in", new { member });
        }

        return turn % 2 == 0
            ? ($"cases/{_prefix}-{turn}/register", new { category = "request", channel = "reception", text = "负载演练：核对事项", kind = "simple" })
            : ($"cases/{_prefix}-{turn - 1}/note", new { text = "负载演练：补充情况" });
    }
}
