using CommandCenter.Domain;
using CommandCenter.Domain.Identity;
using CommandCenter.Journal;

namespace CommandCenter.Grains;

/// <summary>Where commands go: the same deciders run behind it on the local host, on Orleans and in a simulation.</summary>
public interface IGrainHost
{
    /// <summary>
    /// Lets a grain decide and answers when the outcome is durable. The same command id again gets the first answer.
    /// </summary>
    /// <exception cref="JournalUnavailableException">The outcome could not be stored; nothing happened.</exception>
    /// <exception cref="GrainBusyException">Other writers were faster again and again; nothing happened.</exception>
    /// <exception cref="OperationStoppedException">The operation's journal is corrupt; it takes no commands.</exception>
    ValueTask<CommandAnswer> ExecuteAsync(CommandEnvelope envelope, CancellationToken cancellationToken);
}

/// <summary>A command on its way to a grain.</summary>
/// <param name="Grain">Whom it is for.</param>
/// <param name="Command">What is asked.</param>
/// <param name="Id">Its id, for once-only.</param>
/// <param name="Actor">Who asks.</param>
/// <param name="Causation">The journal sequence it follows from, or null.</param>
public readonly record struct CommandEnvelope(
    GrainAddress Grain, ICommand Command, CommandId Id, Actor Actor, long? Causation = null);

/// <summary>The operation takes no commands, because its journal cannot be trusted; the message says which entry.</summary>
public sealed class OperationStoppedException(OperationId operation, string reason, Exception? inner = null)
    : Exception($"Operation {operation} takes no commands: {reason}", inner);
