using System.Collections.Immutable;
using System.Text.Json;
using CommandCenter.Boards.Windows;
using CommandCenter.Domain;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using static CommandCenter.Server.Screens.Texts;

namespace CommandCenter.Server.Screens;

/// <summary>A button of a window, and the one key that presses it.</summary>
/// <param name="Key">The key as the browser names it: <c>Enter</c>, or one capital letter or digit.</param>
/// <param name="Label">What it does.</param>
/// <param name="Command">The command's path below the operation.</param>
public sealed record WindowAction(string Key, string Label, string Command)
{
    /// <summary>The JSON body.</summary>
    public string Body { get; init; } = "{}";

    /// <summary>What the second press confirms; null where one press is enough.</summary>
    public string? Confirm { get; init; }

    /// <summary>The dialog that asks for the rest of the body.</summary>
    public string? Ask { get; init; }

    /// <summary>Why it cannot be done now; null where it can.</summary>
    public string? Why { get; init; }

    /// <summary>Needs a flat that is picked on the board: the browser adds it to the body.</summary>
    public bool Picks { get; init; }

    /// <summary>The steps that the transfer dialog offers, separated by spaces.</summary>
    public string? Only { get; init; }
}

/// <summary>What a clerk can do at a window now, from its board alone: each action on a key of its own, the others with the reason why not.</summary>
public static class WindowActions
{
    /// <summary>The key of what comes next.</summary>
    public const string NextKey = "Enter";

    /// <summary>The actions in the order in which they are shown: what comes next first, the others always in the same places.</summary>
    public static ImmutableArray<WindowAction> Of(WindowBoard board, Plan plan) =>
        board.Status == WindowStatus.Closed ? [.. Opening(board, plan)] : [Next(board), .. AtTicket(board, plan), .. AtWindow(board)];

    /// <summary>Whether the household at the window is choosing flats, or may choose another.</summary>
    public static bool IsChoosing(WindowBoard board) =>
        board is { Kind: ServiceKind.Selection, Ticket.Phase: WindowPhase.Serving, Household: { Declined: false, Band: { } band } household }
        && (household.Units.Length < band.MaxUnits);

    private static IEnumerable<WindowAction> Opening(WindowBoard board, Plan plan)
    {
        var steps = plan.FindWindow(board.Window)?.Steps ?? [];
        return steps.Select((step, i) => new WindowAction(
            i == 0 ? NextKey : $"{i + 1}", T("window.openFor", Name(plan.FindStep(step)?.Name)), Path(board, "open"))
        {
            Body = Json(("step", step.Value)),
        });
    }

    private static WindowAction Next(WindowBoard board) => board switch
    {
        { Ticket: null, Status: WindowStatus.Paused } => new(NextKey, T("window.reopen"), Path(board, "open")),
        { Ticket: null } => new(NextKey, T("window.callNext"), Path(board, "call-next"))
        {
            Why = board.AskingSince is null ? null : T("window.asking"),
        },
        { Ticket.Phase: WindowPhase.Called } => new(NextKey, T("window.arrived"), Path(board, "arrive")),
        { Ticket.Phase: WindowPhase.Arrived } => new(NextKey, T("window.start"), Path(board, "start")),
        { Reservation: { } kept } => Confirm(board, kept),
        { Kind: ServiceKind.Selection, Ticket.Settled: false } => Reserve(board, NextKey),
        _ => new(NextKey, T("window.complete"), Path(board, "complete")) { Confirm = T("window.completeAgain", board.Ticket.Number) },
    };

    private static WindowAction Confirm(WindowBoard board, KeptUnit kept) =>
        new(NextKey, T("window.confirm", kept.Unit.Id), "inventory/main/confirm")
        {
            Body = Json(("household", board.Household!.Id.Value), ("unit", kept.Unit.Id.Value), ("window", board.Window.Value)),
            // A hyphen that does not break: the number of a flat is read in one piece.
            Confirm = T("window.confirmAgain", kept.Unit.Id.Value.Replace('-', '\u2011'), Moments.Area(kept.Unit.Area)),
        };

    private static WindowAction Reserve(WindowBoard board, string key) =>
        new(key, T(key == NextKey ? "window.reserve" : board.Reservation is null ? "window.reserveSecond" : "window.reserveOther"), "inventory/main/reserve")
        {
            Body = Json(("household", board.Household!.Id.Value), ("window", board.Window.Value)),
            Picks = true,
        };

    private static IEnumerable<WindowAction> AtTicket(WindowBoard board, Plan plan)
    {
        var ticket = board.Ticket;
        var idle = ticket is null ? Sentence(Rejections.WindowIdle) : null;
        var here = ticket is { Phase: not WindowPhase.Called } ? Sentence(Rejections.ArrivedAlready) : null;
        var settled = ticket is { Settled: true } ? Sentence(Rejections.SelectionSettledAlready) : null;
        var allRecalled = ticket?.Recalls >= plan.Limits.Recalls;
        yield return new("R", T("window.recall"), Path(board, "recall")) { Why = idle ?? here ?? (allRecalled ? Sentence(Rejections.NoRecallsLeft) : null) };
        yield return new("P", T("window.pass"), Path(board, "pass")) { Why = idle ?? here ?? (allRecalled ? null : Sentence(Rejections.RecallsLeft)) };
        yield return new("H", T("window.hold"), Path(board, "hold")) { Ask = "ask-hold", Why = idle ?? settled };
        yield return new("T", T("window.transfer"), Path(board, "transfer"))
        {
            Ask = "ask-transfer", Why = idle ?? settled, Only = string.Join(' ', Reachable(board, plan)),
        };
        if (board.Kind == ServiceKind.Selection)
        {
            foreach (var action in AtSelection(board, idle))
            {
                yield return action;
            }
        }
    }

    private static IEnumerable<WindowAction> AtSelection(WindowBoard board, string? idle)
    {
        var serving = board.Ticket is { Phase: WindowPhase.Serving };
        var notChoosing = idle ?? (serving ? null : Sentence(Rejections.NotSelecting));
        yield return IsChoosing(board) && (board.Reservation is not null || board.Ticket!.Settled)
            ? Reserve(board, "V")
            : new("V", T("window.reserveOther"), "inventory/main/reserve") { Why = Sentence(Rejections.UnitNotReserved) };
        yield return new("L", T("window.release"), "inventory/main/release")
        {
            Body = Json(("unit", board.Reservation?.Unit.Id.Value ?? "")),
            Why = board.Reservation is null ? Sentence(Rejections.UnitNotReserved) : null,
        };
        yield return new("G", T("window.decline"), $"households/{board.Household?.Id}/decline")
        {
            Ask = "ask-decline",
            Why = notChoosing ?? (board.Household is { Units.IsEmpty: false } ? Sentence(Rejections.HasUnits) : board.Ticket!.Settled ? Sentence(Rejections.SelectionSettledAlready) : null),
        };
    }

    private static IEnumerable<WindowAction> AtWindow(WindowBoard board)
    {
        var paused = board.Status == WindowStatus.Paused;
        yield return paused && board.Ticket is not null
            ? new("Z", T("window.reopen"), Path(board, "open"))
            : new("Z", T("window.pause"), Path(board, "pause")) { Ask = "ask-pause", Why = paused ? Sentence(Rejections.WindowPausedNow) : null };
        yield return new("O", T("window.close"), Path(board, "close"))
        {
            Confirm = T("window.closeAgain"), Why = board.Ticket is null ? null : Sentence(Rejections.WindowBusy),
        };
    }

    // As the window itself decides: to a side step, or back along the main line without crossing selection.
    private static IEnumerable<StepId> Reachable(WindowBoard board, Plan plan)
    {
        if (plan.Steps.FirstOrDefault(s => s.Id == board.Step) is not { Line: StepLine.Main } from)
        {
            return [];
        }

        var back = plan.MainLine.TakeWhile(s => s.Id != from.Id).Reverse().TakeWhile(static s => s.Kind != ServiceKind.Selection);
        return plan.Steps.Where(static s => s.Line == StepLine.Side)
            .Concat(back.Where(static s => s.Kind != ServiceKind.CheckIn))
            .Select(static s => s.Id);
    }

    private static string Path(WindowBoard board, string command) => $"windows/{board.Window}/{command}";

    private static string Json(params (string Name, string Value)[] members) =>
        JsonSerializer.Serialize(members.ToDictionary(static m => m.Name, static m => m.Value));
}
