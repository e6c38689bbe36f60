using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace CommandCenter.Bench;

/// <summary>
/// What the journal is measured against: the same rows and the same unique indexes in the same kind of file, written by one
/// thread that commits whatever has queued up. No checks, no answers, no encoding: a row is ready when it is handed over.
/// </summary>
internal sealed class BareWriter : IAsyncDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand insert;
    private readonly object gate = new();
    private readonly Queue<(BareRow Row, TaskCompletionSource Done)> queue = new();
    private readonly Thread thread;
    private readonly int largestGroup;
    private bool stopping;
    private long sequence;

    public BareWriter(string path, int largestGroup)
    {
        this.largestGroup = largestGroup;
        connection = new($"Data Source={path};Pooling=False");
        connection.Open();
        Execute(
            """
            PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=20000; PRAGMA cache_size=-32000;
            CREATE TABLE entries (sequence INTEGER PRIMARY KEY, grain TEXT NOT NULL, version INTEGER NOT NULL, type TEXT NOT NULL,
              payload TEXT NOT NULL, actor TEXT NOT NULL, command TEXT NOT NULL, ordinal INTEGER NOT NULL, causation INTEGER,
              at TEXT NOT NULL, recorded_at TEXT NOT NULL, hash BLOB NOT NULL) STRICT;
            CREATE UNIQUE INDEX entries_version ON entries (grain, version);
            CREATE UNIQUE INDEX entries_command ON entries (command, ordinal);
            """);
        insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO entries VALUES ($0,$1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11)";
        for (var i = 0; i < 12; i++) insert.Parameters.Add(new() { ParameterName = "$" + i.ToString(CultureInfo.InvariantCulture) });
        insert.Prepare();
        thread = new Thread(Run) { IsBackground = true };
        thread.Start();
    }

    public Task WriteAsync(BareRow row)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            queue.Enqueue((row, done));
            if (queue.Count == 1) Monitor.Pulse(gate);
        }

        return done.Task;
    }

    public ValueTask DisposeAsync()
    {
        lock (gate)
        {
            stopping = true;
            Monitor.Pulse(gate);
        }

        thread.Join();
        insert.Dispose();
        connection.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Run()
    {
        var group = new List<(BareRow Row, TaskCompletionSource Done)>();
        while (true)
        {
            lock (gate)
            {
                while (queue.Count == 0 && !stopping) Monitor.Wait(gate);
                while (group.Count < largestGroup && queue.TryDequeue(out var item)) group.Add(item);
            }

            if (group.Count == 0) return;
            Commit(group);
            foreach (var (_, done) in group) done.SetResult();
            group.Clear();
        }
    }

    private void Commit(List<(BareRow Row, TaskCompletionSource Done)> group)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        insert.Transaction = transaction;
        foreach (var (row, _) in group)
        {
            object[] values = [++sequence, row.Grain, row.Version, row.Type, row.Payload, row.Actor, row.Command, 0L, DBNull.Value, row.At, row.At, row.Hash];
            for (var i = 0; i < values.Length; i++) insert.Parameters[i].Value = values[i];
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

/// <summary>A row, ready to be written.</summary>
internal sealed record BareRow(
    string Grain, long Version, string Type, string Payload, string Actor, string Command, string At, byte[] Hash)
{
    public static BareRow Create(string grain, long version, string type, string payload, string command, DateTimeOffset at) =>
        new(grain, version, type, payload, "clerk-1", command, at.ToString("O", CultureInfo.InvariantCulture),
            SHA256.HashData(Encoding.UTF8.GetBytes(command)));
}
