namespace CommandCenter.Journal;

/// <summary>Whoever wants every entry of an operation, in sequence order, from the first one, each exactly once in the life of the process.</summary>
public interface IFeedSubscriber
{
    /// <summary>
    /// Takes the next entry. Called by one thread at a time. Must be quick and must not throw:
    /// a subscriber that throws is given nothing more, and the fault is reported.
    /// </summary>
    void Apply(JournalEntry entry);
}
