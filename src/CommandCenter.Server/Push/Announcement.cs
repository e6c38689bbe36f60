using System.Globalization;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Windows;
using CommandCenter.Journal;
using CommandCenter.Server.Screens;

namespace CommandCenter.Server.Push;

/// <summary>What the hall says aloud: a call, a recall, a suspension, the going on.</summary>
/// <param name="Sequence">The entry it follows from.</param>
/// <param name="At">Its operation time.</param>
/// <param name="Event">That entry's event.</param>
internal sealed record Announcement(long Sequence, DateTimeOffset At, Domain.IEvent Event)
{
    private const string Digits = "零一二三四五六七八九";

    public static Announcement? Of(JournalEntry entry) =>
        entry.Event is TicketSeated or TicketRecalled or OperationSuspended or OperationResumed ? new(entry.Sequence, entry.At, entry.Event) : null;

    /// <summary>The sentence in a language.</summary>
    public string? Text(Plan plan, CultureInfo language)
    {
        CultureInfo.CurrentUICulture = language;
        return Event switch
        {
            TicketSeated e => Call(plan, e.Number, e.Window, e.Step),
            TicketRecalled e => Call(plan, e.Number, e.Window, e.Step),
            OperationSuspended e => Texts.T("say.suspended", e.Sentence),
            OperationResumed => Texts.T("say.resumed"),
            _ => null,
        };
    }

    private static string Call(Plan plan, string number, WindowId window, StepId step) =>
        Texts.T("say.call", Spoken(number), Texts.Name(plan.FindWindow(window)?.Name), Texts.Name(plan.FindStep(step)?.Name));

    // Said digit by digit: S 零 五 七, so that no voice makes a number of it.
    private static string Spoken(string number) => Texts.IsEnglish
        ? string.Join(' ', number.ToCharArray())
        : string.Concat(number.Select(static c => char.IsAsciiDigit(c) ? Digits[c - '0'].ToString() : $"{c} "));
}
