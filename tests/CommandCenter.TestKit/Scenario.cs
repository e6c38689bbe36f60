using CommandCenter.Domain;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;

namespace CommandCenter.TestKit;

/// <summary>
/// One decider told as a story, without host and store: given events, when a command, then events or a refusal.
/// <code>Scenario.Of(new WindowDecider(), "w3").Given(new WindowOpened()).When(new CloseWindow()).Then(new WindowClosed());</code>
/// Immutable: a prepared scenario may be shared by tests.
/// </summary>
public sealed record Scenario
{
    /// <summary>When a story takes place unless it says otherwise.</summary>
    public static readonly DateTimeOffset Morning = new(2026, 3, 14, 9, 0, 0, TimeSpan.FromHours(8));

    private Scenario(IDecider decider, object state) => (Decider, State) = (decider, state);

    /// <summary>The state that the events so far add up to.</summary>
    public object State { get; private init; }

    private IDecider Decider { get; }

    private DateTimeOffset Now { get; init; } = Morning;

    private Actor Actor { get; init; } = new("clerk");

    private OperationFrame Frame { get; init; } = new(OperationMode.Live, OperationPhase.Open, Plan.Empty);

    /// <summary>A grain before its first event.</summary>
    public static Scenario Of(IDecider decider, string key = "k1") => new(decider, decider.Initial(key));

    /// <summary>The same story under another plan.</summary>
    public Scenario With(Plan plan) => this with { Frame = Frame with { Plan = plan } };

    /// <summary>The same story in another phase; Open unless stated.</summary>
    public Scenario In(OperationPhase phase) => this with { Frame = Frame with { Phase = phase } };

    /// <summary>The same story in another mode; Live unless stated.</summary>
    public Scenario In(OperationMode mode) => this with { Frame = Frame with { Mode = mode } };

    /// <summary>From here on it is this moment.</summary>
    public Scenario At(DateTimeOffset now) => this with { Now = now };

    /// <summary>From here on it is so much later.</summary>
    public Scenario After(TimeSpan time) => this with { Now = Now + time };

    /// <summary>From here on this post acts; <c>clerk</c> unless stated.</summary>
    public Scenario By(string post) => By(new Actor(post));

    /// <summary>From here on this actor acts.</summary>
    public Scenario By(Actor actor) => this with { Actor = actor };

    /// <summary>What has happened.</summary>
    public Scenario Given(params IEnumerable<IEvent> events) =>
        this with { State = events.Aggregate(State, Decider.Evolve) };

    /// <summary>What is asked.</summary>
    public ScenarioOutcome When(ICommand command) =>
        new(this, command, Decider.Decide(State, command, new DecisionContext(Now, Actor, Frame)));

    /// <summary>When the deadline of this name, which must be stated, comes due; the clock moves to it.</summary>
    public ScenarioOutcome WhenDue(string name)
    {
        foreach (var deadline in Decider.Deadlines(State))
        {
            if (deadline.Name == name)
            {
                return At(deadline.Due).By(Actor.Deadline).When(new MeetDeadline(name, deadline.Due));
            }
        }

        throw new ScenarioFailedException($"There is no deadline '{name}', but: {Tell(Decider.Deadlines(State))}.");
    }

    /// <summary>Then the grain states exactly these deadlines, in any order.</summary>
    public Scenario ThenDeadlines(params IEnumerable<Deadline> expected)
    {
        var stated = Decider.Deadlines(State).Order(ByDue).ToArray();
        return stated.SequenceEqual(expected.Order(ByDue))
            ? this
            : throw new ScenarioFailedException($"Expected deadlines: {Tell(expected)}; stated: {Tell(stated)}.");
    }

    private static readonly Comparer<Deadline> ByDue = Comparer<Deadline>.Create(static (a, b) =>
        a.Due != b.Due ? a.Due.CompareTo(b.Due) : string.CompareOrdinal(a.Name, b.Name));

    private static string Tell(IEnumerable<Deadline> deadlines) =>
        string.Join(", ", deadlines.Select(static d => $"{d.Name} at {d.Due:O}"));
}
