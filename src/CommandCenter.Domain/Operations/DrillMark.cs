namespace CommandCenter.Domain.Operations;

/// <summary>What stands on everything that comes out of a drill, so that nobody takes it for the day that counts.</summary>
public static class DrillMark
{
    /// <summary>The words, the same for readers of either language.</summary>
    public const string Words = "演练 DRILL";
}
