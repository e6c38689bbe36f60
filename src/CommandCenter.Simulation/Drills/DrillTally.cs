using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Queues;
using CommandCenter.Domain.Windows;
using CommandCenter.Journal;

namespace CommandCenter.Simulation.Drills;

/// <summary>Counts what a report needs, entry by entry.</summary>
public sealed class DrillTally : IFeedSubscriber
{
    private readonly Dictionary<TicketId, DateTimeOffset> _issued = [];
    private readonly SortedDictionary<string, List<TimeSpan>> _waits = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, WindowTally> _windows = new(StringComparer.Ordinal);
    private readonly Dictionary<UnitId, HouseholdId> _owners = [];

    /// <summary>Households that checked in.</summary>
    public int CheckedIn { get; private set; }

    /// <summary>Households done.</summary>
    public int Completed { get; private set; }

    /// <summary>Of these, without a flat.</summary>
    public int Declined { get; private set; }

    /// <summary>Households that left.</summary>
    public int GaveUp { get; private set; }

    /// <summary>Calls that nobody answered.</summary>
    public int NoShows { get; private set; }

    /// <summary>When the last household was done.</summary>
    public DateTimeOffset? EndOfDay { get; private set; }

    /// <summary>Flats that have an owner.</summary>
    public IReadOnlyDictionary<UnitId, HouseholdId> Owners => _owners;

    /// <summary>Flats confirmed to a second owner.</summary>
    public int DoubleAllocations { get; private set; }

    /// <summary>Incidents raised.</summary>
    public int Incidents { get; private set; }

    /// <summary>Escalations past the leader.</summary>
    public int Escalations { get; private set; }

    /// <summary>Matters registered.</summary>
    public int Cases { get; private set; }

    /// <summary>Matters answered.</summary>
    public int CasesAnswered { get; private set; }

    /// <summary>Waits from ticket to service, per step.</summary>
    public IReadOnlyDictionary<string, List<TimeSpan>> Waits => _waits;

    /// <inheritdoc/>
    public void Apply(JournalEntry entry)
    {
        switch (entry.Event)
        {
            case HouseholdCheckedIn: CheckedIn++; break;
            case JourneyCompleted e: Finish(e, entry.At); break;
            case HouseholdGaveUp: GaveUp++; break;
            case TicketIssued e: _issued[e.Ticket] = e.IssuedAt; break;
            case ServiceStarted e: Wait(e); break;
            case UnitConfirmed e: Own(e); break;
            case UnitReversed e: _owners.Remove(e.Unit); break;
            case NoShow: NoShows++; break;
            case IncidentRaised: Incidents++; break;
            case IncidentEscalated { Level: > 1 }: Escalations++; break;
            case CaseRegistered: Cases++; break;
            case CaseAnswered: CasesAnswered++; break;
            default: break;
        }

        Windows(entry);
    }

    /// <summary>The windows' share of open time with a household at them; windows still open count until a moment.</summary>
    public IReadOnlyDictionary<string, WindowReport> WindowReports(DateTimeOffset until) =>
        _windows.ToDictionary(static w => w.Key, w => w.Value.Report(until));

    private void Finish(JourneyCompleted e, DateTimeOffset at)
    {
        Completed++;
        Declined += e.Declined ? 1 : 0;
        EndOfDay = at;
    }

    private void Wait(ServiceStarted e)
    {
        if (!_waits.TryGetValue(e.Step.Value, out var waits))
        {
            _waits.Add(e.Step.Value, waits = []);
        }

        waits.Add(e.StartedAt - _issued[e.Ticket]);
    }

    private void Own(UnitConfirmed e)
    {
        if (!_owners.TryAdd(e.Unit.Id, e.Household))
        {
            DoubleAllocations++;
        }
    }

    private void Windows(JournalEntry entry)
    {
        switch (entry.Event)
        {
            case WindowOpened e: Of(e.Window).Open(entry.At); break;
            case WindowPaused e: Of(e.Window).Close(entry.At); break;
            case WindowClosed e: Of(e.Window).Close(entry.At); break;
            case ServiceCompleted e: Of(e.Window).Served(entry.At - e.ArrivedAt); break;
            default: break;
        }
    }

    private WindowTally Of(WindowId window)
    {
        if (!_windows.TryGetValue(window.Value, out var tally))
        {
            _windows.Add(window.Value, tally = new());
        }

        return tally;
    }

    private sealed class WindowTally
    {
        private DateTimeOffset? _since;
        private TimeSpan _open;
        private TimeSpan _busy;
        private int _served;

        public void Open(DateTimeOffset at) => _since ??= at;

        public void Close(DateTimeOffset at)
        {
            _open += at - (_since ?? at);
            _since = null;
        }

        public void Served(TimeSpan time)
        {
            _served++;
            _busy += time;
        }

        public WindowReport Report(DateTimeOffset until)
        {
            var open = _open + (until - (_since ?? until));
            return new(_served, open > TimeSpan.Zero ? Math.Round(Math.Min(1, _busy / open), 3) : 0);
        }
    }
}
