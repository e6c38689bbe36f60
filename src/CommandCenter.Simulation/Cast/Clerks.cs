using CommandCenter.Domain.Forecasts;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Windows;
using CommandCenter.Journal;

namespace CommandCenter.Simulation.Cast;

/// <summary>The clerks at the windows: open, call, greet, serve, complete.</summary>
/// <remarks>
/// Where a person has a window its clerk stands aside, and looks every minute whether it has come back: then the clerk goes
/// on from where the window stands, whoever brought it there.
/// </remarks>
public sealed class Clerks : ICastMember
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(1);

    private readonly Stage _stage;
    private readonly Dictionary<WindowId, Desk> _desks;
    private readonly Chooser _chooser;
    private readonly Absences _absences;
    private bool _over;

    /// <summary>One clerk per window.</summary>
    public Clerks(Stage stage, Market market)
    {
        _stage = stage;
        _desks = stage.Plan.Windows.ToDictionary(static w => w.Id, w => new Desk(w, PostAt(stage.Plan, w.Id), stage.Random($"clerk/{w.Id}")));
        _chooser = new(stage, market, this);
        _absences = new(stage, _desks);
    }

    /// <inheritdoc/>
    public void Begin()
    {
        foreach (var desk in _desks.Values)
        {
            // Windows open in the ten minutes before the day does.
            _stage.Agenda.At(
                _stage.Plan.Opens - TimeSpan.FromSeconds(60 + desk.Random.NextInt(540)),
                () => _stage.WhenPlayedAsync(desk.Post, () => desk.IsLeftShut, () => _absences.OpenAsync(desk)));
        }

        _absences.Begin();
    }

    /// <inheritdoc/>
    public void Observe(JournalEntry entry)
    {
        if (entry.Grain.Kind == GrainAddress.Of(default(WindowId)).Kind)
        {
            _desks[new(entry.Grain.Key)].Observe(entry.Event);
        }

        switch (entry.Event)
        {
            case OperationOpened: _desks.Values.ToList().ForEach(Free); break;
            case OperationResumed: _desks.Values.ToList().ForEach(LookAfter); break;
            case OperationClosed: _over = true; break;
            case WindowOpened e: Free(_desks[e.Window]); break;
            case WindowPaused e: LookAfter(_desks[e.Window]); break;
            case WindowClosed e: LookAfter(_desks[e.Window]); break;
            case TicketSeated e: _desks[e.Window].Aside.Remove(e.Ticket); break;
            case HouseholdArrived e: Begin(_desks[e.Window], e.Ticket); break;
            case ServiceStarted e: Serve(_desks[e.Window], e); break;
            case HouseholdAdmitted e: _chooser.Admit(e); break;
            case SelectionSettled e: _chooser.Settle(e); break;
            case ServiceCompleted e: Free(_desks[e.Window]); break;
            case NoShow e: Free(_desks[e.Window]); break;
            case TicketSetAside e: PutAside(_desks[e.Window], e.Ticket); break;
            case TicketTransferred e: Free(_desks[e.Window]); break;
            case WindowReleased e: Free(_desks[e.Window]); break;
            case AskDeclined e: AskLater(_desks[e.Window], e.Ticket); break;
            case MoveOrdered e: _absences.Heed(e.Move); break;
            default: break;
        }
    }

    /// <summary>A household stands at the window with its ticket.</summary>
    public void Greet(WindowId window, TicketId ticket) =>
        At(window, ticket, TimeSpan.Zero, async desk => await SendAsync(desk, new Arrive()));

    /// <summary>Does something at a window after a while, if the ticket is still there; a breakdown of the window delays it.</summary>
    internal void At(WindowId window, TicketId ticket, TimeSpan delay, Func<Desk, ValueTask> action) =>
        AtDesk(_desks[window], _stage.Agenda.Now + delay, d => d.Ticket == ticket, d => d.Ticket == ticket ? action(d) : ValueTask.CompletedTask);

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

    internal TimeSpan ServiceTime(Desk desk, StepId step) =>
        _stage.Scenario.Service[step].Sample(desk.Random) * _stage.Scenario.Pace.GetValueOrDefault(desk.Window.Id, 1);

    private void AtDesk(Desk desk, DateTimeOffset at, Func<Desk, bool> isDue, Func<Desk, ValueTask> action) => _stage.Agenda.At(at, () =>
    {
        if (at < desk.DownUntil)
        {
            AtDesk(desk, desk.DownUntil + (at - desk.DownFrom), isDue, action);
            return ValueTask.CompletedTask;
        }

        return _stage.WhenPlayedAsync(desk.Post, () => isDue(desk), () => action(desk));
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

    private void Free(Desk desk)
    {
        if (desk.Ticket is null && !_absences.TakeDue(desk))
        {
            AskAt(desk, _stage.Agenda.Now + _stage.Scenario.Clerking.Between.Sample(desk.Random));
        }
    }

    private void AskAt(Desk desk, DateTimeOffset at) => AtDesk(desk, at, static d => d.IsIdle, AskAsync);

    private async ValueTask AskAsync(Desk desk)
    {
        if (desk.Ticket is null && desk.Away == Absence.None)
        {
            await SendAsync(desk, desk.Aside is [var ticket, ..] ? new ResumeHeld(ticket) : new CallNext());
        }
    }

    private void AskLater(Desk desk, TicketId? declined)
    {
        desk.Aside.RemoveAll(t => t == declined);
        AskAt(desk, _stage.Agenda.Now + LookAgain);
    }

    // Only people put tickets aside; a clerk to whom the window comes back takes them up first.
    private void PutAside(Desk desk, TicketId ticket)
    {
        desk.Aside.Add(ticket);
        Free(desk);
    }

    // A window that a person has shut is opened again once its clerk is back.
    private void LookAfter(Desk desk)
    {
        if (IsLeftShut())
        {
            _stage.Agenda.In(LookAgain, () =>
                IsLeftShut() ? _stage.WhenPlayedAsync(desk.Post, IsLeftShut, () => _absences.OpenAsync(desk)) : ValueTask.CompletedTask);
        }

        bool IsLeftShut() => desk.IsLeftShut && !_over;
    }

    private static PostId PostAt(Plan plan, WindowId window) =>
        plan.Posts.First(p => p.Role == PostRole.Clerk && p.Window == window).Id;
}
