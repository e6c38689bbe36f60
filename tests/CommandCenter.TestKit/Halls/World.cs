using CommandCenter.Domain;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Policies;

namespace CommandCenter.TestKit.Halls;

/// <summary>
/// A whole day in memory, without host and store: states, policies and deadlines. What follows by policy waits in line and is
/// sent one command at a time, so that people may act between any two of them, as they do when the day is run live.
/// </summary>
/// <remarks>Every event is checked against the <see cref="Ledger"/>, the inventory after each, and the grains at rest against <see cref="RestRules"/>.</remarks>
public sealed class World(HallView hall, DateTimeOffset start)
{
    private static readonly ILookup<Type, IPolicy> Policies = AllPolicies.List.ToLookup(static p => p.Trigger);

    private readonly Queue<(Reaction Reaction, string Policy)> _pending = new();
    private readonly List<(GrainAddress Grain, Deadline Deadline)> _deadlines = [];
    private readonly List<object> _story = [];
    private readonly Ledger _ledger = new(hall.Plan);
    private OperationFrame _frame = OperationFrame.Empty;

    public HallView Hall => hall;

    public DateTimeOffset Now { get; private set; } = start;

    /// <summary>Everything that happened, in order.</summary>
    public List<RecordedEvent> Journal { get; } = [];

    public bool AtRest => _pending.Count == 0;

    /// <summary>What was asked and what followed, line by line.</summary>
    public string Story => string.Join("\n", _story);

    /// <summary>Lets somebody ask for something; the refusal, or null.</summary>
    public Rejection? Do(Act act) => Execute(act.Grain, act.Command, new Actor(act.Actor));

    /// <summary>Sends the next command that follows by policy; false when there is none.</summary>
    public bool React()
    {
        if (!_pending.TryDequeue(out var next))
        {
            return false;
        }

        Execute(next.Reaction.Grain, next.Reaction.Command, Actor.Policy(next.Policy));
        return true;
    }

    /// <summary>Until nothing follows any more; then the grains must agree with each other.</summary>
    public void ComeToRest()
    {
        while (React())
        {
        }

        Check(() => RestRules.Check(hall));
    }

    /// <summary>The clock goes on, and what is due by then is sent.</summary>
    public void Advance(TimeSpan time)
    {
        Now += time;
        while (TakeDue() is { Grain: var grain, Deadline: var deadline })
        {
            Execute(grain, new MeetDeadline(deadline.Name, deadline.Due), Actor.Deadline);
        }
    }

    /// <summary>The clock goes on to the next deadline; false when there is none.</summary>
    public bool AdvanceToNextDeadline()
    {
        if (_deadlines.Count == 0)
        {
            return false;
        }

        var due = _deadlines.Min(static d => d.Deadline.Due);
        Advance(due > Now ? due - Now : TimeSpan.Zero);
        return true;
    }

    private Rejection? Execute(GrainAddress grain, ICommand command, Actor actor)
    {
        var decider = Deciders.All[grain.Kind];
        var before = decider.Deadlines(hall.Of(grain)).ToHashSet();
        var decision = decider.Decide(hall.Of(grain), command, new DecisionContext(Now, actor, _frame));
        _story.Add((Now, actor, grain, command, decision.Rejection?.Code));
        foreach (var e in decision.Events)
        {
            Record(grain, e, actor);
        }

        // As the keeper does it: a deadline that was sent and is still stated does not come again.
        var after = decider.Deadlines(hall.Of(grain)).ToHashSet();
        _deadlines.RemoveAll(d => d.Grain == grain && !after.Contains(d.Deadline));
        _deadlines.AddRange(after.Except(before).Select(d => (grain, d)));
        return decision.Rejection;
    }

    private void Record(GrainAddress grain, IEvent e, Actor actor)
    {
        _story.Add(e);
        var recorded = new RecordedEvent(Journal.Count + 1, grain, e, actor, Now);
        Journal.Add(recorded);
        hall.Apply(grain, e);
        _frame = grain == GrainAddress.Operation ? _frame.Apply(e) : _frame;
        Check(() =>
        {
            _ledger.Apply(e);
            RestRules.CheckInventory(hall);
        });
        foreach (var policy in Policies[e.GetType()])
        {
            foreach (var reaction in policy.React(recorded, _frame.Plan))
            {
                _pending.Enqueue((reaction, policy.Name));
            }
        }
    }

    private (GrainAddress Grain, Deadline Deadline)? TakeDue()
    {
        var due = _deadlines.Where(d => d.Deadline.Due <= Now).OrderBy(static d => d.Deadline.Due).Take(1).ToList();
        _deadlines.RemoveAll(due.Contains);
        return due is [var first] ? first : null;
    }

    private void Check(Action rules)
    {
        try
        {
            rules();
        }
        catch (InvariantBrokenException e)
        {
            throw new InvariantBrokenException($"{e.Message}\n{Story}");
        }
    }
}
