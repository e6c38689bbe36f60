using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Cases;

/// <summary>A matter in the ledger. It closes with an answer that rests on a clause, and in no other way.</summary>
public sealed class CaseDecider : Decider<CaseState>
{
    private const string Reply = "reply";

    /// <inheritdoc/>
    public override string Kind => "case";

    /// <inheritdoc/>
    public override CaseState Initial(string key) => new(new CaseId(key));

    /// <inheritdoc/>
    public override Decision Decide(CaseState state, ICommand command, in DecisionContext context) => command switch
    {
        RegisterCase c => RegistrationRules.Register(state, c, context),
        AssignCase c => Assign(state, c, context),
        NoteCase c => Note(state, c, context),
        ReplyInterim c => ReplyForNow(state, c, context),
        AnswerCase c => Answer(state, c, context),
        ReopenCase c => Reopen(state, c, context),
        MeetDeadline c => Meet(state, c, context),
        _ => Rejections.UnknownCommand,
    };

    /// <inheritdoc/>
    public override CaseState Evolve(CaseState state, IEvent @event) => @event switch
    {
        CaseRegistered e => (state with { Registered = e, Responsible = e.Responsible }).DueBy(e.Due),
        CaseAssigned e => state with { Responsible = e.Responsible },
        CaseNoted => state,
        CaseInterimReplied e => state.DueBy(e.Next),
        CaseAnswered e => state with { Answer = e },
        CaseCardCited => state,
        CaseReopened e => (state with { Answer = null, Reopened = e.Count }).DueBy(e.Due),
        CaseOverdue e => state with { Level = e.Level, Escalates = e.Next },
        _ => throw Unknown(@event),
    };

    /// <inheritdoc/>
    public override IEnumerable<Deadline> Deadlines(CaseState state) =>
        state is { IsOpen: true, Escalates: { } next } ? [new(Reply, next)] : [];

    private static Decision Assign(CaseState state, AssignCase c, in DecisionContext context)
    {
        var fault = IdRule.Known(c.Post.Value, context.Plan.FindPost(c.Post) is not null, "post") ?? RefuseUnlessOpen(state);
        return fault is not null ? fault
            : c.Post == state.Responsible ? Decision.Nothing
            : Decision.Accept(new CaseAssigned(state.Case, c.Post));
    }

    private static Decision Note(CaseState state, NoteCase c, in DecisionContext context) =>
        (TextRule.Check(c.Text, "text", context.Plan.Limits.MaxText) ?? RefuseUnlessOpen(state)) is { } fault
            ? fault
            : Decision.Accept(new CaseNoted(state.Case, c.Text));

    private static Decision ReplyForNow(CaseState state, ReplyInterim c, in DecisionContext context)
    {
        var fault = TextRule.Check(c.Text, "text", context.Plan.Limits.MaxText)
            ?? (c.Next <= context.Now ? Rejections.InThePast.For("next") : null)
            ?? RefuseUnlessOpen(state)
            ?? (state.Registered!.Kind == CaseKind.Simple ? Rejections.CaseIsSimple : null);
        return fault is not null ? fault : Decision.Accept(new CaseInterimReplied(state.Case, c.Text, c.Next));
    }

    private static Decision Answer(CaseState state, AnswerCase c, in DecisionContext context)
    {
        var fault = TextRule.Check(c.Text, "text", context.Plan.Limits.MaxText)
            ?? IdRule.Known(c.Clause.Value, context.Plan.FindClause(c.Clause) is not null, "clause")
            ?? IdRule.CheckOptional(c.Card, "card");
        if (fault is not null)
        {
            return fault;
        }

        var answered = new CaseAnswered(state.Case, c.Text, c.Clause);
        return state.Answer == answered ? Decision.Nothing
            : RefuseUnlessOpen(state) is { } refusal ? refusal
            : c.Card is { } card ? Decision.Accept(answered, new CaseCardCited(state.Case, card))
            : Decision.Accept(answered);
    }

    private static Decision Reopen(CaseState state, ReopenCase c, in DecisionContext context)
    {
        var fault = TextRule.Check(c.Reason, "reason", context.Plan.Limits.MaxText)
            ?? (state.Registered is null ? Rejections.CaseUnknown : null)
            ?? (state.IsOpen ? Rejections.CaseOpenYet : null);
        if (fault is not null)
        {
            return fault;
        }

        var due = RegistrationRules.DueOf(state.Registered!.Kind, context);
        return Decision.Accept(new CaseReopened(state.Case, c.Reason, state.Reopened + 1, due));
    }

    private Decision Meet(CaseState state, MeetDeadline c, in DecisionContext context)
    {
        if (!Deadlines(state).Contains(new Deadline(c.Name, c.Due)))
        {
            return Decision.Nothing;
        }

        var up = Escalation.After(
            state.Level,
            [state.Responsible.Value, LineOfCommand.Commander(context)?.Id.Value],
            context.Now,
            context.Plan.Limits.EscalateEvery);
        return Decision.Accept(new CaseOverdue(state.Case, up.Level, new(up.To), up.Next));
    }

    private static Rejection? RefuseUnlessOpen(CaseState state) =>
        state.Registered is null ? Rejections.CaseUnknown
        : state.Answer is not null ? Rejections.CaseAnsweredAlready
        : null;
}
