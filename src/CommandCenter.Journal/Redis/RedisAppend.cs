using System.Collections.Immutable;
using System.Text.Json;
using CommandCenter.Domain;
using CommandCenter.Domain.Identity;
using CommandCenter.Journal.Chains;
using CommandCenter.Journal.Events;
using StackExchange.Redis;

namespace CommandCenter.Journal.Redis;

/// <summary>One append as the script takes it, and the script's answer as callers get it.</summary>
internal sealed class RedisAppend
{
    private const int FirstEvent = 12;
    private readonly Append _append;
    private readonly byte[][] _payloads;
    private readonly string[] _types;

    /// <summary>Encodes what was decided.</summary>
    /// <exception cref="ArgumentException">An event cannot be stored.</exception>
    public RedisAppend(Append append, EventRegistry registry)
    {
        _append = append;
        _payloads = [.. append.Events.Select(e => EntryEncoder.Mine.EncodePayload(e, registry))];
        _types = [.. append.Events.Select(registry.NameOf)];
    }

    /// <summary>The script's arguments, in the order that stands at its head.</summary>
    public RedisValue[] Arguments(string channel, string writer)
    {
        var values = new RedisValue[FirstEvent + (2 * _payloads.Length)];
        values[0] = _append.Grain.ToString();
        values[1] = _append.ExpectedVersion;
        values[2] = _append.Command.Value;
        values[3] = _append.Actor.Value;
        values[4] = _append.Causation ?? 0;
        values[5] = _append.At.ToString("O");
        values[6] = _append.RecordedAt.ToString("O");
        values[7] = _append.Rejection is { } refusal ? JsonSerializer.SerializeToUtf8Bytes(refusal, EventJson.TypeOf<Rejection>()) : RedisValue.EmptyString;
        values[8] = channel;
        values[9] = writer;
        values[10] = _append.FrameKnown ?? RedisValue.EmptyString;
        values[11] = _append.MovesFrame ? 1 : 0;
        for (var i = 0; i < _payloads.Length; i++)
        {
            values[FirstEvent + (2 * i)] = _types[i];
            values[FirstEvent + (2 * i) + 1] = _payloads[i];
        }

        return values;
    }

    /// <summary>What the script said.</summary>
    /// <exception cref="JournalConflictException">Another writer was faster.</exception>
    /// <exception cref="JournalCorruptException">An earlier answer cannot be read.</exception>
    public CommandAnswer Answer(RedisResult said, RedisReader reader) => (string?)said[0] switch
    {
        "written" => new(_append.Grain, Written((long)said[1]), _append.Rejection, Repeated: false),
        "conflict" => throw JournalRules.Conflict(_append, (long)said[1]),
        "moved" => throw JournalRules.FrameMoved(_append, (long)said[1]),
        _ => Earlier((string?)said[1] ?? "", reader.Decode(said[2])),
    };

    private CommandAnswer Earlier(string answer, List<JournalEntry> entries)
    {
        if (entries.Count > 0) return new(entries[0].Grain, [.. entries], null, Repeated: true);
        try
        {
            // "nothing GRAIN", then the refusal where there was one.
            var parts = answer.Split(' ', 3);
            var rejection = parts[2].Length == 0 ? null : JsonSerializer.Deserialize(parts[2], EventJson.TypeOf<Rejection>());
            return new(GrainAddress.Parse(parts[1]), [], rejection, Repeated: true);
        }
        catch (Exception e) when (e is JsonException or FormatException or IndexOutOfRangeException)
        {
            throw new JournalCorruptException(0, $"the answer to command '{_append.Command}' cannot be read: {e.Message}", e);
        }
    }

    private ImmutableArray<JournalEntry> Written(long first) =>
    [
        .. _append.Events.Select((e, i) => new JournalEntry(
            first + i, _append.Grain, _append.ExpectedVersion + i + 1, _types[i], _payloads[i], e,
            _append.Actor, _append.Command, i, _append.Causation, _append.At, _append.RecordedAt)),
    ];
}
