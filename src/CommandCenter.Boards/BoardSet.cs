using System.Collections.Immutable;
using CommandCenter.Boards.Cards;
using CommandCenter.Boards.Cases;
using CommandCenter.Boards.Circumstances;
using CommandCenter.Boards.Communication;
using CommandCenter.Boards.Findings;
using CommandCenter.Boards.Drills;
using CommandCenter.Boards.Flow;
using CommandCenter.Boards.Forecasts;
using CommandCenter.Boards.Groups;
using CommandCenter.Boards.Hall;
using CommandCenter.Boards.Households;
using CommandCenter.Boards.Incidents;
using CommandCenter.Boards.Meetings;
using CommandCenter.Boards.Moments;
using CommandCenter.Boards.Queues;
using CommandCenter.Boards.Reports;
using CommandCenter.Boards.Site;
using CommandCenter.Boards.State;
using CommandCenter.Boards.Supervision;
using CommandCenter.Boards.Tickets;
using CommandCenter.Boards.Timeline;
using CommandCenter.Boards.Units;
using CommandCenter.Boards.Windows;
using CommandCenter.Domain;
using CommandCenter.Journal;

namespace CommandCenter.Boards;

/// <summary>
/// All boards of one operation: a fold over its journal, and nothing that the journal does not hold. Replay and live are
/// the same calls, so they give the same content.
/// </summary>
/// <remarks>
/// One writer, the feed; any number of readers. Folds keep mutable facts, so that an entry costs well below a microsecond.
/// A snapshot is built from the facts only when somebody reads a topic that has changed, at most once per change
/// whatever the number of readers, under the one gate that <see cref="Apply"/> takes too; building takes microseconds.
/// Reading a topic that has not changed since takes no lock. One gate for all boards, rather than one each, because the
/// boards share the facts: one uncontended lock per entry is cheaper, and every snapshot is of one moment.
/// </remarks>
public sealed class BoardSet : IFeedSubscriber
{
    private readonly Lock _gate = new();
    private readonly Day _day = new();
    private readonly ReadOnlyMemory<byte> _ticketKey;
    private readonly TopicTable _topics = new();
    private readonly Dictionary<Type, Action<IEvent, JournalEntry>[]> _handlers;
    private long _sequence;

    /// <summary>Boards before the first entry.</summary>
    /// <exception cref="ArgumentException">The ticket key is too short.</exception>
    public BoardSet(BoardOptions? options = null)
    {
        var on = new Subscriptions();
        _ticketKey = (options ?? BoardOptions.Default).TicketKey;
        foreach (var subscriber in Subscribers(_day, _topics, options ?? BoardOptions.Default))
        {
            subscriber.Subscribe(on);
        }

        on.Ignore(NotShown.Types);
        _handlers = on.Seal();
    }

    /// <summary>The last entry applied; 0 before the first.</summary>
    public long Sequence => Volatile.Read(ref _sequence);

    /// <summary>The topics there are by now, in no particular order. Those of households' own pages are secrets.</summary>
    public IReadOnlyCollection<string> Topics => _topics.Names;

    internal IEnumerable<Type> KnownEvents => _handlers.Keys;

    /// <summary>Takes the next entry. Called by one thread at a time, in journal order, without gaps.</summary>
    /// <exception cref="ArgumentException">It is not the next entry; nothing has changed.</exception>
    /// <exception cref="InvalidOperationException">No board knows the event, and none leaves it out on purpose; nothing has changed.</exception>
    public void Apply(JournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        lock (_gate)
        {
            if (entry.Sequence != _sequence + 1)
            {
                throw new ArgumentException($"Entry {entry.Sequence} does not follow {_sequence}.", nameof(entry));
            }

            if (!_handlers.TryGetValue(entry.Event.GetType(), out var handlers))
            {
                throw new InvalidOperationException($"No board knows the event {entry.Event.GetType().Name}, and none leaves it out on purpose.");
            }

            foreach (var handle in handlers)
            {
                handle(entry.Event, entry);
            }

            Volatile.Write(ref _sequence, entry.Sequence);
        }
    }

    /// <summary>What a topic shows now, or null where there is no such topic. From any thread; never older than an earlier answer.</summary>
    public BoardSnapshot? Read(string topic)
    {
        if (_topics.Find(topic) is not { } found)
        {
            return null;
        }

        if (found.Fresh is { } fresh)
        {
            return fresh;
        }

        lock (_gate)
        {
            return found.Build();
        }
    }

    /// <summary>
    /// Finds households by household number, ticket number, name, or the address of their page; the best match first. From any thread.
    /// </summary>
    /// <param name="query">What was typed or scanned.</param>
    /// <param name="most">The most that is wanted.</param>
    public ImmutableArray<HouseholdLine> FindHouseholds(string query, int most)
    {
        ArgumentNullException.ThrowIfNull(query);
        lock (_gate)
        {
            return HouseholdSearch.Find(_day, _ticketKey, query, most);
        }
    }

    /// <summary>Where everyone is after the last entry: what a forecast starts from. From any thread; takes some microseconds.</summary>
    public DayMoment ReadMoment()
    {
        lock (_gate)
        {
            return MomentReader.Read(_day, _sequence);
        }
    }

    /// <summary>The topics that changed since the last call, each once, in the order of their first change. For one consumer.</summary>
    public ImmutableArray<string> TakeChanged()
    {
        lock (_gate)
        {
            return _topics.TakeChanged();
        }
    }

    /// <summary>For tests: what a topic shows, built anew.</summary>
    internal BoardSnapshot ReadAnew(string topic)
    {
        lock (_gate)
        {
            return _topics.Find(topic)!.BuildAnew();
        }
    }

    /// <summary>Folds first: a projection that reacts to an event finds it in the facts.</summary>
    private static IEnumerable<ISubscriber> Subscribers(Day day, TopicTable topics, BoardOptions options) =>
    [
        new OperationFold(day),
        new HouseholdFold(day),
        new TicketFold(day),
        new WindowFold(day),
        new UnitFold(day),
        new ZoneFold(day),
        new CommunicationFold(day),
        new GroupFold(day),
        new IncidentFold(day),
        new CaseFold(day),
        new CardFold(day),
        new FindingFold(day),
        new MeetingFold(day),
        new ReportFold(day),
        new DrillFold(day),
        new StateProjection(day, topics),
        new PlanProjection(day, topics),
        new NoticeProjection(day, topics),
        new FlowProjection(day, topics),
        new QueueProjection(day, topics),
        new WindowProjection(day, topics),
        new UnitsProjection(day, topics),
        new HallProjection(day, topics),
        new SiteProjection(day, topics),
        new ZonesProjection(day, topics),
        new CommunicationProjection(day, topics),
        new GroupProjection(day, topics),
        new IncidentProjection(day, topics),
        new CasesProjection(day, topics),
        new CaseProjection(day, topics),
        new CardsProjection(day, topics),
        new CircumstancesProjection(day, topics),
        new FindingsProjection(day, topics),
        new MeetingsProjection(day, topics),
        new SupervisionProjection(day, topics),
        new ReportProjection(day, topics),
        new CalibrationProjection(day, topics),
        new TimelineProjection(day, topics),
        new DrillProjection(day, topics),
        new HouseholdProjection(day, topics, options.TicketKey),
        new HouseholdsProjection(day, topics),
        new TicketProjection(day, topics, options.TicketKey),
    ];
}
