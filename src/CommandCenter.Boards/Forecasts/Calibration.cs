using System.Collections.Immutable;
using CommandCenter.Domain.Forecasts;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Queues;
using CommandCenter.Journal;

namespace CommandCenter.Boards.Forecasts;

/// <summary>
/// Holds what was forecast against what came: how often reality fell within P10 to P90, and how far off the median was.
/// A pure fold over the journal. What has not come yet is not judged.
/// </summary>
/// <remarks>One writer; not safe on several threads.</remarks>
public sealed class Calibration
{
    private readonly List<ForecastRecorded> _forecasts = [];
    private readonly HashSet<StepId> _mainLine = [];
    private readonly Dictionary<StepId, List<TicketTimes>> _byStep = [];
    private readonly Dictionary<TicketId, TicketTimes> _tickets = [];
    private readonly Dictionary<HouseholdId, List<DateTimeOffset>> _calls = [];
    private readonly Dictionary<UnitTypeId, int> _left = [];
    private readonly Dictionary<UnitTypeId, DateTimeOffset> _soldOut = [];
    private readonly Dictionary<UnitId, UnitTypeId> _types = [];
    private readonly List<DateTimeOffset> _done = [];
    private bool _over;

    /// <summary>Takes the next entry.</summary>
    public void Apply(JournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        switch (entry.Event)
        {
            case PlanAdopted e: _mainLine.UnionWith(e.Plan.MainLine.Select(static s => s.Id)); break;
            case UnitsListed e: List(e); break;
            case TicketIssued e when _mainLine.Contains(e.Step): Issue(e); break;
            case TicketCalled e when _mainLine.Contains(e.Step): Call(e, entry.At); break;
            case UnitConfirmed e: Take(e.Unit.Id, entry.At); break;
            case UnitWithdrawn e: Take(e.Unit, entry.At); break;
            case UnitReversed e: GiveBack(e.Unit); break;
            case UnitReturned e: GiveBack(e.Unit); break;
            case JourneyCompleted: _done.Add(entry.At); break;
            case OperationClosed: _over = true; break;
            case ForecastRecorded e: Take(e); break;
            default: break;
        }
    }

    /// <summary>Takes a forecast that is in no journal.</summary>
    public void Take(ForecastRecorded forecast) => _forecasts.Add(forecast);

    /// <summary>One score an hour, in order of time.</summary>
    public ImmutableArray<HourScore> Scores() => [.. _forecasts.Select(Score)];

    /// <summary>How the day went from a moment on; null while it goes on.</summary>
    public RealCourse? RealSince(DateTimeOffset moment, DateTimeOffset closes) => _over && _done is [.., var end]
        ? new(
            end,
            (int)_tickets.Values.Where(t => t.CalledAt > moment).Select(static t => (t.CalledAt!.Value - t.IssuedAt).TotalSeconds).DefaultIfEmpty().Max(),
            _done.Count(d => d > closes))
        : null;

    private HourScore Score(ForecastRecorded forecast) => new(
        forecast.At,
        HitScore.Of(_over && _done is [.., var end] ? [Moment(forecast.Course.EndsAt, end)] : []),
        HitScore.Of(forecast.Waits.Select(w => Wait(forecast.At, w)).OfType<Hit>()),
        HitScore.Of(forecast.Calls.Select(c => Call(forecast.At, c)).OfType<Hit>()),
        HitScore.Of(_over ? forecast.SoldOut.Select(SoldOut) : []));

    private Hit? Wait(DateTimeOffset at, WaitForecast forecast) =>
        _byStep.GetValueOrDefault(forecast.Step, []).Find(t => t.IssuedAt > at) is { CalledAt: { } called } ticket
            ? Hit.Of((called - ticket.IssuedAt).TotalSeconds, forecast.Seconds.P10, forecast.Seconds.P50, forecast.Seconds.P90)
            : null;

    private Hit? Call(DateTimeOffset at, CallForecast forecast) =>
        _calls.GetValueOrDefault(forecast.Household, []).Where(c => c > at).Select(static c => (DateTimeOffset?)c).FirstOrDefault() is { } called
            ? Moment(forecast.At, called)
            : null;

    private Hit SoldOut(SellOutForecast forecast) =>
        Moment(forecast.At, _soldOut.TryGetValue(forecast.Type, out var at) ? at : null);

    private static Hit Moment(MomentBand band, DateTimeOffset? real) =>
        Hit.Of(Seconds(real), Seconds(band.P10), Seconds(band.P50), Seconds(band.P90));

    // Forecasts are kept to the second.
    private static double Seconds(DateTimeOffset? at) => at is { } known ? Math.Round(known.ToUnixTimeMilliseconds() / 1000.0) : double.PositiveInfinity;

    private void List(UnitsListed e)
    {
        foreach (var unit in e.Units)
        {
            _types[unit.Id] = unit.Type;
            _left[unit.Type] = _left.GetValueOrDefault(unit.Type) + 1;
        }
    }

    private void Issue(TicketIssued e)
    {
        var times = _tickets[e.Ticket] = new(e.IssuedAt);
        if (!_byStep.TryGetValue(e.Step, out var tickets))
        {
            _byStep[e.Step] = tickets = [];
        }

        tickets.Add(times);
    }

    private void Call(TicketCalled e, DateTimeOffset at)
    {
        if (_tickets.TryGetValue(e.Ticket, out var times))
        {
            times.CalledAt ??= at;
        }

        if (!_calls.TryGetValue(e.Household, out var calls))
        {
            _calls[e.Household] = calls = [];
        }

        calls.Add(at);
    }

    // Left is what the forecast counts: neither taken nor withdrawn.
    private void Take(UnitId unit, DateTimeOffset at)
    {
        if (_types.TryGetValue(unit, out var type) && --_left[type] == 0)
        {
            _soldOut[type] = at;
        }
    }

    private void GiveBack(UnitId unit)
    {
        if (_types.TryGetValue(unit, out var type))
        {
            _left[type]++;
            _soldOut.Remove(type);
        }
    }

    private sealed class TicketTimes(DateTimeOffset issuedAt)
    {
        public DateTimeOffset IssuedAt { get; } = issuedAt;

        public DateTimeOffset? CalledAt { get; set; }
    }
}
