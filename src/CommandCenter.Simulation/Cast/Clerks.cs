using CommandCenter.Domain.Forecasts;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Windows;
using CommandCenter.Journal;
using CommandCenter.Simulation.Randomness;

namespace CommandCenter.Simulation.Cast;

/// <summary>The clerks at the windows: open, call, greet, serve, complete; lunch and breakdowns included.</summary>
public sealed class Clerks : ICastMember
{
    private readonly Stage _stage;
    private readonly Dictionary<WindowId, Desk> _desks;
    private readonly Chooser _chooser;

    /// <summary>One clerk per window.</summary>
    public Clerks(Stage stage, Market market)
    {
        _stage = stage;
        _desks = stage.Plan.Windows.ToDictionary(static w => w.Id, w => new Desk(w, PostAt(stage.Plan, w.Id), stage.Random($"clerk/{w.Id}")));
        _chooser = new(stage, market, this);
    }

    /// <inheritdoc/>
    public void Begin()
    {
        foreach (var desk in _desks.Values)
        {
            // Windows open in the ten minutes before the day does.
            _stage.Agenda.At(
                _stage.Plan.Opens - TimeSpan.FromSeconds(60 + desk.Random.NextInt(540)),
                async () => await SendAsync(desk, new OpenWindow(null)));
        }

        ScheduleLunch();
        foreach (var pause in _stage.Scenario.Pauses)
        {
            foreach (var desk in _desks.Values.Where(d => pause.Window is null || d.Window.Id == pause.Window))
            {
                _stage.Agenda.At(_stage.Midnight + pause.From, () => BreakOffAsync(desk, pause.For, pause.Reason));
            }
        }
    }

    /// <inheritdoc/>
    public void Observe(JournalEntry entry)
    {
        switch (entry.Event)
        {
            case OperationOpened: _desks.Values.ToList().ForEach(Free); break;
            case WindowOpened e: Free(_desks[e.Window]); break;
            case TicketSeated e: _desks[e.Window].Ticket = e.Ticket; break;
            case HouseholdArrived e: Begin(_desks[e.Window], e.Ticket); break;
            case ServiceStarted e: Serve(_desks[e.Window], e); break;
            case HouseholdAdmitted e: _chooser.Admit(e); break;
            case ServiceCompleted e: Done(_desks[e.Window]); break;
            case NoShow e: Done(_desks[e.Window]); break;
            case TicketSetAside e: Done(_desks[e.Window]); break;
            case TicketTransferred e: Done(_desks[e.Window]); break;
            case WindowReleased e: Done(_desks[e.Window]); break;
            case AskDeclined e: AskLater(_desks[e.Window]); break;
            case MoveOrdered e: Heed(e.Move); break;
            default: break;
        }
    }

    /// <summary>A household stands at the window with its ticket.</summary>
    public void Greet(WindowId window, TicketId ticket) =>
        At(window, ticket, TimeSpan.Zero, async desk => await SendAsync(desk, new Arrive()));

    /// <summary>Does something at a window after a while, if the ticket is still there; a breakdown of the window delays it.</summary>
    internal void At(WindowId window, TicketId ticket, TimeSpan delay, Func<Desk, ValueTask> action)
    {
        var desk = _desks[window];
        AtDesk(desk, _stage.Agenda.Now + delay, d => d.Ticket == ticket ? action(d) : ValueTask.CompletedTask);
    }

    /// <summary>The same for the ticket that is at the window now.</summary>
    internal void AtSeat(WindowId window, Func<Desk, TimeSpan> delay, Func<Desk, ValueTask> action)
    {
        if (_desks[window] is { Ticket: { } ticket } desk)
        {
            At(window, ticket, delay(desk), action);
        }
    }

    internal ValueTask<bool> SendFromAsync(WindowId window, GrainAddress grain, Domain.ICommand command) =>
        _stage.SendAsync(_desks[window].Post, grain, command);

    internal async ValueTask DeclineAsync(WindowId window, HouseholdId household) =>
        await SendFromAsync(window, GrainAddress.Of(household), new Decline("没有合适的房源"));

    internal ValueTask<bool> SendAsync(Desk desk, Domain.ICommand command) =>
        _stage.SendAsync(desk.Post, GrainAddress.Of(desk.Window.Id), command);

    private void AtDesk(Desk desk, DateTimeOffset at, Func<Desk, ValueTask> action) => _stage.Agenda.At(at, () =>
    {
        if (at < desk.DownUntil)
        {
            AtDesk(desk, desk.DownUntil + (at - desk.DownFrom), action);
            return ValueTask.CompletedTask;
        }

        return action(desk);
    });

    private void Begin(Desk desk, TicketId ticket) =>
        At(desk.Window.Id, ticket, _stage.Scenario.Clerking.Start.Sample(desk.Random), async d => await SendAsync(d, new StartService()));

    private void Serve(Desk desk, ServiceStarted e)
    {
        if (_stage.Plan.FindStep(e.Step)!.Kind != ServiceKind.Selection)
        {
            At(desk.Window.Id, e.Ticket, ServiceTime(desk, e.Step), async d => await SendAsync(d, new CompleteService(null, null)));
        }
    }

    internal TimeSpan ServiceTime(Desk desk, StepId step) =>
        _stage.Scenario.Service[step].Sample(desk.Random) * _stage.Scenario.Pace.GetValueOrDefault(desk.Window.Id, 1);

    private void Done(Desk desk)
    {
        desk.Ticket = null;
        Free(desk);
    }

    private void Free(Desk desk)
    {
        if (desk.Ticket is not null)
        {
            return;
        }

        if (desk.Move is not null)
        {
            _stage.Agenda.In(TimeSpan.Zero, () => ObeyAsync(desk));
            return;
        }

        if (desk.Break is { } pause)
        {
            desk.Break = null;
            _stage.Agenda.In(TimeSpan.Zero, () => TakeBreakAsync(desk, pause));
            return;
        }

        AtDesk(desk, _stage.Agenda.Now + _stage.Scenario.Clerking.Between.Sample(desk.Random), Ask);
    }

    private async ValueTask Ask(Desk desk)
    {
        if (desk.Ticket is null && !desk.OnBreak)
        {
            await SendAsync(desk, new CallNext());
        }
    }

    private void AskLater(Desk desk) => AtDesk(desk, _stage.Agenda.Now + TimeSpan.FromMinutes(1), Ask);

    // Windows of one step go to lunch one after another, so that the step goes on.
    private void ScheduleLunch()
    {
        if (_stage.Scenario.Clerking is not { LunchFrom: { } from, LunchFor: var length })
        {
            return;
        }

        foreach (var step in _desks.Values.GroupBy(static d => d.Window.Steps[0]))
        {
            var shifts = Math.Min(step.Count(), 3);
            foreach (var (desk, index) in step.Select(static (d, i) => (d, i)))
            {
                _stage.Agenda.At(_stage.Midnight + from + (length * (index % shifts)), () =>
                {
                    if (desk.HasOrderedBreak)
                    {
                        return ValueTask.CompletedTask;
                    }

                    desk.Break = length;
                    return desk.Ticket is null ? TakeBreakAsync(desk, length) : ValueTask.CompletedTask;
                });
            }
        }
    }

    // An order of command about windows: whoever is at one is served to the end first. An ordered break is the lunch.
    private void Heed(Move move)
    {
        foreach (var desk in move.Windows.Where(_desks.ContainsKey).Select(w => _desks[w]))
        {
            desk.HasOrderedBreak |= move.Kind == MoveKind.Break;
            _stage.Agenda.At(move.At ?? _stage.Agenda.Now, () =>
            {
                desk.Move = move;
                return desk.Ticket is null ? ObeyAsync(desk) : ValueTask.CompletedTask;
            });
        }
    }

    private async ValueTask ObeyAsync(Desk desk)
    {
        if (desk.Ticket is not null || desk.Move is not { } move)
        {
            return;
        }

        desk.Move = null;
        if (move.Kind == MoveKind.Break)
        {
            await TakeBreakAsync(desk, TimeSpan.FromMinutes(move.Minutes.GetValueOrDefault()));
            return;
        }

        desk.OnBreak = move.Kind == MoveKind.Pause;
        await SendAsync(desk, new PauseWindow("按指挥命令调整"));
        if (move.Kind == MoveKind.Open)
        {
            await SendAsync(desk, new OpenWindow(move.Step));
        }
    }

    private async ValueTask TakeBreakAsync(Desk desk, TimeSpan length)
    {
        desk.Break = null;
        if (desk.Ticket is not null || !await SendAsync(desk, new PauseWindow("轮流用餐")))
        {
            return;
        }

        desk.OnBreak = true;
        _stage.Agenda.In(length, async () =>
        {
            desk.OnBreak = false;
            await SendAsync(desk, new OpenWindow(null));
        });
    }

    private async ValueTask BreakOffAsync(Desk desk, TimeSpan length, string reason)
    {
        if (!await SendAsync(desk, new PauseWindow(reason)))
        {
            return;
        }

        (desk.DownFrom, desk.DownUntil) = (_stage.Agenda.Now, _stage.Agenda.Now + length);
        _stage.Agenda.In(length, async () => await SendAsync(desk, new OpenWindow(null)));
    }

    private static PostId PostAt(Plan plan, WindowId window) =>
        plan.Posts.First(p => p.Role == PostRole.Clerk && p.Window == window).Id;

    internal sealed class Desk(WindowPlan window, PostId post, RandomStream random)
    {
        public WindowPlan Window { get; } = window;

        public PostId Post { get; } = post;

        public RandomStream Random { get; } = random;

        public TicketId? Ticket { get; set; }

        public TimeSpan? Break { get; set; }

        public bool OnBreak { get; set; }

        public Move? Move { get; set; }

        public bool HasOrderedBreak { get; set; }

        public DateTimeOffset DownFrom { get; set; }

        public DateTimeOffset DownUntil { get; set; }
    }
}
