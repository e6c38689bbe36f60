using CommandCenter.Domain.Forecasts;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Simulation.Cast;

/// <summary>
/// Why windows do not serve for a time: lunch, breakdowns, orders of command. Whoever is at one is served to the end first,
/// and it opens again when the last of its reasons is over.
/// </summary>
internal sealed class Absences(Stage stage, IReadOnlyDictionary<WindowId, Desk> desks)
{
    /// <summary>Puts lunch and the breakdowns of the story onto the agenda.</summary>
    public void Begin()
    {
        ScheduleLunch();
        foreach (var pause in stage.Scenario.Pauses)
        {
            foreach (var desk in desks.Values.Where(d => pause.Window is null || d.Window.Id == pause.Window))
            {
                stage.Script.On(pause.Cue, () => BreakOffAsync(desk, pause.For, pause.Reason));
            }
        }
    }

    /// <summary>An order of command about windows. An ordered break is the lunch.</summary>
    public void Heed(Move move)
    {
        foreach (var desk in move.Windows.Where(desks.ContainsKey).Select(w => desks[w]))
        {
            desk.HasOrderedBreak |= move.Kind == MoveKind.Break;
            stage.Agenda.At(move.At ?? stage.Agenda.Now, () =>
            {
                desk.Move = move;
                return ObeyAsync(desk);
            });
        }
    }

    /// <summary>Nobody is at the window: now is the time for what was put off until then. False when there is nothing.</summary>
    public bool TakeDue(Desk desk)
    {
        if (desk.Move is not null)
        {
            stage.Agenda.In(TimeSpan.Zero, () => ObeyAsync(desk));
            return true;
        }

        if (desk.Break is { } pause)
        {
            desk.Break = null;
            stage.Agenda.In(TimeSpan.Zero, () => TakeBreakAsync(desk, pause));
            return true;
        }

        return false;
    }

    /// <summary>Opens a window, for the step that command has ordered or else the usual one.</summary>
    public async ValueTask OpenAsync(Desk desk) => await SendAsync(desk, new OpenWindow(desk.OrderedStep));

    // Windows of one step go to lunch one after another, so that the step goes on.
    private void ScheduleLunch()
    {
        if (stage.Scenario.Clerking is not { LunchFrom: { } from, LunchFor: var length })
        {
            return;
        }

        foreach (var step in desks.Values.GroupBy(static d => d.Window.Steps[0]))
        {
            var shifts = Math.Min(step.Count(), 3);
            foreach (var (desk, index) in step.Select(static (d, i) => (d, i)))
            {
                stage.Agenda.At(stage.Midnight + from + (length * (index % shifts)), () =>
                {
                    if (desk.HasOrderedBreak)
                    {
                        return ValueTask.CompletedTask;
                    }

                    desk.Break = length;
                    return TakeBreakAsync(desk, length);
                });
            }
        }
    }

    private ValueTask ObeyAsync(Desk desk)
    {
        if (desk.Ticket is not null || desk.Move is not { } move)
        {
            return ValueTask.CompletedTask;
        }

        desk.Move = null;
        switch (move.Kind)
        {
            case MoveKind.Break:
                return TakeBreakAsync(desk, TimeSpan.FromMinutes(move.Minutes.GetValueOrDefault()));
            case MoveKind.Pause:
                desk.Away |= Absence.Ordered;
                return stage.WhenPlayedAsync(
                    desk.Post, () => desk.IsOpen && desk.Away.HasFlag(Absence.Ordered), async () => await SendAsync(desk, new PauseWindow("按指挥命令调整")));
            default:
                // Nothing works in a breakdown: then the window opens for the step when that is over.
                (desk.OrderedStep, desk.Away) = (move.Step, desk.Away & Absence.Breakdown);
                return desk.Away != Absence.None ? ValueTask.CompletedTask
                    : stage.WhenPlayedAsync(desk.Post, () => desk.OrderedStep == move.Step && !desk.IsOpenFor(move.Step), () => ChangeAsync(desk));
        }
    }

    private async ValueTask ChangeAsync(Desk desk)
    {
        await SendAsync(desk, new PauseWindow("按指挥命令调整"));
        await OpenAsync(desk);
    }

    // Whoever has a window in person takes breaks in person.
    private async ValueTask TakeBreakAsync(Desk desk, TimeSpan length)
    {
        if (desk.Ticket is not null)
        {
            return;
        }

        desk.Break = null;
        await StayAwayAsync(desk, Absence.Break, length, "轮流用餐");
    }

    private async ValueTask BreakOffAsync(Desk desk, TimeSpan length, string reason)
    {
        if (await StayAwayAsync(desk, Absence.Breakdown, length, reason))
        {
            (desk.DownFrom, desk.DownUntil) = (stage.Agenda.Now, stage.Agenda.Now + length);
        }
    }

    // Known before it is published: else the window would seem to have been shut by a person.
    private async ValueTask<bool> StayAwayAsync(Desk desk, Absence absence, TimeSpan length, string reason)
    {
        desk.Away |= absence;
        if (!await SendAsync(desk, new PauseWindow(reason)))
        {
            desk.Away &= ~absence;
            return false;
        }

        stage.Agenda.In(length, () => ReturnAsync(desk, absence));
        return true;
    }

    private ValueTask ReturnAsync(Desk desk, Absence absence)
    {
        desk.Away &= ~absence;
        return desk.Away != Absence.None
            ? ValueTask.CompletedTask
            : stage.WhenPlayedAsync(desk.Post, () => desk.IsLeftShut, () => OpenAsync(desk));
    }

    private ValueTask<bool> SendAsync(Desk desk, Domain.ICommand command) =>
        stage.SendAsync(desk.Post, GrainAddress.Of(desk.Window.Id), command);
}
