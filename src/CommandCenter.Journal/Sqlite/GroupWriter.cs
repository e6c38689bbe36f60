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

    private readonly string _path;
    private readonly EventRegistry _registry;
    private readonly Func<WriteSession> _open;
    private readonly RecentEntries _recent;
    private readonly Pulse _pulse;
    private readonly object _gate = new();
    private readonly Queue<PendingAppend> _queue = new();
    private readonly Dictionary<string, long> _cursors;
    private readonly HashSet<string> _movedCursors = [];
    private readonly List<PendingAppend> _group = new(LargestGroup);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WriteSession? _session;

    // The newest entry that moved the operation's frame: as of the last group, and as of the one at hand.
    private long _frame;
    private long _nextFrame;

    private bool _stopping;

    /// <summary>Opens the file and starts the thread.</summary>
    /// <exception cref="JournalUnavailableException">The file cannot be opened or created.</exception>
    /// <exception cref="JournalCorruptException">The file is not a whole journal of this operation.</exception>
    public GroupWriter(string path, Func<WriteSession> open, EventRegistry registry, RecentEntries recent, Pulse pulse)
    {
        (_path, _open, _registry, _recent, _pulse) = (path, open, registry, recent, pulse);
        try
        {
            _session = _open();
            _cursors = _session.ReadCursors();
        }
        catch (Exception e) when (StoreFault.IsOne(e))
        {
            _session?.Dispose();
            throw StoreFault.Translate(e, _path, 0);
        }

        _recent.Publish(_session.Sequence);
        new Thread(Run) { IsBackground = true, Name = $"journal {Path.GetFileNameWithoutExtension(_path)}" }.Start();
    }

    /// <summary>Hands over an append.</summary>
    /// <exception cref="ObjectDisposedException">The writer is closed.</exception>
    public Task<CommandAnswer> Enqueue(PendingAppend pending)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_stopping, typeof(SqliteJournal));
            _queue.Enqueue(pending);
            if (_queue.Count == 1) Monitor.Pulse(_gate);
        }

        return pending.Task;
    }

    /// <summary>A reader's position.</summary>
    public long ReadCursor(string reader)
    {
        lock (_gate) return _cursors.GetValueOrDefault(reader);
    }

    /// <summary>Moves a reader's position. It is stored with the next group, or when the writer closes.</summary>
    public void SaveCursor(string reader, long sequence)
    {
        lock (_gate)
        {
            _cursors[reader] = sequence;
            _movedCursors.Add(reader);
        }
    }

    /// <summary>Writes what has queued up and closes the file.</summary>
    public Task CloseAsync()
    {
        lock (_gate)
        {
            _stopping = true;
            Monitor.Pulse(_gate);
        }

        return _ended.Task;
    }

    private void Run()
    {
        while (TakeGroup())
        {
            WriteGroup();
            _group.Clear();
        }

        StoreCursorsAtLast();
        _session?.Dispose();
        _ended.SetResult();
    }

    private bool TakeGroup()
    {
        lock (_gate)
        {
            while (_queue.Count == 0 && !_stopping) Monitor.Wait(_gate);
            while (_group.Count < LargestGroup && _queue.TryDequeue(out var pending))
            {
                if (pending.TryTake()) _group.Add(pending);
            }

            return _group.Count > 0 || !_stopping || _queue.Count > 0;
        }
    }

    private void WriteGroup()
    {
        if (_group.Count == 0) return;
        try
        {
            _session ??= _open();
            _session.Begin();
            CheckNothingVanished();

            // What came into the file by another way, or was thought lost with its group, may have moved the frame.
            _nextFrame = _session.Sequence > _recent.LastSequence ? _session.Sequence : _frame;
            foreach (var pending in _group) Settle(pending);
            StoreMovedCursors();
            _session.Commit();
        }
        catch (Exception e)
        {
            Abandon(StoreFault.Translate(e, _path, _recent.LastSequence + 1));
            return;
        }

        Publish();
    }

    /// <summary>A file that was opened again may be another one: removed, or put back from a copy.</summary>
    private void CheckNothingVanished()
    {
        if (_session!.Sequence < _recent.LastSequence)
            throw new JournalCorruptException(_session.Sequence + 1, $"{_path} ends at {_session.Sequence}, it had {_recent.LastSequence}.");
    }

    private void Settle(PendingAppend pending)
    {
        var append = pending.Append;
        if (_session!.FindAnswer(append.Command) is { } earlier)
        {
            pending.Answer = earlier;
            return;
        }

        var version = _session.VersionOf(append.Grain);
        if (version != append.ExpectedVersion)
        {
            pending.Conflict = JournalRules.Conflict(append, version);
        }
        else if (append.FrameKnown < _nextFrame)
        {
            pending.Conflict = JournalRules.FrameMoved(append, _nextFrame);
        }
        else
        {
            pending.Answer = _session.Write(append, pending.Rows, _registry);
            if (append.MovesFrame) _nextFrame = _session.Sequence;
        }
    }

    private void Publish()
    {
        _frame = _nextFrame;
        foreach (var pending in _group)
        {
            if (pending.Answer is not { Repeated: false } answer) continue;
            foreach (var entry in answer.Entries) _recent.Keep(entry);
        }

        _recent.Publish(_session!.Sequence);
        _pulse.Announce();
        foreach (var pending in _group) pending.Report();
    }

    private void Abandon(Exception fault)
    {
        _session?.Dispose();
        _session = null;
        foreach (var pending in _group) pending.Report(fault);
    }

    private void StoreMovedCursors()
    {
        lock (_gate)
        {
            foreach (var reader in _movedCursors) _session!.SaveCursor(reader, _cursors[reader]);
            _movedCursors.Clear();
        }
    }

    /// <summary>A position may be lost: its reader repeats. So a store that fails now need not hold up the end.</summary>
    private void StoreCursorsAtLast()
    {
        try
        {
            if (_movedCursors.Count == 0 || _session is null) return;
            _session.Begin();
            StoreMovedCursors();
            _session.Commit();
        }
        catch (Exception e) when (StoreFault.Translate(e, _path, 0) is JournalUnavailableException)
        {
            _movedCursors.Clear();
        }
    }
}
