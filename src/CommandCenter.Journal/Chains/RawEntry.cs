namespace CommandCenter.Journal.Chains;

/// <summary>The fields of an entry exactly as they are stored, texts in UTF-8. Points into somebody else's buffer.</summary>
internal readonly ref struct RawEntry
{
    /// <summary>Position in the operation.</summary>
    public required long Sequence { get; init; }

    /// <summary><c>kind/key</c>.</summary>
    public required ReadOnlySpan<byte> Grain { get; init; }

    /// <summary>Position within the grain.</summary>
    public required long Version { get; init; }

    /// <summary>Stored name.</summary>
    public required ReadOnlySpan<byte> Type { get; init; }

    /// <summary>JSON.</summary>
    public required ReadOnlySpan<byte> Payload { get; init; }

    /// <summary>Who caused it.</summary>
    public required ReadOnlySpan<byte> Actor { get; init; }

    /// <summary>The command's id.</summary>
    public required ReadOnlySpan<byte> Command { get; init; }

    /// <summary>Position among the command's events.</summary>
    public required long Ordinal { get; init; }

    /// <summary>The sequence that caused the command; 0 for none.</summary>
    public required long Causation { get; init; }

    /// <summary>Operation time, ISO 8601 with seven decimals and offset.</summary>
    public required ReadOnlySpan<byte> At { get; init; }

    /// <summary>Wall time, likewise.</summary>
    public required ReadOnlySpan<byte> RecordedAt { get; init; }
}
