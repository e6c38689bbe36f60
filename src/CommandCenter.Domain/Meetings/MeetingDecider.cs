using System.Collections.Immutable;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Meetings;

/// <summary>A meeting, recorded once with what was decided and suggested.</summary>
public sealed class MeetingDecider : Decider<MeetingState>
{
    private const int MinutesFactor = 10;
    private const int MaxItems = 100;

    // What follows from a meeting is named after it (m1-1, m1-s100), so its own id must leave room for that.
    private const int LongestSuffix = 5;

    /// <inheritdoc/>
    public override string Kind => "meeting";

    /// <inheritdoc/>
    public override MeetingState Initial(string key) => new(new MeetingId(key));

    /// <inheritdoc/>
    public override Decision Decide(MeetingState state, ICommand command, in DecisionContext context) => command switch
    {
        HoldMeeting c => Hold(state, c, context),
        MeetDeadline => Decision.Nothing,
        _ => Rejections.UnknownCommand,
    };

    /// <inheritdoc/>
    public override MeetingState Evolve(MeetingState state, IEvent @event) => @event switch
    {
        MeetingHeld e => state with { Held = e },
        _ => throw Unknown(@event),
    };

    private static Decision Hold(MeetingState state, HoldMeeting c, in DecisionContext context)
    {
        var (decisions, suggestions) = (OrEmpty(c.Decisions), OrEmpty(c.Suggestions));
        if (state.Held is { } held)
        {
            var same = (held.Type, held.Minutes) == (c.Type, c.Minutes)
                && held.Decisions.SequenceEqual(decisions) && held.Suggestions.SequenceEqual(suggestions);
            return same ? Decision.Nothing : Rejections.MeetingHeldAlready;
        }

        var limit = context.Plan.Limits.MaxText;
        var fault = (Enum.IsDefined(c.Type) ? null : Rejections.OutOfRange.For("type"))
            ?? CheckId(state.Meeting)
            ?? TextRule.Check(c.Minutes, "minutes", limit * MinutesFactor)
            ?? CheckCount(decisions.Length, "decisions")
            ?? CheckDecisions(decisions, context)
            ?? CheckCount(suggestions.Length, "suggestions")
            ?? CheckSuggestions(suggestions, limit);
        return fault is not null
            ? fault
            : Decision.Accept(new MeetingHeld(state.Meeting, c.Type, c.Minutes, decisions, suggestions));
    }

    private static Rejection? CheckId(MeetingId id)
    {
        const int longest = IdSyntax.MaxLength - LongestSuffix;
        return id.Value.Length > longest ? Rejections.TextTooLong.For("meeting", $"{longest}") : null;
    }

    private static Rejection? CheckCount(int count, string field) =>
        count > MaxItems ? Rejections.OutOfRange.For(field, $"0–{MaxItems}") : null;

    private static Rejection? CheckDecisions(ImmutableArray<MeetingDecision> decisions, in DecisionContext context)
    {
        for (var i = 0; i < decisions.Length; i++)
        {
            var field = $"decisions[{i}]";
            var fault = decisions[i] is { } decision
                ? CheckDecision(decision, field, context)
                : Rejections.Required.For(field);
            if (fault is not null)
            {
                return fault;
            }
        }

        return null;
    }

    private static Rejection? CheckDecision(MeetingDecision decision, string field, in DecisionContext context) =>
        TextRule.Check(decision.Text, $"{field}.text", context.Plan.Limits.MaxText)
        ?? IdRule.Known(decision.Group.Value, context.Plan.FindGroup(decision.Group) is not null, $"{field}.group")
        ?? (decision.Due <= context.Now ? Rejections.InThePast.For($"{field}.due") : null);

    private static Rejection? CheckSuggestions(ImmutableArray<string> suggestions, int limit) =>
        suggestions
            .Select((text, i) => TextRule.Check(text, $"suggestions[{i}]", limit))
            .FirstOrDefault(static fault => fault is not null);

    private static ImmutableArray<T> OrEmpty<T>(ImmutableArray<T> list) => list.IsDefault ? [] : list;
}
