using CommandCenter.Domain.Identity;
using CommandCenter.Journal.Events;

namespace CommandCenter.Journal.Sqlite;

/// <summary>
/// The one thread that writes a journal file. It takes whatever has queued up and makes it durable as one group, so that
/// many callers share one flush of the disk. If that fails, all of the group are told so, the file is closed, and the next
/// group opens it again: once there is room, writing goes on by itself.
/// </summary>
internal sealed class GroupWriter
{
    /// <summary>A group is one transaction; more than this would make the first of it wait too long.</summary>
    private const int LargestGroup = 512;

    private readonly string path;
    private readonly OperationId operation;
    private readonly EventRegistry registry;
    private readonly RecentEntries recent;
    private readonly Pulse pulse;
    private readonly object gate = new();
    private readonly Queue<PendingAppend> queue = new();
    private readonly Dictionary<string, long> cursors;
    private readonly HashSet<string> movedCursors = [];
    private readonly List<PendingAppend> group = new(LargestGroup);
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WriteSession? session;
    private bool stopping;

    /// <summary>Opens the file and starts the thread.</summary>
    /// <exception cref="JournalUnavailableException">The file cannot be opened or created.</exception>
    /// <exception cref="JournalCorruptException">The file is not a whole journal of this operation.</exception>
    public GroupWriter(string path, OperationId operation, EventRegistry registry, RecentEntries recent, Pulse pulse)
    {
        (this.path, this.operation, this.registry, this.recent, this.pulse) = (path, operation, registry, recent, pulse);
        try
        {
            session = WriteSession.Open(path, operation, registry);
            cursors = session.ReadCursors();
        }
        catch (Exception e)
        {
            session?.Dispose();
            throw StoreFault.Translate(e, path, 0);
        }

        recent.Publish(session.Sequence);
        new Thread(Run) { IsBackground = true, Name = $"journal {operation}" }.Start();
    }

    /// <summary>Hands over an append.</summary>
    /// <exception cref="ObjectDisposedException">The writer is closed.</exception>
    public Task<CommandAnswer> Enqueue(PendingAppend pending)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(stopping, typeof(SqliteJournal));
            queue.Enqueue(pending);
            if (queue.Count == 1) Monitor.Pulse(gate);
        }

        return pending.Task;
    }

    /// <summary>A reader's position.</summary>
    public long ReadCursor(string reader)
    {
        lock (gate) return cursors.GetValueOrDefault(reader);
    }

    /// <summary>Moves a reader's position. It is stored with the next group, or when the writer closes.</summary>
    public void SaveCursor(string reader, long sequence)
    {
        lock (gate)
        {
            cursors[reader] = sequence;
            movedCursors.Add(reader);
        }
    }

    /// <summary>Writes what has queued up and closes the file.</summary>
    public Task CloseAsync()
    {
        lock (gate)
        {
            stopping = true;
            Monitor.Pulse(gate);
        }

        return ended.Task;
    }

    private void Run()
    {
        while (TakeGroup())
        {
            WriteGroup();
            group.Clear();
        }

        StoreCursorsAtLast();
        session?.Dispose();
        ended.SetResult();
    }

    private bool TakeGroup()
    {
        lock (gate)
        {
            while (queue.Count == 0 && !stopping) Monitor.Wait(gate);
            while (group.Count < LargestGroup && queue.TryDequeue(out var pending))
            {
                if (pending.TryTake()) group.Add(pending);
            }

            return group.Count > 0 || !stopping || queue.Count > 0;
        }
    }

    private void WriteGroup()
    {
        if (group.Count == 0) return;
        try
        {
            session ??= WriteSession.Open(path, operation, registry);
            session.Begin();
            CheckNothingVanished();
            foreach (var pending in group) Settle(pending);
            StoreMovedCursors();
            session.Commit();
        }
        catch (Exception e)
        {
            Abandon(StoreFault.Translate(e, path, recent.LastSequence + 1));
            return;
        }

        Publish();
    }

    /// <summary>A file that was opened again may be another one: removed, or put back from a copy.</summary>
    private void CheckNothingVanished()
    {
        if (session!.Sequence < recent.LastSequence)
            throw new JournalCorruptException(session.Sequence + 1, $"{path} ends at {session.Sequence}, it had {recent.LastSequence}.");
    }

    private void Settle(PendingAppend pending)
    {
        var append = pending.Append;
        if (session!.FindAnswer(append.Command) is { } earlier)
        {
            pending.Answer = earlier;
            return;
        }

        var version = session.VersionOf(append.Grain);
        if (version == append.ExpectedVersion) pending.Answer = session.Write(append, pending.Rows, registry);
        else pending.Conflict = JournalRules.Conflict(append, version);
    }

    private void Publish()
    {
        foreach (var pending in group)
        {
            if (pending.Answer is not { Repeated: false } answer) continue;
            foreach (var entry in answer.Entries) recent.Keep(entry);
        }

        recent.Publish(session!.Sequence);
        pulse.Announce();
        foreach (var pending in group) pending.Report();
    }

    private void Abandon(Exception fault)
    {
        session?.Dispose();
        session = null;
        foreach (var pending in group) pending.Report(fault);
    }

    private void StoreMovedCursors()
    {
        lock (gate)
        {
            foreach (var reader in movedCursors) session!.SaveCursor(reader, cursors[reader]);
            movedCursors.Clear();
        }
    }

    /// <summary>A position may be lost: its reader repeats. So a store that fails now need not hold up the end.</summary>
    private void StoreCursorsAtLast()
    {
        try
        {
            if (movedCursors.Count == 0 || session is null) return;
            session.Begin();
            StoreMovedCursors();
            session.Commit();
        }
        catch (Exception e) when (StoreFault.Translate(e, path, 0) is JournalUnavailableException)
        {
            movedCursors.Clear();
        }
    }
}
