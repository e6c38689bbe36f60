using CommandCenter.Domain.Identity;

namespace CommandCenter.Journal;

/// <summary>What every journal asks of its callers before it touches the store. Breaking a rule is a programmer's error.</summary>
internal static class JournalRules
{
    /// <summary>Checks an append.</summary>
    /// <exception cref="ArgumentException">It makes no sense; says why.</exception>
    public static void Check(Append append)
    {
        ArgumentNullException.ThrowIfNull(append);
        if (append.ExpectedVersion < 0) throw new ArgumentException("Versions count from 0.", nameof(append));
        if (!CommandId.IsValid(append.Command.Value)) throw new ArgumentException("A command id is 1 to 128 visible ASCII characters.", nameof(append));
        if (string.IsNullOrEmpty(append.Actor.Value)) throw new ArgumentException("Somebody must have acted.", nameof(append));
        if (!IdSyntax.IsValid(append.Grain.Kind) || !IdSyntax.IsValid(append.Grain.Key))
            throw new ArgumentException($"'{append.Grain}' is not a grain.", nameof(append));
        if (append.Events.IsDefault) throw new ArgumentException("The events are not set.", nameof(append));
        if (append.Rejection is not null && !append.Events.IsEmpty)
            throw new ArgumentException("A refused command has no events.", nameof(append));
        if (append.Causation is < 1) throw new ArgumentException("Sequences count from 1.", nameof(append));
        if (append.FrameKnown is < 0) throw new ArgumentException("The frame is known up to 0 at least.", nameof(append));
        if (append.MovesFrame && append.Events.IsEmpty) throw new ArgumentException("Without events nothing moves the frame.", nameof(append));
    }

    /// <summary>Checks the id of an operation, which becomes the name of a file.</summary>
    /// <exception cref="ArgumentException">It is not an identifier.</exception>
    public static void Check(OperationId operation)
    {
        if (!IdSyntax.IsValid(operation.Value)) throw new ArgumentException($"'{operation}' is not an operation.", nameof(operation));
    }

    /// <summary>The lost race, in words.</summary>
    public static JournalConflictException Conflict(Append append, long version) =>
        new($"{append.Grain} is at version {version}; the decision rests on {append.ExpectedVersion}.");

    /// <summary>The frame that moved meanwhile, in words.</summary>
    public static JournalConflictException FrameMoved(Append append, long frame) =>
        new($"Entry {frame} moved the frame; the decision knew it up to {append.FrameKnown}.") { Frame = frame };
}
