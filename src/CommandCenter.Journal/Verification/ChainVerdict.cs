using CommandCenter.Journal.Chains;

namespace CommandCenter.Journal.Verification;

/// <summary>What a verification found.</summary>
/// <param name="Checkpoint">The last entry up to which everything is right, with its hash.</param>
/// <param name="Fault">The first thing that is wrong, or null.</param>
public sealed record ChainVerdict(Checkpoint Checkpoint, ChainFault? Fault)
{
    /// <summary>Everything is right.</summary>
    public bool IsWhole => Fault is null;

    /// <summary><c>OK sequence=N chain=HEX</c>, or <c>BAD sequence=N</c> and what is wrong.</summary>
    public override string ToString() =>
        Fault is null ? $"OK sequence={Checkpoint.Sequence} chain={Checkpoint.Hash}" : $"BAD sequence={Fault.Sequence} {Fault.Message}";
}

/// <summary>The first thing that is wrong with a journal.</summary>
/// <param name="Sequence">The first bad sequence; 0 when it is the file around the entries.</param>
/// <param name="Kind">What kind of fault.</param>
/// <param name="Message">What is wrong, in words.</param>
public sealed record ChainFault(long Sequence, ChainFaultKind Kind, string Message);

/// <summary>What can be wrong with a journal.</summary>
public enum ChainFaultKind
{
    /// <summary>The entry is not there, or another stands in its place.</summary>
    Missing,

    /// <summary>The entry, or its hash, is not what it was when it was written.</summary>
    HashMismatch,

    /// <summary>The entry is not the next of its grain.</summary>
    VersionMismatch,

    /// <summary>A field or the payload cannot be read.</summary>
    Unreadable,

    /// <summary>The stated head is not the last entry: the end was removed, or something was added.</summary>
    HeadMismatch,

    /// <summary>The file itself is damaged or not a journal.</summary>
    Damaged,
}
