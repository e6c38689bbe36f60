using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Tests;

/// <summary>Tests of deciders read: given a history, when a command comes, then events or a refusal.</summary>
public abstract class DeciderTest
{
    /// <summary>The moment of a command unless a test says otherwise: 10:00 of an open day.</summary>
    protected static readonly DateTimeOffset Now = TestPlans.At(10, 0);

    protected static History Given(IDecider decider, string key, params IEvent[] events) =>
        new(decider, key, [.. events], TestPlans.OpenDay);

    protected static DateTimeOffset At(int hour, int minute) => TestPlans.At(hour, minute);
}

/// <summary>What has happened in one grain, and what every grain of the operation knows.</summary>
public sealed record History(IDecider Decider, string Key, ImmutableArray<IEvent> Events, OperationFrame Operation)
{
    /// <summary>The state by replay.</summary>
    public object State => Events.Aggregate(Decider.Initial(Key), Decider.Evolve);

    public IEnumerable<Deadline> Deadlines => Decider.Deadlines(State);

    public History With(Plan plan) => this with { Operation = Operation with { Plan = plan } };

    public History In(OperationPhase phase) => this with { Operation = Operation with { Phase = phase } };

    public History In(OperationMode mode) => this with { Operation = Operation with { Mode = mode } };

    /// <summary>These members have signed in; nobody has unless a test says so.</summary>
    public History OnDuty(params string[] members) => this with
    {
        Operation = members.Aggregate(Operation, static (frame, member) =>
            frame.Apply(new MemberSignedIn(new(member.Split('-')[0]), new(member), TestPlans.At(23, 0)))),
    };

    public Outcome When(ICommand command, DateTimeOffset? at = null, string actor = "commander")
    {
        var context = new DecisionContext(at ?? TestPlans.At(10, 0), new Actor(actor), Operation);
        var decision = Decider.Decide(State, command, context);
        return new(decision, this with { Events = [.. Events, .. decision.Events] });
    }

    /// <summary>The deadline of that name comes due.</summary>
    public Outcome WhenDue(string name)
    {
        var deadline = Assert.Single(Deadlines, d => d.Name == name);
        return When(new MeetDeadline(name, deadline.Due), deadline.Due, Actor.Deadline.Value);
    }
}

/// <summary>What a command led to.</summary>
public sealed record Outcome(Decision Decision, History History)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Exactly these events, in order; compared by content.</summary>
    public Outcome ThenEvents(params IEvent[] events)
    {
        Assert.Null(Decision.Rejection);
        Assert.Equal(events.Select(Show), Decision.Events.Select(Show));
        _ = History.State;
        return this;
    }

    public Outcome ThenNothing() => ThenEvents();

    /// <summary>One event of this type; for tests that look at a part of it.</summary>
    public TEvent ThenOne<TEvent>()
        where TEvent : IEvent
    {
        Assert.Null(Decision.Rejection);
        return Assert.IsType<TEvent>(Assert.Single(Decision.Events));
    }

    /// <summary>Refused with this code, naming this field (null: no field).</summary>
    public Rejection ThenRejected(string code, string? field = null)
    {
        Assert.Empty(Decision.Events);
        Assert.NotNull(Decision.Rejection);
        Assert.Equal((code, field), (Decision.Rejection.Code, Decision.Rejection.Field));
        return Decision.Rejection;
    }

    public Rejection ThenRejected(Rejection rejection, string? field = null) => ThenRejected(rejection.Code, field);

    private static string Show(IEvent e) => $"{e.GetType().Name} {JsonSerializer.Serialize(e, e.GetType(), Json)}";
}
