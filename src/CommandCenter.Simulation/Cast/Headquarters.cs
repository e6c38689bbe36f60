using CommandCenter.Domain.Communication;
using CommandCenter.Domain.Draws;
using CommandCenter.Domain.Drills;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Windows;
using CommandCenter.Journal;
using CommandCenter.Simulation.Scenarios;

namespace CommandCenter.Simulation.Cast;

/// <summary>Command: confirms readiness, opens, suspends and resumes, and brings the day to its end.</summary>
public sealed class Headquarters : ICastMember
{
    private static readonly TimeSpan LookAround = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan CheckBefore = TimeSpan.FromMinutes(5);
    private const int AnswerWithin = 60;
    private static readonly TimeSpan WaitForAbsent = TimeSpan.FromMinutes(30);

    private readonly Stage _stage;
    private readonly Residents _residents;
    private readonly Reception _reception;
    private readonly IReadOnlyList<HouseholdId> _order;
    private readonly PostId _commander;
    private readonly PostId _second;
    private OperationPhase _phase = OperationPhase.Preparing;

    /// <summary>The commanding official, and a second person for what takes two.</summary>
    public Headquarters(Stage stage, Residents residents, Reception reception, IReadOnlyList<HouseholdId> order)
    {
        (_stage, _residents, _reception, _order) = (stage, residents, reception, order);
        _commander = stage.PostOf(PostRole.Commander)!.Value;
        _second = stage.PostOf(PostRole.Supervisor) ?? _commander;
    }

    /// <inheritdoc/>
    public void Begin()
    {
        var plan = _stage.Plan;
        _stage.Agenda.At(plan.Opens - TimeSpan.FromMinutes(18), async () =>
        {
            await _stage.SendAsync(_commander, GrainAddress.Draw, new RecordOrder([.. _order], "公证摇号结果（模拟）"));
            foreach (var item in Readiness.Items(plan))
            {
                // What follows from facts confirms itself: the order by being recorded, groups by signing in.
                if (!Readiness.IsFact(item))
                {
                    await SendAsync(_commander, new ConfirmReadiness(item));
                }
            }
        });
        if (Readiness.Items(plan).Contains(Readiness.Communication))
        {
            _stage.Agenda.At(plan.Opens - CheckBefore, async () =>
                await _stage.SendAsync(_commander, GrainAddress.Communication, new CheckCommunication(AnswerWithin)));
        }

        _stage.Agenda.At(plan.Opens, async () =>
        {
            if (!await SendAsync(_commander, new OpenOperation(null)))
            {
                await SendAsync(_commander, new OpenOperation("模拟指挥：按时开放，未完成项同步补齐"));
            }
        });
        foreach (var suspension in _stage.Scenario.Suspensions)
        {
            _stage.Script.On(suspension.Cue, () => SuspendAsync(suspension));
        }

        _stage.Agenda.At(plan.Opens + LookAround, LookAroundAsync);
    }

    /// <inheritdoc/>
    public void Observe(JournalEntry entry)
    {
        _phase = entry.Event switch
        {
            OperationOpened or OperationResumed => OperationPhase.Open,
            OperationSuspended => OperationPhase.Suspended,
            OperationClosing => OperationPhase.Closing,
            OperationClosed => OperationPhase.Closed,
            _ => _phase,
        };
    }

    private async ValueTask SuspendAsync(Suspension suspension)
    {
        await SendAsync(_commander, new SuspendOperation(suspension.Sentence));
        _stage.Agenda.In(suspension.For, async () => await SendAsync(_second, new ResumeOperation()));
    }

    // Closes when nobody is expected any more, or at closing time; ends when everyone inside is done.
    private async ValueTask LookAroundAsync()
    {
        var now = _stage.Agenda.Now;
        var everyoneCame = _residents.Expected == 0 && _residents.Inside == 0;
        if (_phase == OperationPhase.Open && (everyoneCame || now >= _stage.Plan.Closes))
        {
            await SendAsync(_commander, new BeginClosing());
        }

        if (_phase == OperationPhase.Closing && now >= _stage.Plan.Closes + WaitForAbsent)
        {
            foreach (var household in _residents.Away.ToList())
            {
                await _stage.SendAsync(_reception.Post, GrainAddress.Of(household), new GiveUp("过号后当日未返回"));
            }
        }

        if (_phase == OperationPhase.Closing && _residents.Inside == 0)
        {
            await EndAsync();
            return;
        }

        _stage.Agenda.In(LookAround, LookAroundAsync);
    }

    private async ValueTask EndAsync()
    {
        foreach (var window in _stage.Plan.Windows)
        {
            var clerk = _stage.Plan.Posts.First(p => p.Role == PostRole.Clerk && p.Window == window.Id);
            await _stage.SendAsync(clerk.Id, GrainAddress.Of(window.Id), new CloseWindow());
        }

        await SendAsync(_commander, new CloseOperation());
        await _stage.SendAsync(_stage.PostOf(PostRole.DrillDirector) ?? _commander, GrainAddress.Drill, new EndDrill());
    }

    private ValueTask<bool> SendAsync(PostId post, Domain.ICommand command) => _stage.SendAsync(post, GrainAddress.Operation, command);
}
