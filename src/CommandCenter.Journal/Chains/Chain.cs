using System.Security.Cryptography;
using System.Text;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Journal.Chains;

/// <summary>
/// The hash chain over a journal: hash n = SHA-256(hash n-1 ‖ canonical bytes of entry n), hash 0 = SHA-256(operation id).
/// A pure fold, so that any reader can compute it again and compare it with a published checkpoint. One thread at a time.
/// </summary>
/// <remarks>
/// Canonical bytes, in this order: sequence, grain, version, type, payload, actor, command, ordinal, causation (0 for none),
/// at, recordedAt; numbers in 8 bytes, texts in UTF-8 after their length in 4 bytes, all big-endian; moments as
/// <c>2026-10-05T09:00:00.0000000+08:00</c>.
/// </remarks>
public sealed class Chain
{
    /// <summary>Bytes of a hash.</summary>
    public const int HashSize = SHA256.HashSizeInBytes;

    private readonly byte[] _hash;

    /// <summary>The chain of an operation before its first entry.</summary>
    public Chain(OperationId operation)
    {
        _hash = SHA256.HashData(Encoding.UTF8.GetBytes(operation.Value));
    }

    /// <summary>A chain that goes on from a checkpoint.</summary>
    /// <exception cref="ArgumentException">The hash does not have 32 bytes.</exception>
    public Chain(long sequence, ReadOnlySpan<byte> hash)
    {
        if (hash.Length != HashSize) throw new ArgumentException($"A hash has {HashSize} bytes.", nameof(hash));
        Sequence = sequence;
        _hash = hash.ToArray();
    }

    /// <summary>The last entry that it includes; 0 before the first.</summary>
    public long Sequence { get; private set; }

    /// <summary>The hash of that entry. Overwritten by the next.</summary>
    public ReadOnlySpan<byte> Hash => _hash;

    /// <summary>Where it stands, to be published.</summary>
    public Checkpoint Checkpoint => new(Sequence, Convert.ToHexStringLower(_hash));

    /// <summary>The chain of everything that a journal holds now.</summary>
    /// <exception cref="JournalCorruptException">An entry cannot be read.</exception>
    public static async ValueTask<Checkpoint> ComputeAsync(IJournal journal, CancellationToken cancellationToken)
    {
        var chain = new Chain(journal.Operation);
        await foreach (var entry in journal.ReadAsync(0, cancellationToken)) chain.Add(entry);
        return chain.Checkpoint;
    }

    /// <summary>Takes in the next entry.</summary>
    /// <exception cref="JournalCorruptException">It is not the next one.</exception>
    public void Add(JournalEntry entry) => Link(EntryEncoder.Mine.Encode(entry, HashSize));

    /// <summary>Takes in the next entry.</summary>
    /// <exception cref="JournalCorruptException">It is not the next one.</exception>
    internal void Add(in RawEntry entry)
    {
        var bytes = new byte[HashSize + CanonicalBytes.SizeOf(entry)];
        CanonicalBytes.Write(entry, bytes.AsSpan(HashSize));
        Link(bytes);
    }

    /// <summary>Takes in the next entry, given as its canonical bytes with room for a hash in front, which is overwritten.</summary>
    internal void Link(byte[] bytes)
    {
        var sequence = CanonicalBytes.Read(bytes.AsSpan(HashSize)).Sequence;
        if (sequence != Sequence + 1) throw new JournalCorruptException(Sequence + 1, $"expected here, found {sequence}.");
        _hash.CopyTo(bytes.AsSpan());
        SHA256.HashData(bytes, _hash);
        Sequence = sequence;
    }
}

/// <summary>A point of a chain that can be compared later.</summary>
/// <param name="Sequence">The last entry it includes; 0 for an empty journal.</param>
/// <param name="Hash">The hash of that entry, 64 hexadecimal digits in lower case.</param>
public readonly record struct Checkpoint(long Sequence, string Hash);
