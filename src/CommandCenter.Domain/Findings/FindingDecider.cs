using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Findings;

/// <summary>A finding of supervision against an entry of the journal. It gets an answer from the group concerned; both stay.</summary>
public sealed class FindingDecider : Decider<FindingState>
{
    /// <inheritdoc/>
    public override string Kind => "finding";

    /// <inheritdoc/>
    public override FindingState Initial(string key) => new(new FindingId(key));

    /// <inheritdoc/>
    public override Decision Decide(FindingState state, ICommand command, in DecisionContext context) => command switch
    {
        RecordFinding c => Record(state, c, context),
        AnswerFinding c => Answer(state, c, context),
        MeetDeadline => Decision.Nothing,
        _ => Rejections.UnknownCommand,
    };

    /// <inheritdoc/>
    public override FindingState Evolve(FindingState state, IEvent @event) => @event switch
    {
        FindingRecorded e => state with { Recorded = e },
        FindingAnswered e => state with { Answer = e },
        _ => throw Unknown(@event),
    };

    private static Decision Record(FindingState state, RecordFinding c, in DecisionContext context)
    {
        var fault = ValueRule.Between(c.Entry, 1, long.MaxValue, "entry")
            ?? IdRule.Known(c.Group.Value, context.Plan.FindGroup(c.Group) is not null, "group")
            ?? TextRule.Check(c.Text, "text", context.Plan.Limits.MaxText);
        var recorded = new FindingRecorded(state.Finding, c.Entry, c.Group, c.Text);
        return fault is not null ? fault
            : state.Recorded is null ? Decision.Accept(recorded)
            : state.Recorded == recorded ? Decision.Nothing
            : Rejections.FindingExists;
    }

    private static Decision Answer(FindingState state, AnswerFinding c, in DecisionContext context)
    {
        var fault = TextRule.Check(c.Text, "text", context.Plan.Limits.MaxText)
            ?? (state.Recorded is null ? Rejections.FindingUnknown : null);
        var answered = new FindingAnswered(state.Finding, c.Text);
        return fault is not null ? fault
            : state.Answer is null ? Decision.Accept(answered)
            : state.Answer == answered ? Decision.Nothing
            : Rejections.FindingAnsweredAlready;
    }
}
