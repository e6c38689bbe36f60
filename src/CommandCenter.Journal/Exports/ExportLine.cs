using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using CommandCenter.Domain.Operations;
using CommandCenter.Journal.Chains;
using CommandCenter.Journal.Events;

namespace CommandCenter.Journal.Exports;

/// <summary>
/// An entry as one line of an export: every stored field, its hash, whose journal it is and how many entries the export
/// holds, so that a line stands for itself and a cut-off end is seen; a drill's says so. The payload keeps its stored bytes.
/// </summary>
internal sealed class ExportLine
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly byte[] _grain;
    private readonly byte[] _type;
    private readonly byte[] _payload;
    private readonly byte[] _actor;
    private readonly byte[] _command;
    private readonly byte[] _at;
    private readonly byte[] _recordedAt;
    private readonly long _version;
    private readonly long _ordinal;
    private readonly long _causation;

    private ExportLine(JsonElement line)
    {
        Operation = line.GetProperty("operation").GetString()!;
        Sequence = line.GetProperty("sequence").GetInt64();
        Of = line.GetProperty("of").GetInt64();
        _version = line.GetProperty("version").GetInt64();
        _ordinal = line.GetProperty("ordinal").GetInt64();
        _causation = line.GetProperty("causation") is { ValueKind: JsonValueKind.Number } number ? number.GetInt64() : 0;
        _payload = JsonMarshal.GetRawUtf8Value(line.GetProperty("payload")).ToArray();
        (_grain, _type, _actor) = (Text(line, "grain"), Text(line, "type"), Text(line, "actor"));
        (_command, _at, _recordedAt) = (Text(line, "command"), Text(line, "at"), Text(line, "recordedAt"));
        Hash = Convert.FromHexString(line.GetProperty("hash").GetString()!);
    }

    /// <summary>Whose journal.</summary>
    public string Operation { get; }

    /// <summary>Position in the operation.</summary>
    public long Sequence { get; }

    /// <summary>How many entries the export holds.</summary>
    public long Of { get; }

    /// <summary>The stored hash.</summary>
    public byte[] Hash { get; }

    /// <summary>The stored fields.</summary>
    public RawEntry Entry => new()
    {
        Sequence = Sequence, Grain = _grain, Version = _version, Type = _type, Payload = _payload, Actor = _actor, Command = _command,
        Ordinal = _ordinal, Causation = _causation, At = _at, RecordedAt = _recordedAt,
    };

    /// <summary>Reads a line.</summary>
    /// <exception cref="FormatException">It is not a line of an export.</exception>
    public static ExportLine Parse(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line, Strict);
            return new(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentNullException)
        {
            throw new FormatException($"the line cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Whether this entry founds a drill: from here on every line is marked.</summary>
    public static bool FoundsDrill(in RawEntry entry) =>
        entry.Type.SequenceEqual("operation.created.v1"u8) && entry.Payload.IndexOf("\"mode\":\"drill\""u8) >= 0;

    /// <summary>Writes a line with its line end.</summary>
    /// <exception cref="JournalCorruptException">The payload is not JSON.</exception>
    public static void Write(IBufferWriter<byte> target, string operation, bool isDrill, long of, in RawEntry entry, ReadOnlySpan<byte> hash)
    {
        using (var line = new Utf8JsonWriter(target, EventJson.WriterOptions))
        {
            line.WriteStartObject();
            line.WriteString("operation"u8, operation);
            if (isDrill) line.WriteString("mark"u8, DrillMark.Words);
            line.WriteNumber("sequence"u8, entry.Sequence);
            line.WriteNumber("of"u8, of);
            line.WriteString("grain"u8, entry.Grain);
            line.WriteNumber("version"u8, entry.Version);
            line.WriteString("type"u8, entry.Type);
            WritePayload(line, entry);
            line.WriteString("actor"u8, entry.Actor);
            line.WriteString("command"u8, entry.Command);
            line.WriteNumber("ordinal"u8, entry.Ordinal);
            if (entry.Causation == 0) line.WriteNull("causation"u8);
            else line.WriteNumber("causation"u8, entry.Causation);
            line.WriteString("at"u8, entry.At);
            line.WriteString("recordedAt"u8, entry.RecordedAt);
            line.WriteString("hash"u8, Convert.ToHexStringLower(hash));
            line.WriteEndObject();
        }

        target.Write("\n"u8);
    }

    private static void WritePayload(Utf8JsonWriter line, in RawEntry entry)
    {
        line.WritePropertyName("payload"u8);
        try
        {
            line.WriteRawValue(entry.Payload);
        }
        catch (JsonException e)
        {
            throw new JournalCorruptException(entry.Sequence, $"the payload is not JSON: {e.Message}", e);
        }
    }

    private static byte[] Text(JsonElement line, string name) => Encoding.UTF8.GetBytes(line.GetProperty(name).GetString()!);
}
