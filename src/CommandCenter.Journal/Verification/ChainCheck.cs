using CommandCenter.Domain.Identity;
using CommandCenter.Journal.Chains;
using CommandCenter.Journal.Events;

namespace CommandCenter.Journal.Verification;

/// <summary>Takes stored entries one after another and says what is wrong with the first bad one. One thread at a time.</summary>
internal sealed class ChainCheck(OperationId operation, EventRegistry registry)
{
    private readonly Chain _chain = new(operation);
    private readonly EntryDecoder _decoder = new(registry);
    private readonly Dictionary<GrainAddress, long> _versions = [];
    private Checkpoint _lastGood = new Chain(operation).Checkpoint;

    /// <summary>The sequence that comes next.</summary>
    public long Next => _chain.Sequence + 1;

    /// <summary>The verdict when nothing (more) is wrong.</summary>
    public ChainVerdict Whole() => new(_chain.Checkpoint, null);

    /// <summary>The verdict when this is wrong.</summary>
    public ChainVerdict Bad(long sequence, ChainFaultKind kind, string message) => new(_lastGood, new(sequence, kind, message));

    /// <summary>The verdict when the entry that comes next cannot be read.</summary>
    public ChainVerdict Bad(JournalCorruptException fault, ChainFaultKind kind) => Bad(Next, kind, fault.Message);

    /// <summary>Takes an entry in; the verdict when it is bad, else null.</summary>
    public ChainVerdict? Take(in RawEntry entry, ReadOnlySpan<byte> storedHash)
    {
        if (entry.Sequence != Next)
            return Bad(Next, ChainFaultKind.Missing, $"entry {Next} is not there; entry {entry.Sequence} stands in its place.");
        _lastGood = _chain.Checkpoint;
        _chain.Add(entry);
        if (!_chain.Hash.SequenceEqual(storedHash))
            return Bad(entry.Sequence, ChainFaultKind.HashMismatch, $"the hash of entry {entry.Sequence} does not fit its content.");
        return Read(entry);
    }

    /// <summary>The verdict after the last entry, given what the journal says it ends with.</summary>
    public ChainVerdict End(Checkpoint head)
    {
        var last = _chain.Checkpoint;
        if (head == last) return Whole();
        _lastGood = last;
        return head.Sequence == last.Sequence
            ? Bad(last.Sequence, ChainFaultKind.HeadMismatch, $"the head has another hash than entry {last.Sequence}.")
            : Bad(
                Math.Min(head.Sequence, last.Sequence) + 1, ChainFaultKind.HeadMismatch,
                $"the journal says that it ends with {head.Sequence}, its last entry is {last.Sequence}.");
    }

    private ChainVerdict? Read(in RawEntry raw)
    {
        try
        {
            var entry = _decoder.Decode(raw);
            var version = _versions.GetValueOrDefault(entry.Grain) + 1;
            if (entry.Version != version)
                return Bad(entry.Sequence, ChainFaultKind.VersionMismatch, $"{entry.Grain} {version} is expected, found {entry.Version}.");
            _versions[entry.Grain] = version;
            return null;
        }
        catch (JournalCorruptException e)
        {
            return Bad(raw.Sequence, ChainFaultKind.Unreadable, e.Message);
        }
    }
}
