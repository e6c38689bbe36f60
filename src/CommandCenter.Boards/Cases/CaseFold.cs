using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Identity;
using CommandCenter.Journal;

namespace CommandCenter.Boards.Cases;

/// <summary>Keeps the facts of the matters in the ledger.</summary>
internal sealed class CaseFold(Day day) : ISubscriber
{
    public void Subscribe(Subscriptions on)
    {
        on.On<CaseRegistered>(Register);
        on.On<CaseAssigned>((e, entry) => File(e.Case, CaseFileKind.Assigned, e.Responsible.Value, entry).Responsible = e.Responsible);
        on.On<CaseNoted>((e, entry) => File(e.Case, CaseFileKind.Noted, e.Text, entry));
        on.On<CaseInterimReplied>(Reply);
        on.On<CaseAnswered>(Answer);
        on.On<CaseCardCited>((e, _) => day.Cases[e.Case].Card = e.Card);
        on.On<CaseReopened>(Reopen);
        on.On<CaseOverdue>((e, entry) => File(e.Case, CaseFileKind.Overdue, e.To.Value, entry).OverdueLevel = e.Level);
    }

    private void Register(CaseRegistered e, JournalEntry entry)
    {
        var matter = day.Cases[e.Case];
        matter.Registered = e;
        matter.RegisteredAt = entry.At;
        matter.RegisteredIn = entry.Sequence;
        matter.RegisteredBy = day.Who(entry.Actor.Value);
        matter.Responsible = e.Responsible;
        matter.Due = e.Due;
    }

    private void Reply(CaseInterimReplied e, JournalEntry entry)
    {
        var matter = File(e.Case, CaseFileKind.InterimReply, e.Text, entry);
        matter.Due = e.Next;
        matter.OverdueLevel = 0;
    }

    private void Answer(CaseAnswered e, JournalEntry entry)
    {
        var matter = File(e.Case, CaseFileKind.Answered, e.Text, entry);
        matter.AnsweredAt = entry.At;
        matter.Answer = e.Text;
        matter.Clause = e.Clause;
    }

    private void Reopen(CaseReopened e, JournalEntry entry)
    {
        var matter = File(e.Case, CaseFileKind.Reopened, e.Reason, entry);
        matter.AnsweredAt = null;
        matter.Card = null;
        matter.Reopened = e.Count;
        matter.Due = e.Due;
        matter.OverdueLevel = 0;
    }

    private CaseFacts File(CaseId id, CaseFileKind kind, string text, JournalEntry entry)
    {
        var matter = day.Cases[id];
        matter.File.Add(new(entry.Sequence, entry.At, kind, day.Who(entry.Actor.Value), text));
        return matter;
    }
}
