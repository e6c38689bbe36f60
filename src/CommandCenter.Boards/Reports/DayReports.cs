using System.Collections.Immutable;
using CommandCenter.Boards.Incidents;
using CommandCenter.Boards.Meetings;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Boards.Reports;

/// <summary>Makes the reports of a day, and of all days together, from the facts.</summary>
internal static class DayReports
{
    public static DayReport Of(DateOnly date, Day day) => new()
    {
        Date = date,
        Name = day.Plan.Name,
        Mode = day.Operation.Mode,
        PlanHash = day.Operation.PlanHash,
        Figures = [.. Enum.GetValues<FigureKind>().Select(kind => new ReportFigure(kind, [.. day.Reports.Figure(date, kind)]))],
        Promises = [.. Enum.GetValues<PromiseKind>().Select(kind => Row(kind, date, [.. day.Reports.Promises.Where(p => p.Kind == kind)]))],
        Unfinished =
        [
            .. day.Reports.Promises.Where(p => p.IsOpenAfter(date))
                .Select(p => Show(p, date, day))
                .OrderByDescending(static p => p.IsLate)
                .ThenBy(static p => p.Due),
        ],
        Meetings = [.. HeldMeetings.Of(day, m => day.Reports.DateOf(m.At) == date)],
    };

    public static DayReport Together(ImmutableArray<DayReport> days, Day day)
    {
        var last = days.IsEmpty ? Of(default, day) : days[^1];
        return last with
        {
            Figures = [.. Enum.GetValues<FigureKind>().Select((kind, i) => new ReportFigure(kind, [.. days.SelectMany(d => d.Figures[i].Entries)]))],
            Promises =
            [
                .. last.Promises.Select((row, i) => row with
                {
                    Made = [.. days.SelectMany(d => d.Promises[i].Made)],
                    Kept = [.. days.SelectMany(d => d.Promises[i].Kept)],
                    KeptLate = [.. days.SelectMany(d => d.Promises[i].KeptLate)],
                    Missed = [.. days.SelectMany(d => d.Promises[i].Missed)],
                }),
            ],
            Meetings = [.. days.SelectMany(static d => d.Meetings)],
        };
    }

    private static PromiseRow Row(PromiseKind kind, DateOnly date, List<Promise> all)
    {
        var kept = all.Where(p => p.Kept is { } k && k.Date == date).OrderBy(static p => p.Kept!.Value.Sequence).ToList();
        return new(
            kind,
            [.. all.Where(p => p.Made.Date == date).Select(static p => p.Made.Sequence)],
            [.. kept.Select(static p => p.Kept!.Value.Sequence)],
            [.. kept.Where(static p => p.Late is not null).Select(static p => p.Kept!.Value.Sequence)],
            [.. all.Where(p => p.Late is { } l && l.Date == date).Select(static p => p.Late!.Value.Sequence).Order()],
            [.. all.Where(p => p.IsOpenAfter(date)).Select(static p => p.Made.Sequence)]);
    }

    private static OpenPromise Show(Promise p, DateOnly date, Day day) => new(
        p.Kind, p.Subject, TextOf(p, day), OwnerOf(p, day), p.Due, p.Late is { } late && late.Date <= date, p.Made.Sequence);

    private static Label TextOf(Promise p, Day day)
    {
        switch (p.Kind)
        {
            case PromiseKind.Case:
                return Matter(p.Subject, day);
            case PromiseKind.Incident when day.Incidents.Peek(new IncidentId(p.Subject)).Raised is { } raised:
                var (type, zone) = (IncidentLine.TypeOf(day.Plan, raised.Type), IncidentLine.ZoneOf(day.Plan, raised.Zone));
                return new($"{type.Zh} · {zone.Zh}", $"{type.En} · {zone.En}");
            default:
                return p.Group is { } group && p.Subject.Split('/') is [_, var order]
                    ? Same(day.Groups.Peek(group).Assignments.Peek(new AssignmentId(order)).Text)
                    : Same(p.Subject);
        }
    }

    private static Label Matter(string id, Day day) => day.Cases.Peek(new CaseId(id)).Registered switch
    {
        null => Same(id),
        { Household: { } household } matter when day.Households.Peek(household).Number is var number =>
            new($"{number} 户 · {matter.Text}", $"Household {number} · {matter.Text}"),
        var matter => Same(matter.Text),
    };

    private static Label OwnerOf(Promise p, Day day) =>
        p.Group is { } group ? day.Groups.Peek(group).Name
        : p.Post is { } post ? day.Who(post.Value).Name ?? Same(post.Value)
        : Same(string.Empty);

    private static Label Same(string text) => new(text, text);
}
