using System.Buffers.Text;
using System.Text;
using CommandCenter.Domain.Identity;
using CommandCenter.Journal.Events;

namespace CommandCenter.Journal.Chains;

/// <summary>
/// Turns stored fields into entries. Grains, actors and names repeat all day, so it keeps them. One thread at a time.
/// </summary>
internal sealed class EntryDecoder(EventRegistry registry)
{
    private const int LongestKept = 192;
    private const int MostKept = 20_000;

    private readonly Dictionary<string, GrainAddress> _grains = [];
    private readonly Dictionary<string, Actor> _actors = [];

    /// <summary>Reads an entry.</summary>
    /// <exception cref="JournalCorruptException">A field or the payload cannot be read.</exception>
    public JournalEntry Decode(in RawEntry raw)
    {
        var payload = raw.Payload.ToArray();
        var type = Name(raw.Type);
        return new(
            raw.Sequence, Grain(raw), raw.Version, type, payload, registry.Read(raw.Sequence, type, payload),
            Kept(_actors, raw.Actor, static text => new Actor(text)), new(Encoding.UTF8.GetString(raw.Command)),
            checked((int)raw.Ordinal), raw.Causation == 0 ? null : raw.Causation,
            Moment(raw.Sequence, raw.At), Moment(raw.Sequence, raw.RecordedAt));
    }

    private static DateTimeOffset Moment(long sequence, ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text, out DateTimeOffset moment, out var read, 'O') && read == text.Length
            ? moment
            : throw new JournalCorruptException(sequence, $"'{Encoding.UTF8.GetString(text)}' is not a moment.");

    private static T Kept<T>(Dictionary<string, T> kept, ReadOnlySpan<byte> utf8, Func<string, T> make)
    {
        Span<char> buffer = stackalloc char[LongestKept];
        if (!Encoding.UTF8.TryGetChars(utf8, buffer, out var length)) return make(Encoding.UTF8.GetString(utf8));
        var text = buffer[..length];
        var lookup = kept.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(text, out var value)) return value;
        if (kept.Count == MostKept) kept.Clear();
        var key = text.ToString();
        return kept[key] = make(key);
    }

    private GrainAddress Grain(in RawEntry raw)
    {
        try
        {
            return Kept(_grains, raw.Grain, GrainAddress.Parse);
        }
        catch (FormatException e)
        {
            throw new JournalCorruptException(raw.Sequence, e.Message, e);
        }
    }

    private string Name(ReadOnlySpan<byte> utf8)
    {
        Span<char> buffer = stackalloc char[LongestKept];
        return Encoding.UTF8.TryGetChars(utf8, buffer, out var length) && registry.Intern(buffer[..length]) is { } name
            ? name
            : Encoding.UTF8.GetString(utf8);
    }
}
