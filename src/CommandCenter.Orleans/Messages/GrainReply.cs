using System.Text.Json;
using CommandCenter.Domain;
using CommandCenter.Domain.Identity;
using CommandCenter.Grains;
using CommandCenter.Journal;

namespace CommandCenter.Orleans.Messages;

/// <summary>How a command ended in the process that decided it.</summary>
public enum Ending
{
    /// <summary>With an answer.</summary>
    Answered,

    /// <summary>That process does not run the operation, or does not know the command.</summary>
    Elsewhere,

    /// <summary>Nothing could be stored.</summary>
    Unavailable,

    /// <summary>Other writers were faster again and again.</summary>
    Busy,

    /// <summary>The operation's journal cannot be trusted.</summary>
    Stopped,
}

/// <summary>What came of a command, on its way back.</summary>
[GenerateSerializer, Immutable, Alias("cc.reply")]
public sealed class GrainReply
{
    /// <summary>How it ended.</summary>
    [Id(0)]
    public required Ending Ending { get; init; }

    /// <summary>Why there is no answer; empty where there is one.</summary>
    [Id(1)]
    public string Reason { get; init; } = "";

    /// <summary>The grain that answered.</summary>
    [Id(2)]
    public string Grain { get; init; } = "";

    /// <summary>The entries written.</summary>
    [Id(3)]
    public EntryMessage[] Entries { get; init; } = [];

    /// <summary>The refusal, JSON; empty for none.</summary>
    [Id(4)]
    public byte[] Rejection { get; init; } = [];

    /// <summary>The command had been answered before.</summary>
    [Id(5)]
    public bool IsRepeated { get; init; }

    /// <summary>Writes an answer.</summary>
    public static GrainReply Of(CommandAnswer answer) => new()
    {
        Ending = Ending.Answered,
        Grain = answer.Grain.ToString(),
        Entries = [.. answer.Entries.Select(EntryMessage.Of)],
        Rejection = answer.Rejection is { } rejection ? JsonSerializer.SerializeToUtf8Bytes(rejection, WireJson.Options) : [],
        IsRepeated = answer.Repeated,
    };

    /// <summary>Writes what was thrown, where it says something about store or operation; null where it is a fault of the program.</summary>
    public static GrainReply? Of(Exception e, string grain) => e switch
    {
        JournalUnavailableException => new() { Ending = Ending.Unavailable, Reason = e.Message, Grain = grain },
        GrainBusyException => new() { Ending = Ending.Busy, Reason = e.Message, Grain = grain },
        OperationStoppedException => new() { Ending = Ending.Stopped, Reason = e.InnerException?.Message ?? e.Message, Grain = grain },
        _ => null,
    };

    /// <summary>Reads it: the answer, or what was thrown where it was decided.</summary>
    /// <exception cref="JournalUnavailableException">Nothing could be stored there.</exception>
    /// <exception cref="GrainBusyException">Other writers were faster there.</exception>
    /// <exception cref="OperationStoppedException">The operation is stopped there.</exception>
    public CommandAnswer Answer(OperationId operation) => Ending switch
    {
        Ending.Unavailable => throw new JournalUnavailableException(Reason),
        Ending.Busy => throw new GrainBusyException(GrainAddress.Parse(Grain), 1, new JournalConflictException(Reason)),
        Ending.Stopped => throw new OperationStoppedException(operation, Reason),
        _ => new(
            GrainAddress.Parse(Grain), [.. Entries.Select(static e => e.Entry())],
            Rejection.Length == 0 ? null : JsonSerializer.Deserialize<Rejection>(Rejection, WireJson.Options), IsRepeated),
    };
}
