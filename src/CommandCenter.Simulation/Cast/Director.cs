using CommandCenter.Domain;
using CommandCenter.Domain.Drills;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;
using CommandCenter.Journal;
using CommandCenter.Simulation.Scenarios;

namespace CommandCenter.Simulation.Cast;

/// <summary>The drill director: starts the drill, and delivers what waits for a condition. What has a time comes by itself.</summary>
public sealed class Director : ICastMember
{
    private readonly Stage _stage;
    private readonly Market _market;
    private readonly PostId _post;
    private readonly List<ScenarioInject> _waiting;
    private readonly Dictionary<string, HashSet<TicketId>> _lines = [];

    // Whose condition has come true, and whose delay runs.
    private readonly HashSet<InjectId> _coming = [];

    // Until then no condition counts: the director has postponed what was still to come.
    private DateTimeOffset _restsUntil;

    private readonly PausedWindows _paused = new();

    // Delivered injects whose expected action has not come yet.
    private readonly List<Inject> _unanswered = [];

    /// <summary>Watches the conditions of the scenario's injects.</summary>
    public Director(Stage stage, Market market)
    {
        (_stage, _market) = (stage, market);
        _post = stage.PostOf(PostRole.DrillDirector) ?? stage.PostOf(PostRole.Commander)!.Value;
        _waiting = [.. stage.Scenario.Injects.Where(static i => i.When is not null)];
    }

    /// <inheritdoc/>
    public void Begin()
    {
    }

    /// <summary>Sets the drill up and starts it, before anything else happens.</summary>
    /// <exception cref="InvalidOperationException">The rules refuse what the scenario file let pass.</exception>
    public async ValueTask StartAsync(decimal speed)
    {
        await RequireAsync(_stage.Scenario.Prepare(_stage.Plan, _stage.Seed));
        await RequireAsync(new StartDrill(speed));
    }

    private async ValueTask RequireAsync(ICommand command)
    {
        if (!await _stage.SendAsync(_post, GrainAddress.Drill, command))
        {
            throw new InvalidOperationException($"The drill '{_stage.Scenario.Id}' cannot begin: {command.GetType().Name} is refused.");
        }
    }

    /// <inheritdoc/>
    public void Observe(JournalEntry entry)
    {
        if (!_paused.IsReturn(entry.Event))
        {
            _unanswered.RemoveAll(i => Reactions.Answers(i, entry.Event, entry.Actor, _stage.Plan));
        }

        switch (entry.Event)
        {
            case TicketIssued e: Line(e.Step).Add(e.Ticket); break;
            case TicketReturned e: Line(e.Step).Add(e.Ticket); break;
            case TicketRequeued e: Line(e.Step).Add(e.Ticket); break;
            case TicketResumed e: Line(e.Step).Add(e.Ticket); break;
            case TicketCalled e: Line(e.Step).Remove(e.Ticket); return;
            case TicketHeld e: Line(e.Step).Remove(e.Ticket); return;
            case TicketEnded e: Line(e.Step).Remove(e.Ticket); return;
            case UnitConfirmed: break;
            case InjectDelivered e:
                LetGo(e.Inject.Id);
                Follow(e.Inject);
                return;
            case InjectHeld e: LetGo(e.Inject); return;
            case InjectCancelled e: LetGo(e.Inject); return;
            case InjectsPostponed e: Rest(TimeSpan.FromMinutes(e.Minutes)); return;
            default: return;
        }

        LookForConditions();
    }

    private void Rest(TimeSpan time)
    {
        var now = _stage.Agenda.Now;
        _restsUntil = (_restsUntil > now ? _restsUntil : now) + time;
        _stage.Agenda.At(_restsUntil, () =>
        {
            LookForConditions();
            return ValueTask.CompletedTask;
        });
    }

    private void LookForConditions()
    {
        for (var i = _waiting.Count - 1; i >= 0 && _stage.Agenda.Now >= _restsUntil; i--)
        {
            if (Holds(_waiting[i].When!))
            {
                Deliver(_waiting[i].Inject.Id, TimeSpan.Zero);
                _waiting.RemoveAt(i);
            }
        }
    }

    private bool Holds(InjectCondition when) => when.Kind switch
    {
        ConditionKind.WaitingAbove => _lines.TryGetValue(when.Subject, out var line) && line.Count > when.Number,
        ConditionKind.FlatsLeftBelow => _market.Left(new(when.Subject)) < when.Number,
        _ => false,
    };

    private void Follow(Inject delivered)
    {
        if (delivered.Action is not null)
        {
            _unanswered.Add(delivered);
        }

        foreach (var next in _waiting.Where(w => w.When is { FollowsInject: true } c && c.Subject == delivered.Id.Value).ToList())
        {
            var wait = TimeSpan.FromMinutes(next.When!.Number);
            Deliver(next.Inject.Id, wait, next.When.Kind == ConditionKind.Unanswered ? delivered : null);
            _waiting.Remove(next);
        }
    }

    // Somebody has taken it in hand, or it has come: its condition no longer matters.
    private void LetGo(InjectId inject)
    {
        _waiting.RemoveAll(w => w.Inject.Id == inject);
        _coming.Remove(inject);
    }

    // unless: an inject whose expected action makes this one needless.
    private void Deliver(InjectId inject, TimeSpan delay, Inject? unless = null)
    {
        _coming.Add(inject);
        _stage.Script.At(_stage.Agenda.Now + delay, async () =>
        {
            if (_coming.Remove(inject) && (unless is null || _unanswered.Contains(unless)))
            {
                await _stage.SendAsync(_stage.ScriptPost, GrainAddress.Drill, new DeliverInject(inject));
            }
        });
    }

    private HashSet<TicketId> Line(StepId step)
    {
        if (!_lines.TryGetValue(step.Value, out var line))
        {
            _lines.Add(step.Value, line = []);
        }

        return line;
    }
}
