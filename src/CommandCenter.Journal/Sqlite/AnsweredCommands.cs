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
    private readonly HashSet<CommandId> known = [];
    private readonly EntryDecoder decoder;
    private readonly Statement entries;
    private readonly Statement refusals;
    private readonly Statement insert;
    private readonly SqliteConnection connection;

    /// <summary>Prepares; <see cref="Load"/> fills.</summary>
    public AnsweredCommands(SqliteConnection connection, EventRegistry registry)
    {
        this.connection = connection;
        decoder = new(registry);
        entries = new(connection, $"SELECT {Schema.EntryColumns} FROM entries WHERE command = ? ORDER BY ordinal");
        refusals = new(connection, "SELECT rejection FROM answers WHERE command = ?");
        insert = new(connection, "INSERT INTO answers (command, grain, version, rejection, actor, at, recorded_at) VALUES (?,?,?,?,?,?,?)");
    }

    /// <summary>Learns all ids from the file.</summary>
    public void Load()
    {
        known.Clear();
        using var rows = new Statement(connection, "SELECT DISTINCT command FROM entries UNION ALL SELECT command FROM answers");
        while (rows.Step()) known.Add(new(rows.Text(0)!));
    }

    /// <summary>The earlier answer to a command, or null when it is new.</summary>
    /// <exception cref="JournalCorruptException">The answer cannot be read.</exception>
    public CommandAnswer? Find(CommandId command)
    {
        if (!known.Contains(command)) return null;
        var written = Entries(command);
        return new(written, written.IsEmpty ? Rejection(command) : null, Repeated: true);
    }

    /// <summary>Keeps in mind that a command was answered with entries.</summary>
    public void Add(CommandId command) => known.Add(command);

    /// <summary>Writes down that a command was refused or that nothing followed from it.</summary>
    public void Write(Append append)
    {
        insert.BindText(1, append.Command.Value);
        insert.BindText(2, append.Grain.ToString());
        insert.Bind(3, append.ExpectedVersion);
        if (append.Rejection is null) insert.BindNull(4);
        else insert.BindText(4, JsonSerializer.SerializeToUtf8Bytes(append.Rejection, EventJson.TypeOf<Rejection>()));
        insert.BindText(5, append.Actor.Value);
        insert.BindText(6, append.At.ToString("O"));
        insert.BindText(7, append.RecordedAt.ToString("O"));
        insert.Run();
        known.Add(append.Command);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        entries.Dispose();
        refusals.Dispose();
        insert.Dispose();
    }

    private ImmutableArray<JournalEntry> Entries(CommandId command)
    {
        var written = new List<JournalEntry>();
        entries.BindText(1, command.Value);
        try
        {
            while (entries.Step()) written.Add(decoder.Decode(EntryRow.Read(entries)));
        }
        finally
        {
            entries.Reset();
        }

        return [.. written];
    }

    private Rejection? Rejection(CommandId command)
    {
        refusals.BindText(1, command.Value);
        try
        {
            if (!refusals.Step() || refusals.Bytes(0) is not { IsEmpty: false } json) return null;
            return JsonSerializer.Deserialize(json, EventJson.TypeOf<Rejection>());
        }
        catch (JsonException e)
        {
            throw new JournalCorruptException(0, $"the refusal of command '{command}' cannot be read: {e.Message}", e);
        }
        finally
        {
            refusals.Reset();
        }
    }
}
