namespace CommandCenter.TestKit.Halls;

/// <summary>Something that must always hold.</summary>
internal static class Invariant
{
    /// <exception cref="InvariantBrokenException">It does not hold.</exception>
    public static void Demand(bool holds, Func<string> otherwise)
    {
        if (!holds)
        {
            throw new InvariantBrokenException(otherwise());
        }
    }
}
