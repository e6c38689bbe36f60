namespace CommandCenter.Journal;

/// <summary>A lost race: the grain, or what binds all of them, has moved on since the decision. Caught by the host alone, which decides again.</summary>
public sealed class JournalConflictException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The newest entry that moved the operation's frame, which the decision did not know; 0 where the grain has moved.</summary>
    public long Frame { get; init; }
}

/// <summary>The store cannot take writes now; nothing was acknowledged. Callers get 503 and may try again with the same command id.</summary>
public sealed class JournalUnavailableException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>A stored entry cannot be read or does not fit. The operation stops taking commands and says which entry.</summary>
public sealed class JournalCorruptException(long sequence, string message, Exception? inner = null)
    : Exception($"Entry {sequence}: {message}", inner)
{
    /// <summary>The first bad sequence.</summary>
    public long Sequence { get; } = sequence;
}
