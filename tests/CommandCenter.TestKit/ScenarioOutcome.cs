using System.Text.Json;
using CommandCenter.Domain;

namespace CommandCenter.TestKit;

/// <summary>What a decider made of a command. Events are compared by type and by their stored JSON.</summary>
/// <param name="Scenario">The story up to the command.</param>
/// <param name="Command">What was asked.</param>
/// <param name="Decision">What followed.</param>
public sealed record ScenarioOutcome(Scenario Scenario, ICommand Command, Decision Decision)
{
    /// <summary>Then exactly these events follow, in this order. The story goes on after them.</summary>
    public Scenario Then(params IEnumerable<IEvent> expected)
    {
        var wanted = expected.Select(Tell).ToArray();
        var actual = Decision.Events.Select(Tell).ToArray();
        return Decision.Rejection is null && actual.SequenceEqual(wanted)
            ? Scenario.Given(Decision.Events)
            : throw Failed(wanted.Length == 0 ? "  nothing" : Lines(wanted));
    }

    /// <summary>Then it is accepted, and nothing follows.</summary>
    public Scenario ThenNothing() => Then();

    /// <summary>
    /// Then it is refused with this code; field and detail are compared where <paramref name="expected"/> has them.
    /// </summary>
    public Scenario Then(Rejection expected)
    {
        var actual = Decision.Rejection;
        var same = actual?.Code == expected.Code
            && (expected.Field is null || expected.Field == actual.Field)
            && (expected.Detail is null || expected.Detail == actual.Detail);
        return same ? Scenario : throw Failed($"  {Tell(expected)}");
    }

    /// <summary>Then it is accepted, whatever follows.</summary>
    public Scenario ThenAccepted() =>
        Decision.Rejection is null ? Scenario.Given(Decision.Events) : throw Failed("  acceptance");

    private ScenarioFailedException Failed(string expected)
    {
        var actual = Decision.Rejection is { } rejection ? $"  {Tell(rejection)}"
            : Decision.Events.IsEmpty ? "  nothing"
            : Lines(Decision.Events.Select(Tell));
        return new($"When {Command}\nexpected\n{expected}\nbut there was\n{actual}");
    }

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Select(static l => $"  {l}"));

    private static string Tell(IEvent e) => $"{e.GetType().Name} {JsonSerializer.Serialize(e, e.GetType())}";

    private static string Tell(Rejection r) => $"refusal {r.Code} field={r.Field} detail={r.Detail}";
}

/// <summary>A story did not go as told; the message says what was expected and what came.</summary>
public sealed class ScenarioFailedException(string message) : Exception(message);
