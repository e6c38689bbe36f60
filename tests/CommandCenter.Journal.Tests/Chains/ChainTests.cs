using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using CommandCenter.Domain.Identity;
using CommandCenter.Journal.Chains;
using CommandCenter.Journal.Events;
using CommandCenter.Journal.Memory;

namespace CommandCenter.Journal.Tests.Chains;

public sealed class ChainTests
{
    [Fact]
    public async Task Chain_OverAJournal_IsTheDocumentedFold()
    {
        await using var journal = await FilledAsync();
        var expected = SHA256.HashData("demo"u8);
        foreach (var entry in await journal.AllAsync()) expected = SHA256.HashData([.. expected, .. ByTheBook(entry)]);

        var checkpoint = await Chain.ComputeAsync(journal, CancellationToken.None);

        Assert.Equal(new Checkpoint(3, Convert.ToHexStringLower(expected)), checkpoint);
    }

    /// <summary>Chains are published: if this one changes, every chain ever printed no longer verifies.</summary>
    [Fact]
    public async Task Chain_OverKnownEntries_IsThePublishedOne()
    {
        await using var journal = await FilledAsync();

        var checkpoint = await Chain.ComputeAsync(journal, CancellationToken.None);

        Assert.Equal("f80350a61c9f116509172909ce197d7456374e148859e75bf314df913f236e17", checkpoint.Hash);
    }

    [Fact]
    public async Task Chain_ContinuedFromACheckpoint_IsTheSame()
    {
        await using var journal = await FilledAsync();
        var entries = await journal.AllAsync();
        var whole = new Chain(journal.Operation);
        entries.ForEach(whole.Add);
        var first = new Chain(journal.Operation);
        first.Add(entries[0]);

        var rest = new Chain(first.Sequence, first.Hash);
        rest.Add(entries[1]);
        rest.Add(entries[2]);

        Assert.Equal(whole.Checkpoint, rest.Checkpoint);
    }

    [Fact]
    public async Task Chain_GivenAnotherThanTheNext_NamesTheOneThatIsMissing()
    {
        await using var journal = await FilledAsync();
        var entries = await journal.AllAsync();
        var chain = new Chain(journal.Operation);
        chain.Add(entries[0]);

        Assert.Equal(2, Assert.Throws<JournalCorruptException>(() => chain.Add(entries[2])).Sequence);
        Assert.Equal(2, Assert.Throws<JournalCorruptException>(() => chain.Add(entries[0])).Sequence);
        Assert.Equal(1, chain.Sequence);
    }

    [Fact]
    public void CanonicalBytes_ReadBack_AreTheFields()
    {
        var bytes = new byte[1024];
        var entry = new RawEntry
        {
            Sequence = 1, Grain = "case/c1"u8, Version = 2, Type = "case.noted.v1"u8, Payload = "{}"u8, Actor = "a"u8, Command = "k"u8,
            Ordinal = 3, Causation = 4, At = "at"u8, RecordedAt = ""u8,
        };
        CanonicalBytes.Write(entry, bytes);

        var read = CanonicalBytes.Read(bytes);
        var again = new byte[1024];
        CanonicalBytes.Write(read, again);

        Assert.Equal(bytes, again);
        Assert.True(read.Payload.SequenceEqual(bytes.AsSpan(CanonicalBytes.PayloadOffset(read), 2)));
        Assert.Equal(bytes.AsSpan().LastIndexOfAnyExcept((byte)0), CanonicalBytes.SizeOf(entry) - sizeof(int) - 1);
    }

    private static async Task<IJournal> FilledAsync()
    {
        var journal = new MemoryJournal(new("demo"), EventRegistry.Default);
        await journal.AppendAsync(Appends.Notes("c1", 0, "k1", 2));
        await journal.AppendAsync(Appends.Note("c2", 0, "k2", "张三 😀") with { Causation = 2, Actor = Actor.Deadline });
        return journal;
    }

    /// <summary>The canonical bytes once more, written from the documentation and not from the code.</summary>
    private static byte[] ByTheBook(JournalEntry e)
    {
        using var bytes = new MemoryStream();
        Number(e.Sequence);
        Text(Encoding.UTF8.GetBytes($"{e.Grain.Kind}/{e.Grain.Key}"));
        Number(e.Version);
        Text(Encoding.UTF8.GetBytes(e.EventType));
        Text(e.Payload.ToArray());
        Text(Encoding.UTF8.GetBytes(e.Actor.Value));
        Text(Encoding.UTF8.GetBytes(e.Command.Value));
        Number(e.Ordinal);
        Number(e.Causation ?? 0);
        Text(Encoding.UTF8.GetBytes($"{e.At:yyyy-MM-ddTHH:mm:ss.fffffffzzz}"));
        Text(Encoding.UTF8.GetBytes($"{e.RecordedAt:yyyy-MM-ddTHH:mm:ss.fffffffzzz}"));
        return bytes.ToArray();

        void Number(long value)
        {
            var eight = new byte[8];
            BinaryPrimitives.WriteInt64BigEndian(eight, value);
            bytes.Write(eight);
        }

        void Text(byte[] value)
        {
            var four = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(four, value.Length);
            bytes.Write(four);
            bytes.Write(value);
        }
    }
}
