using CommandCenter.Journal;
using CommandCenter.Journal.Events;

namespace CommandCenter.Orleans.Messages;

/// <summary>An entry on its way back, with its payload as stored.</summary>
[GenerateSerializer, Immutable, Alias("cc.entry")]
public sealed class EntryMessage
{
    /// <summary>Position in the operation.</summary>
    [Id(0)]
    public required long Sequence { get; init; }

    /// <summary><c>kind/key</c>.</summary>
    [Id(1)]
    public required string Grain { get; init; }

    /// <summary>Position within the grain.</summary>
    [Id(2)]
    public required long Version { get; init; }

    /// <summary>Stored name.</summary>
    [Id(3)]
    public required string Type { get; init; }

    /// <summary>UTF-8 JSON.</summary>
    [Id(4)]
    public required byte[] Payload { get; init; }

    /// <summary>Who caused it.</summary>
    [Id(5)]
    public required string Actor { get; init; }

    /// <summary>The command's id.</summary>
    [Id(6)]
    public required string Command { get; init; }

    /// <summary>Position among the command's events.</summary>
    [Id(7)]
    public required int Ordinal { get; init; }

    /// <summary>The entry that caused the command; 0 for none.</summary>
    [Id(8)]
    public required long Causation { get; init; }

    /// <summary>Operation time.</summary>
    [Id(9)]
    public required DateTimeOffset At { get; init; }

    /// <summary>Wall time.</summary>
    [Id(10)]
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Writes one.</summary>
    public static EntryMessage Of(JournalEntry entry) => new()
    {
        Sequence = entry.Sequence,
        Grain = entry.Grain.ToString(),
        Version = entry.Version,
        Type = entry.EventType,
        Payload = entry.Payload.ToArray(),
        Actor = entry.Actor.Value,
        Command = entry.Command.Value,
        Ordinal = entry.Ordinal,
        Causation = entry.Causation ?? 0,
        At = entry.At,
        RecordedAt = entry.RecordedAt,
    };

    /// <summary>Reads it.</summary>
    /// <exception cref="JournalCorruptException">The other process runs another version, whose event this one does not know.</exception>
    public JournalEntry Entry() => new(
        Sequence, GrainAddress.Parse(Grain), Version, Type, Payload, EventRegistry.Default.Read(Sequence, Type, Payload),
        new(Actor), new(Command), Ordinal, Causation == 0 ? null : Causation, At, RecordedAt);
}
