using System.Collections.Immutable;
using CommandCenter.Boards;
using CommandCenter.Boards.Drills;
using CommandCenter.Boards.Flow;
using CommandCenter.Boards.Site;
using CommandCenter.Boards.State;
using CommandCenter.Boards.Units;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;
using static CommandCenter.Server.Screens.Texts;

namespace CommandCenter.Server.Screens;

/// <summary>A line of 现在要定的事.</summary>
/// <param name="Urgent">Stopped or overdue; otherwise it will be.</param>
/// <param name="Text">What.</param>
/// <param name="Why">Why, and who.</param>
/// <param name="Until">The clock that runs, if one does.</param>
/// <param name="Figure">A figure, where no clock runs.</param>
/// <param name="List">The list behind it.</param>
public sealed record NowLine(bool Urgent, string Text, string Why, DateTimeOffset? Until, string? Figure, string List);

/// <summary>What must be decided now, from the boards alone: the most urgent first, at most five lines, in the present language.</summary>
public sealed record NowBoard(ImmutableArray<NowLine> Lines)
{
    /// <summary>The topic under which it is pushed; it has no board of its own in the API.</summary>
    public const string Topic = "now";

    private const int Most = 5;
    private const int FewFlats = 5;

    /// <summary>The topics that it follows from.</summary>
    public static ImmutableArray<string> Sources { get; } = [TopicNames.State, TopicNames.Flow, TopicNames.Site, TopicNames.Units, TopicNames.Drill];

    /// <summary>Reads the boards.</summary>
    public static NowBoard Of(BoardSet boards, Plan plan) =>
        new([
            .. Read<SiteBoard>(boards, TopicNames.Site, FromSite)
                .Concat(Read<FlowBoard>(boards, TopicNames.Flow, FromFlow))
                .Concat(Read<UnitsBoard>(boards, TopicNames.Units, FromUnits))
                .Concat(Read<StateBoard>(boards, TopicNames.State, state => FromState(state, plan)))
                .Concat(Read<DrillBoard>(boards, TopicNames.Drill, FromDrill))
                .OrderByDescending(static l => l.Urgent)
                .Take(Most),
        ]);

    private static IEnumerable<NowLine> Read<T>(BoardSet boards, string topic, Func<T, IEnumerable<NowLine>> read)
        where T : class => boards.Read(topic)?.Data is T board ? read(board) : [];

    private static IEnumerable<NowLine> FromSite(SiteBoard site) =>
        site.Incidents.Where(static i => i.EscalationLevel > 0 || i.Severity <= 2)
            .Select(static i => new NowLine(
                i.EscalationLevel > 0 || i.Severity == 1,
                T("now.incident", Name(i.TypeName), Name(i.ZoneName), Texts.Of(i.Stage)),
                Name(i.OwnerName) + (i.EscalatedTo is { } to ? T("now.escalated", to.Name is null ? to.Id : Name(to.Name), i.EscalationLevel) : ""), i.Due, null, $"incident:{i.Incident}"))
            .Concat(site.OverdueOrders.Select(static o => new NowLine(true, o.Text, T("now.orderOverdue"), o.Due, null, $"group:{o.Group}")));

    private static IEnumerable<NowLine> FromFlow(FlowBoard flow) =>
        from step in flow.Steps
        where step.Waiting > 0
        let stopped = step.BacklogMinutes is null
        let minutes = step.BacklogMinutes ?? 0
        where stopped || minutes * 60 > step.WaitTargetSeconds * 1.5
        select new NowLine(
            stopped,
            stopped ? T("now.stopped", Name(step.Name), step.Waiting) : T("now.backlog", Name(step.Name), (int)minutes),
            T("now.windows", step.Windows.Count(static w => w.Status == Boards.Windows.WindowStatus.Open), step.Windows.Length), null,
            $"{step.Waiting}", $"queue:{step.Step}");

    private static IEnumerable<NowLine> FromUnits(UnitsBoard units) =>
        units.Types.Where(static t => t.Left is > 0 and <= FewFlats)
            .Select(static t => new NowLine(false, T("now.fewFlats", Name(t.Name), t.Left), T("now.tellNext"), null, $"{t.Left}", "units"));

    // Slower than in the drill that the director chose to hold the day against.
    private static IEnumerable<NowLine> FromDrill(DrillBoard drill) =>
        drill.Yardsticks.Where(static y => y.IsExceeded)
            .Select(static y => new NowLine(
                false, T(y.Type is null ? "now.waitOverDrill" : "now.reachOverDrill", Name(y.Name)),
                T("now.overDrillWhy", Moments.Length(y.Now!.Value), Moments.Length(y.Seconds)), null, Moments.Length(y.Now.Value),
                y.Type is null ? $"queue:{y.Step}" : "incidents"));

    private static IEnumerable<NowLine> FromState(StateBoard state, Plan plan)
    {
        if (state.Phase == OperationPhase.Suspended)
        {
            yield return new(true, T("now.suspended"), state.Sentence ?? "", null, null, "day");
        }

        if (state.Phase is OperationPhase.Preparing && state.Readiness.Count(static r => r.ConfirmedAt is null) is var open and > 0)
        {
            yield return new(false, T("now.readiness", open), T("now.readinessWhy"), plan.Opens, null, "readiness");
        }

        if (state.OverdueCases > 0)
        {
            yield return new(true, T("now.cases", state.OverdueCases), T("now.casesWhy"), null, $"{state.OverdueCases}", "cases");
        }
    }
}
