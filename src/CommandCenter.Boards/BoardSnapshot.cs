namespace CommandCenter.Boards;

/// <summary>What a topic showed after an entry: immutable, safe on any thread, kept as long as anyone likes.</summary>
/// <param name="Topic">The topic; see <see cref="TopicNames"/>.</param>
/// <param name="Sequence">The last entry that concerned this topic; 0 before the first.</param>
/// <param name="At">That entry's operation time; the default value before the first.</param>
/// <param name="Data">The topic's board, e.g. a <see cref="Flow.FlowBoard"/>: immutable all the way down.</param>
public sealed record BoardSnapshot(string Topic, long Sequence, DateTimeOffset At, object Data);
