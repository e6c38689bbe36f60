using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Communication;

/// <summary>Whether every post can be reached: asked of all at once, seen, answered within so many seconds.</summary>
public sealed class CommunicationDecider : Decider<CommunicationState>
{
    private const string TimeUp = "check";
    private const int Shortest = 10;
    private const int Longest = 600;

    /// <inheritdoc/>
    public override string Kind => "communication";

    /// <inheritdoc/>
    public override CommunicationState Initial(string key) => CommunicationState.Initial;

    /// <summary>The posts that must be reachable: everyone who works with residents or for them.</summary>
    public static IEnumerable<PostId> PostsOf(Plan plan) => plan.Posts
        .Where(static p => p.Role is not (PostRole.Screen or PostRole.DrillDirector or PostRole.Observer))
        .Select(static p => p.Id);

    /// <inheritdoc/>
    public override Decision Decide(CommunicationState state, ICommand command, in DecisionContext context) => command switch
    {
        CheckCommunication c => Start(state, c, context),
        SeeCommunicationCheck c => Check(state, c.Check, context) is { } no ? no : See(state, context.Actor.Post),
        AnswerCommunicationCheck c => Check(state, c.Check, context) is { } no ? no : Answer(state, context.Actor.Post),
        // One that was under way when the last post answered is past.
        MeetDeadline c when !Deadlines(state).Contains(new(c.Name, c.Due)) => Decision.Nothing,
        MeetDeadline => Decision.Accept(new CommunicationCheckEnded(
            state.Check, [.. state.Posts.Except(state.Answered).OrderBy(static p => p.Value, StringComparer.Ordinal)])),
        _ => Rejections.UnknownCommand,
    };

    /// <inheritdoc/>
    public override CommunicationState Evolve(CommunicationState state, IEvent @event) => @event switch
    {
        CommunicationCheckStarted e => new() { Check = e.Check, Posts = [.. e.Posts], Until = e.Until },
        CommunicationCheckSeen e => state with { Seen = state.Seen.Add(e.Post) },
        CommunicationCheckAnswered e => state with { Answered = state.Answered.Add(e.Post) },
        CommunicationCheckPassed or CommunicationCheckEnded => state with { Until = null },
        _ => throw Unknown(@event),
    };

    /// <inheritdoc/>
    public override IEnumerable<Deadline> Deadlines(CommunicationState state) => state.Until is { } until ? [new(TimeUp, until)] : [];

    private static Decision Start(CommunicationState state, CheckCommunication c, in DecisionContext context) =>
        Decision.Unless(
            ValueRule.Between(c.Seconds, Shortest, Longest, "seconds")
            ?? (context.Operation.Phase == OperationPhase.Closed ? Rejections.OperationOver : null)
            ?? (state.Until is null ? null : Rejections.CommunicationCheckRunning),
            new CommunicationCheckStarted(state.Check + 1, [.. PostsOf(context.Plan)], c.Seconds, context.Now.AddSeconds(c.Seconds)));

    // Only the newest check can be answered, and only by the posts that it went out to.
    private static Rejection? Check(CommunicationState state, int check, in DecisionContext context) =>
        check != state.Check || check == 0 ? Rejections.NotFound.For("check")
        : !state.Posts.Contains(context.Actor.Post) ? Rejections.NotYourPost
        : null;

    private static Decision See(CommunicationState state, PostId post) =>
        state.Seen.Contains(post) || state.Answered.Contains(post)
            ? Decision.Nothing
            : Decision.Accept(new CommunicationCheckSeen(state.Check, post));

    // A late answer still says that the line works; it is recorded as late.
    private static Decision Answer(CommunicationState state, PostId post)
    {
        if (state.Answered.Contains(post))
        {
            return Decision.Nothing;
        }

        var answered = new CommunicationCheckAnswered(state.Check, post, state.Until is not null);
        return answered.InTime && state.Answered.Count + 1 == state.Posts.Count
            ? Decision.Accept(answered, new CommunicationCheckPassed(state.Check))
            : Decision.Accept(answered);
    }
}
