namespace CommandCenter.Server.Push;

/// <summary>
/// The second screen of a window, turned to the household: topic <c>guest:{id}</c> shows the board of <c>window:{id}</c>
/// without controls and with masked names. It has no board of its own in the API; who may see the window may see it.
/// </summary>
internal static class GuestTopic
{
    private const string Prefix = "guest:";
    private const string WindowPrefix = "window:";

    /// <summary>The guest topic that follows from a topic, or null.</summary>
    public static string? From(string topic) =>
        topic.StartsWith(WindowPrefix, StringComparison.Ordinal) ? $"{Prefix}{topic[WindowPrefix.Length..]}" : null;

    /// <summary>The topic whose board it shows; any other topic shows its own.</summary>
    public static string SourceOf(string topic) =>
        topic.StartsWith(Prefix, StringComparison.Ordinal) ? $"{WindowPrefix}{topic[Prefix.Length..]}" : topic;
}
