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
/// <remarks>Where a person holds the post, all of it waits: the person does it, or the simulation once the post has come back.</remarks>
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
    private bool _ordered;
    private bool _checked;

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
        _stage.Agenda.At(plan.Opens - TimeSpan.FromMinutes(18), () => _stage.WhenPlayedAsync(_commander, () => IsBeforeOpening() && !_ordered, PrepareAsync));
        if (Readiness.Items(plan).Contains(Readiness.Communication))
        {
            _stage.Agenda.At(plan.Opens - CheckBefore, () => _stage.WhenPlayedAsync(
                _commander, GrainAddress.Communication, new CheckCommunication(AnswerWithin), () => IsBeforeOpening() && !_checked));
        }

        _stage.Agenda.At(plan.Opens, () => _stage.WhenPlayedAsync(_commander, IsBeforeOpening, OpenAsync));
        foreach (var suspension in _stage.Scenario.Suspensions)
        {
            _stage.Script.On(suspension.Cue, () => SuspendAsync(suspension));
        }

        _stage.Agenda.At(plan.Opens + LookAround, LookAroundAsync);
    }

    /// <inheritdoc/>
    public void Observe(JournalEntry entry)
    {
        _ordered |= entry.Event is DrawOrderRecorded or DrawOrderComputed;
        _checked |= entry.Event is CommunicationCheckStarted;
        _phase = entry.Event switch
        {
            OperationOpened or OperationResumed => OperationPhase.Open,
            OperationSuspended => OperationPhase.Suspended,
            OperationClosing => OperationPhase.Closing,
            OperationClosed => OperationPhase.Closed,
            _ => _phase,
        };
    }

    private bool IsBeforeOpening() => _phase == OperationPhase.Preparing;

    private async ValueTask PrepareAsync()
    {
        await _stage.SendAsync(_commander, GrainAddress.Draw, new RecordOrder([.. _order], "公证摇号结果（模拟）"));
        foreach (var item in Readiness.Items(_stage.Plan))
        {
            // What follows from facts confirms itself: the order by being recorded, groups by signing in.
            if (!Readiness.IsFact(item))
            {
                await SendAsync(_commander, new ConfirmReadiness(item));
            }
        }
    }

    private async ValueTask OpenAsync()
    {
        if (!_ordered)
        {
            // A person who had the post left without seeing to it.
            await PrepareAsync();
        }

        if (!await SendAsync(_commander, new OpenOperation(null)))
        {
            await SendAsync(_commander, new OpenOperation("模拟指挥：按时开放，未完成项同步补齐"));
        }
    }

    // A person in command decides in person whether to suspend.
    private async ValueTask SuspendAsync(Suspension suspension)
    {
        if (await SendAsync(_commander, new SuspendOperation(suspension.Sentence)))
        {
            _stage.Agenda.In(suspension.For, () => _stage.WhenPlayedAsync(
                _second, GrainAddress.Operation, new ResumeOperation(), () => _phase == OperationPhase.Suspended));
        }
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
                await _reception.WriteAsync(GrainAddress.Of(household), new GiveUp("过号后当日未返回"), static () => false);
            }
        }

        var nobodyIsLeft = _phase is OperationPhase.Closing or OperationPhase.Closed && _residents.Inside == 0;
        if (nobodyIsLeft && await EndAsync() && !_stage.IsSilent)
        {
            return;
        }

        _stage.Agenda.In(LookAround, LookAroundAsync);
    }

    // False where a person must have a hand in it; then it is looked at again.
    private async ValueTask<bool> EndAsync()
    {
        foreach (var window in _stage.Plan.Windows)
        {
            var clerk = _stage.Plan.Posts.First(p => p.Role == PostRole.Clerk && p.Window == window.Id);
            await _stage.SendAsync(clerk.Id, GrainAddress.Of(window.Id), new CloseWindow());
        }

        return (_phase == OperationPhase.Closed || await SendAsync(_commander, new CloseOperation()))
            && await _stage.SendAsync(_stage.ScriptPost, GrainAddress.Drill, new EndDrill());
    }

    private ValueTask<bool> SendAsync(PostId post, Domain.ICommand command) => _stage.SendAsync(post, GrainAddress.Operation, command);
}
