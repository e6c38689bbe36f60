using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CommandCenter.Domain;
using CommandCenter.Journal.Events;

namespace CommandCenter.Journal.Chains;

/// <summary>Turns entries into their canonical bytes. Keeps its scratch memory; one per thread.</summary>
internal sealed class EntryEncoder
{
    /// <summary>A moment as stored: <c>2026-10-05T09:00:00.0000000+08:00</c>.</summary>
    private const int MomentSize = 33;

    /// <summary>Beyond this the memory is given back: one huge payload must not stay with every thread.</summary>
    private const int LargestScratch = 256 * 1024;

    [ThreadStatic]
    private static EntryEncoder? _mine;

    private ArrayBufferWriter<byte> _scratch = new(1024);

    private EntryEncoder()
    {
    }

    /// <summary>The one of this thread.</summary>
    public static EntryEncoder Mine => _mine ??= new();

    /// <summary>The bytes of an event to be appended, with room in front; the sequence is still 0.</summary>
    /// <param name="append">What the command decided.</param>
    /// <param name="ordinal">Which of its events.</param>
    /// <param name="registry">Gives name and payload.</param>
    /// <param name="room">Free bytes in front.</param>
    /// <exception cref="ArgumentException">The event cannot be stored.</exception>
    public byte[] Encode(Append append, int ordinal, EventRegistry registry, int room)
    {
        Clear();
        var @event = append.Events[ordinal];
        var payload = PutPayload(registry, @event);
        var texts = PutTexts(append.Grain.ToString(), registry.NameOf(@event), append.Actor.Value, append.Command.Value);
        var moments = PutMoments(append.At, append.RecordedAt);
        var all = _scratch.WrittenSpan;
        return Canonical(
            new()
            {
                Sequence = 0, Version = append.ExpectedVersion + ordinal + 1, Ordinal = ordinal, Causation = append.Causation ?? 0,
                Grain = all[texts.Grain], Type = all[texts.Type], Payload = all[payload], Actor = all[texts.Actor],
                Command = all[texts.Command], At = all[moments.At], RecordedAt = all[moments.RecordedAt],
            },
            room);
    }

    /// <summary>The bytes of a stored entry, with room in front.</summary>
    public byte[] Encode(JournalEntry entry, int room)
    {
        Clear();
        var texts = PutTexts(entry.Grain.ToString(), entry.EventType, entry.Actor.Value, entry.Command.Value);
        var moments = PutMoments(entry.At, entry.RecordedAt);
        var all = _scratch.WrittenSpan;
        return Canonical(
            new()
            {
                Sequence = entry.Sequence, Version = entry.Version, Ordinal = entry.Ordinal, Causation = entry.Causation ?? 0,
                Grain = all[texts.Grain], Type = all[texts.Type], Payload = entry.Payload.Span, Actor = all[texts.Actor],
                Command = all[texts.Command], At = all[moments.At], RecordedAt = all[moments.RecordedAt],
            },
            room);
    }

    /// <summary>The payload of an event alone.</summary>
    public byte[] EncodePayload(IEvent @event, EventRegistry registry)
    {
        Clear();
        var payload = PutPayload(registry, @event);
        return _scratch.WrittenSpan[payload].ToArray();
    }

    private static byte[] Canonical(in RawEntry entry, int room)
    {
        var bytes = new byte[room + CanonicalBytes.SizeOf(entry)];
        CanonicalBytes.Write(entry, bytes.AsSpan(room));
        return bytes;
    }

    private void Clear()
    {
        if (_scratch.Capacity > LargestScratch) _scratch = new(1024);
        else _scratch.ResetWrittenCount();
    }

    private Range PutPayload(EventRegistry registry, IEvent @event)
    {
        var start = _scratch.WrittenCount;
        using var json = new Utf8JsonWriter(_scratch, EventJson.WriterOptions);
        registry.Write(@event, json);
        json.Flush();
        return start.._scratch.WrittenCount;
    }

    private (Range Grain, Range Type, Range Actor, Range Command) PutTexts(string grain, string type, string actor, string command) =>
        (Put(grain), Put(type), Put(actor), Put(command));

    private (Range At, Range RecordedAt) PutMoments(DateTimeOffset at, DateTimeOffset recordedAt) => (Put(at), Put(recordedAt));

    private Range Put(string text)
    {
        var start = _scratch.WrittenCount;
        Encoding.UTF8.GetBytes(text, _scratch);
        return start.._scratch.WrittenCount;
    }

    private Range Put(DateTimeOffset moment)
    {
        var start = _scratch.WrittenCount;
        moment.TryFormat(_scratch.GetSpan(MomentSize), out var length, "O", CultureInfo.InvariantCulture);
        _scratch.Advance(length);
        return start.._scratch.WrittenCount;
    }
}
