using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Operations;

/// <summary>The day's phases: Preparing → Ready → Open → Closing → Closed, with Suspended from Open and back.</summary>
public sealed class OperationDecider : Decider<OperationState>
{
    // SHA-256 in hex.
    private const int HashLength = 64;
    private const int MostRows = 100_000;

    /// <inheritdoc/>
    public override string Kind => "operation";

    /// <inheritdoc/>
    public override OperationState Initial(string key) => OperationState.Initial;

    /// <inheritdoc/>
    public override Decision Decide(OperationState state, ICommand command, in DecisionContext context) => command switch
    {
        CreateOperation c => Create(state, c),
        ConfirmReadiness or WithdrawReadiness or OpenOperation or SuspendOperation or ResumeOperation or BeginClosing or CloseOperation
            when state.Id is null => Rejections.OperationNotFounded,
        ConfirmReadiness c => Confirm(state, c, context),
        WithdrawReadiness c => Withdraw(state, c, context),
        OpenOperation c => Open(state, c, context),
        SuspendOperation c => Suspend(state, c, context),
        ResumeOperation => Resume(state, context.Actor),
        BeginClosing => Move(state, OperationPhase.Open, OperationPhase.Closing, new OperationClosing()),
        CloseOperation => Move(state, OperationPhase.Closing, OperationPhase.Closed, new OperationClosed()),
        _ => Rejections.UnknownCommand,
    };

    /// <inheritdoc/>
    public override OperationState Evolve(OperationState state, IEvent @event) => @event switch
    {
        OperationCreated e => state with { Id = e.Operation },
        PlanAdopted => state,
        ListsFrozen => state with { Confirmed = state.Confirmed.Add(Readiness.Lists) },
        ReadinessConfirmed e => state with { Confirmed = state.Confirmed.Add(e.Item) },
        ReadinessWithdrawn e => state with
        {
            Confirmed = state.Confirmed.Remove(e.Item),
            Phase = state.Phase == OperationPhase.Ready ? OperationPhase.Preparing : state.Phase,
        },
        OperationReady => state with { Phase = OperationPhase.Ready },
        OperationOpened => state with { Phase = OperationPhase.Open },
        OperationSuspended e => state with { Phase = OperationPhase.Suspended, SuspendedBy = e.By },
        OperationResumed => state with { Phase = OperationPhase.Open, SuspendedBy = null },
        OperationClosing => state with { Phase = OperationPhase.Closing },
        OperationClosed => state with { Phase = OperationPhase.Closed },
        _ => throw Unknown(@event),
    };

    private static Decision Create(OperationState state, CreateOperation c) =>
        Decision.Unless(
            Check(c) ?? (state.Id is null ? null : Rejections.OperationExists),
            new OperationCreated(c.Operation, c.Mode),
            new PlanAdopted(c.Plan, c.PlanHash),
            new ListsFrozen(c.Households, c.People, c.HouseholdsHash, c.Units, c.UnitsHash));

    private static Rejection? Check(CreateOperation c) =>
        IdRule.Check(c.Operation.Value, "operation")
        ?? ValueRule.Defined<OperationMode>(c.Mode, "mode")
        ?? PlanRule.Check(c.Plan)
        ?? TextRule.Check(c.PlanHash, "planHash", HashLength)
        ?? ValueRule.Between(c.Households, 1, MostRows, "households")
        ?? ValueRule.Between(c.People, 1, MostRows, "people")
        ?? TextRule.Check(c.HouseholdsHash, "householdsHash", HashLength)
        ?? ValueRule.Between(c.Units, 1, MostRows, "units")
        ?? TextRule.Check(c.UnitsHash, "unitsHash", HashLength);

    private static Decision Confirm(OperationState state, ConfirmReadiness c, in DecisionContext context)
    {
        var plan = context.Plan;
        if (CheckItem(c.Item, plan) is { } fault)
        {
            return fault;
        }

        if (state.Confirmed.Contains(c.Item))
        {
            return Decision.Nothing;
        }

        if (Readiness.IsFact(c.Item) && !context.Actor.IsSystem)
        {
            return Rejections.NotYourPost;
        }

        var confirmed = new ReadinessConfirmed(c.Item);
        var complete = state.Phase == OperationPhase.Preparing && !OpenItems(state, plan).Any(i => i != c.Item);
        return complete ? Decision.Accept(confirmed, new OperationReady()) : Decision.Accept(confirmed);
    }

    private static Decision Withdraw(OperationState state, WithdrawReadiness c, in DecisionContext context) =>
        CheckItem(c.Item, context.Plan) is { } fault ? fault
        : !state.Confirmed.Contains(c.Item) ? Decision.Nothing
        : context.Actor.IsSystem ? Decision.Accept(new ReadinessWithdrawn(c.Item))
        : Rejections.NotYourPost;

    private static Rejection? CheckItem(string item, Plan plan) =>
        string.IsNullOrWhiteSpace(item) ? Rejections.Required.For("item")
        : Readiness.Items(plan).Contains(item) ? null
        : Rejections.NotFound.For("item");

    private static Decision Open(OperationState state, OpenOperation c, in DecisionContext context)
    {
        var plan = context.Plan;
        if (TextRule.CheckOptional(c.Override, "override", plan.Limits.MaxText) is { } bad)
        {
            return bad;
        }

        if (state.Phase == OperationPhase.Ready)
        {
            return Decision.Accept(new OperationOpened(null, []));
        }

        if (state.Phase != OperationPhase.Preparing)
        {
            return Rejections.WrongPhase.With(Name(state.Phase));
        }

        if (c.Override is null)
        {
            return Rejections.ReadinessOpen.With(string.Join(", ", OpenItems(state, plan)));
        }

        return context.Role == PostRole.Commander
            ? Decision.Accept(new OperationOpened(c.Override, [.. OpenItems(state, plan)]))
            : Rejections.NotYourPost;
    }

    private static Decision Suspend(OperationState state, SuspendOperation c, in DecisionContext context) =>
        TextRule.Check(c.Sentence, "sentence", context.Plan.Limits.MaxText) is { } bad ? bad
        : state.Phase != OperationPhase.Open ? Rejections.WrongPhase.With(Name(state.Phase))
        : Decision.Accept(new OperationSuspended(c.Sentence, context.Actor));

    // The second must be a person: no policy and no deadline lets a day go on that somebody stopped.
    private static Decision Resume(OperationState state, Actor actor) =>
        state.Phase != OperationPhase.Suspended ? Rejections.WrongPhase.With(Name(state.Phase))
        : state.SuspendedBy == actor || actor.IsSystem ? Rejections.SecondPersonNeeded
        : Decision.Accept(new OperationResumed());

    private static Decision Move(OperationState state, OperationPhase from, OperationPhase to, IEvent @event) =>
        state.Phase == to ? Decision.Nothing
        : state.Phase == from ? Decision.Accept(@event)
        : Rejections.WrongPhase.With(Name(state.Phase));

    private static IEnumerable<string> OpenItems(OperationState state, Plan plan) =>
        Readiness.Items(plan).Where(i => !state.Confirmed.Contains(i));

    private static string Name(OperationPhase phase) => phase.ToString().ToLowerInvariant();
}
