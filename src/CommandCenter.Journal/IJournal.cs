using System.Collections.Immutable;
using CommandCenter.Domain;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Journal;

/// <summary>The journals of all operations in one place.</summary>
public interface IJournalStore : IAsyncDisposable
{
    /// <summary>The operations that have a journal, in the order of their ids.</summary>
    ValueTask<ImmutableArray<OperationId>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Opens the journal of an operation, creating it where there is none. The same object for the same operation.</summary>
    /// <exception cref="JournalUnavailableException">The place cannot be written. The next call tries again.</exception>
    /// <exception cref="JournalCorruptException">What is there is not a whole journal of this operation.</exception>
    ValueTask<IJournal> OpenAsync(OperationId operation, CancellationToken cancellationToken);
}

/// <summary>
/// The append-only journal of one operation: the only thing that is stored. Sequences are gapless from 1;
/// versions are gapless from 1 within a grain; a command id is answered once and for all.
/// </summary>
/// <remarks>
/// Duties of an implementation: all or nothing per append; durable before the task completes; entries become readable
/// in sequence order; (sequence), (grain, version) and (command, ordinal) are unique in the store itself, so that
/// a second writer is caught. Members may be called from any number of threads.
/// </remarks>
public interface IJournal : IAsyncDisposable
{
    /// <summary>Whose journal this is.</summary>
    OperationId Operation { get; }

    /// <summary>The newest sequence that is durable and readable here; 0 when empty.</summary>
    long LastSequence { get; }

    /// <summary>
    /// Whether whoever has read up to a sequence has everything that the store held when it last began to answer; false while it does
    /// not answer. Always true where nobody else writes.
    /// </summary>
    bool IsCurrentAt(long sequence) => true;

    /// <summary>
    /// Appends what a command decided: its events, or the refusal, or the fact that nothing followed.
    /// A command id that was answered before gets that answer again (<see cref="CommandAnswer.Repeated"/>) and nothing is written.
    /// The entries are readable before the task completes. Version and frame are checked for refusals too: they rest on them as well.
    /// </summary>
    /// <param name="append">What was decided.</param>
    /// <param name="cancellationToken">Withdraws an append that is still waiting for its turn; afterwards the outcome is reported.</param>
    /// <exception cref="ArgumentException">The append makes no sense; nothing was written.</exception>
    /// <exception cref="ObjectDisposedException">The journal is closed; nothing was written.</exception>
    /// <exception cref="JournalConflictException">Another writer was faster; nothing was written.</exception>
    /// <exception cref="JournalUnavailableException">
    /// Nothing was acknowledged: disk full, read-only, store gone. The same command id may be tried again: should the store have
    /// kept it after all, it gets its answer.
    /// </exception>
    ValueTask<CommandAnswer> AppendAsync(Append append, CancellationToken cancellationToken);

    /// <summary>The entries after a sequence, as far as there are any now, in order.</summary>
    /// <exception cref="JournalCorruptException">An entry cannot be read; says which.</exception>
    IAsyncEnumerable<JournalEntry> ReadAsync(long after, CancellationToken cancellationToken);

    /// <summary>The entries of one grain after a version, as far as there are any now, in order; finds them without reading the others.</summary>
    /// <exception cref="JournalCorruptException">An entry cannot be read; says which.</exception>
    IAsyncEnumerable<JournalEntry> ReadGrainAsync(GrainAddress grain, long afterVersion, CancellationToken cancellationToken);

    /// <summary>Like <see cref="ReadAsync"/>, then goes on as entries come, until cancelled or the journal is closed.</summary>
    IAsyncEnumerable<JournalEntry> FollowAsync(long after, CancellationToken cancellationToken);

    /// <summary>A reader's durable position, 0 when it has none.</summary>
    ValueTask<long> ReadCursorAsync(string reader, CancellationToken cancellationToken);

    /// <summary>Stores a reader's position. May be lost by a crash, never invented: readers repeat, they do not skip.</summary>
    ValueTask SaveCursorAsync(string reader, long sequence, CancellationToken cancellationToken);
}

/// <summary>What a command decided, to be written.</summary>
/// <param name="Grain">Whose events.</param>
/// <param name="ExpectedVersion">The grain's version that the decision rests on; 0 before its first event.</param>
/// <param name="Command">The command's id.</param>
/// <param name="Actor">Who gave it.</param>
/// <param name="Causation">The sequence of the entry that caused it (policies), or null.</param>
/// <param name="At">Operation time.</param>
/// <param name="RecordedAt">Wall time.</param>
/// <param name="Events">The events; empty for a refusal or where nothing follows.</param>
/// <param name="Rejection">The refusal, or null.</param>
public sealed record Append(
    GrainAddress Grain, long ExpectedVersion, CommandId Command, Actor Actor, long? Causation,
    DateTimeOffset At, DateTimeOffset RecordedAt, ImmutableArray<IEvent> Events, Rejection? Rejection = null)
{
    /// <summary>
    /// Up to which sequence the decision knew what binds every grain (mode, phase and plan: the operation's frame); null where it does
    /// not rest on that. A store that only one process writes compares it with what was written since it was opened, a shared one with all.
    /// </summary>
    public long? FrameKnown { get; init; }

    /// <summary>Whether the events move that: a decision that did not know them yet is overtaken, of whatever grain.</summary>
    public bool MovesFrame { get; init; }
}

/// <summary>The answer to a command, the same for every repetition.</summary>
/// <param name="Grain">Who answered. For a repetition that is the grain that was asked first.</param>
/// <param name="Entries">The entries written; empty for a refusal or where nothing followed.</param>
/// <param name="Rejection">The refusal, or null.</param>
/// <param name="Repeated">The command had been answered before.</param>
public sealed record CommandAnswer(GrainAddress Grain, ImmutableArray<JournalEntry> Entries, Rejection? Rejection, bool Repeated);

/// <summary>One fact as stored.</summary>
/// <param name="Sequence">Position in the operation, gapless from 1.</param>
/// <param name="Grain">Whose fact.</param>
/// <param name="Version">Position within the grain, gapless from 1.</param>
/// <param name="EventType">Stable name, e.g. <c>ticket.called.v1</c>, as stored (upcasting does not change it).</param>
/// <param name="Payload">UTF-8 JSON, as stored.</param>
/// <param name="Event">The fact, in its present shape.</param>
/// <param name="Actor">Who caused it.</param>
/// <param name="Command">The command it came from.</param>
/// <param name="Ordinal">Position among the command's events, from 0.</param>
/// <param name="Causation">The sequence that caused the command, or null.</param>
/// <param name="At">Operation time.</param>
/// <param name="RecordedAt">Wall time.</param>
public sealed record JournalEntry(
    long Sequence, GrainAddress Grain, long Version, string EventType, ReadOnlyMemory<byte> Payload, IEvent Event,
    Actor Actor, CommandId Command, int Ordinal, long? Causation, DateTimeOffset At, DateTimeOffset RecordedAt)
{
    /// <summary>What policies and boards need of it.</summary>
    public RecordedEvent Recorded => new(Sequence, Grain, Event, Actor, At);
}
