using System.Collections.Immutable;
using System.Text.Json;
using CommandCenter.Domain;
using CommandCenter.Domain.Identity;
using CommandCenter.Journal.Chains;
using CommandCenter.Journal.Events;
using Microsoft.Data.Sqlite;

namespace CommandCenter.Journal.Sqlite;

/// <summary>
/// Which commands have been answered, and how. The ids are held in memory, since every append asks; the answers stay in
/// the file, since hardly anyone does. Works on the writer's connection and sees what its open transaction has written.
/// </summary>
internal sealed class AnsweredCommands : IDisposable
{
    private readonly HashSet<CommandId> _known = [];
    private readonly EntryDecoder _decoder;
    private readonly Statement _entries;
    private readonly Statement _refusals;
    private readonly Statement _insert;
    private readonly SqliteConnection _connection;

    /// <summary>Prepares; <see cref="Load"/> fills.</summary>
    public AnsweredCommands(SqliteConnection connection, EventRegistry registry)
    {
        _connection = connection;
        _decoder = new(registry);
        _entries = new(connection, $"SELECT {Schema.EntryColumns} FROM entries WHERE command = ? ORDER BY ordinal");
        _refusals = new(connection, "SELECT grain, rejection FROM answers WHERE command = ?");
        _insert = new(connection, "INSERT INTO answers (command, grain, version, rejection, actor, at, recorded_at) VALUES (?,?,?,?,?,?,?)");
    }

    /// <summary>Learns all ids from the file.</summary>
    public void Load()
    {
        _known.Clear();
        using var rows = new Statement(_connection, "SELECT DISTINCT command FROM entries UNION ALL SELECT command FROM answers");
        while (rows.Step()) _known.Add(new(rows.Text(0)!));
    }

    /// <summary>The earlier answer to a command, or null when it is new.</summary>
    /// <exception cref="JournalCorruptException">The answer cannot be read.</exception>
    public CommandAnswer? Find(CommandId command)
    {
        if (!_known.Contains(command)) return null;
        var written = Entries(command);
        return written.IsEmpty ? WithoutEntries(command) : new(written[0].Grain, written, null, Repeated: true);
    }

    /// <summary>Keeps in mind that a command was answered with entries.</summary>
    public void Add(CommandId command) => _known.Add(command);

    /// <summary>Writes down that a command was refused or that nothing followed from it.</summary>
    public void Write(Append append)
    {
        _insert.BindText(1, append.Command.Value);
        _insert.BindText(2, append.Grain.ToString());
        _insert.Bind(3, append.ExpectedVersion);
        if (append.Rejection is null) _insert.BindNull(4);
        else _insert.BindText(4, JsonSerializer.SerializeToUtf8Bytes(append.Rejection, EventJson.TypeOf<Rejection>()));
        _insert.BindText(5, append.Actor.Value);
        _insert.BindText(6, append.At.ToString("O"));
        _insert.BindText(7, append.RecordedAt.ToString("O"));
        _insert.Run();
        _known.Add(append.Command);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _entries.Dispose();
        _refusals.Dispose();
        _insert.Dispose();
    }

    private ImmutableArray<JournalEntry> Entries(CommandId command)
    {
        var written = new List<JournalEntry>();
        _entries.BindText(1, command.Value);
        try
        {
            while (_entries.Step()) written.Add(_decoder.Decode(EntryRow.Read(_entries)));
        }
        finally
        {
            _entries.Reset();
        }

        return [.. written];
    }

    private CommandAnswer WithoutEntries(CommandId command)
    {
        _refusals.BindText(1, command.Value);
        try
        {
            if (!_refusals.Step()) throw new JournalCorruptException(0, $"the answer to command '{command}' is missing.");
            var rejection = _refusals.Bytes(1) is { IsEmpty: false } json
                ? JsonSerializer.Deserialize(json, EventJson.TypeOf<Rejection>())
                : null;
            return new(GrainAddress.Parse(_refusals.Text(0)!), [], rejection, Repeated: true);
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            throw new JournalCorruptException(0, $"the answer to command '{command}' cannot be read: {e.Message}", e);
        }
        finally
        {
            _refusals.Reset();
        }
    }
}
