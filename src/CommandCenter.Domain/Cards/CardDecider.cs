using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Cards;

/// <summary>An answer card, so that the same question brings the same answer with its clause, whoever is asked.</summary>
public sealed class CardDecider : Decider<CardState>
{
    /// <inheritdoc/>
    public override string Kind => "card";

    /// <inheritdoc/>
    public override CardState Initial(string key) => new(new CardId(key));

    /// <inheritdoc/>
    public override Decision Decide(CardState state, ICommand command, in DecisionContext context) => command switch
    {
        WriteCard c => Write(state, c, context),
        ReviseCard c => Revise(state, c, context),
        MeetDeadline => Decision.Nothing,
        _ => Rejections.UnknownCommand,
    };

    /// <inheritdoc/>
    public override CardState Evolve(CardState state, IEvent @event) => @event switch
    {
        CardWritten e => state with { Question = e.Question, Answer = e.Answer, Clause = e.Clause },
        CardRevised e => state with { Answer = e.Answer, Clause = e.Clause },
        _ => throw Unknown(@event),
    };

    private static Decision Write(CardState state, WriteCard c, in DecisionContext context)
    {
        var fault = TextRule.Check(c.Question, "question", context.Plan.Limits.MaxText) ?? CheckAnswer(c.Answer, c.Clause, context);
        return fault is not null ? fault
            : state.Question is null ? Decision.Accept(new CardWritten(state.Card, c.Question, c.Answer, c.Clause))
            : (state.Question, state.Answer, state.Clause) == (c.Question, c.Answer, c.Clause) ? Decision.Nothing
            : Rejections.CardExists;
    }

    private static Decision Revise(CardState state, ReviseCard c, in DecisionContext context)
    {
        var fault = CheckAnswer(c.Answer, c.Clause, context)
            ?? TextRule.Check(c.Reason, "reason", context.Plan.Limits.MaxText)
            ?? (state.Question is null ? Rejections.CardUnknown : null);
        return fault is not null ? fault
            : (state.Answer, state.Clause) == (c.Answer, c.Clause) ? Decision.Nothing
            : Decision.Accept(new CardRevised(state.Card, c.Answer, c.Clause, c.Reason));
    }

    private static Rejection? CheckAnswer(string answer, ClauseId clause, in DecisionContext context) =>
        TextRule.Check(answer, "answer", context.Plan.Limits.MaxText)
        ?? IdRule.Known(clause.Value, context.Plan.FindClause(clause) is not null, "clause");
}
