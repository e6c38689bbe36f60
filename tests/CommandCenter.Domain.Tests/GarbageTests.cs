using System.Collections;
using System.Reflection;
using System.Text.Json;
using CommandCenter.Domain.Draws;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Queues;

namespace CommandCenter.Domain.Tests;

/// <summary>Every field of every command with everything that must not be in it: a refusal that names the field, never an exception.</summary>
public sealed class GarbageTests
{
    private static readonly Type[] Families = [.. Deciders.All.Values.Select(static d => d.GetType())];

    /// <summary>The commands by type; each is accepted in <see cref="HistoryFor"/>, so that a refusal is the garbage's.</summary>
    private static readonly Dictionary<Type, ICommand> Good = GoodCommands.All.Concat(GoodCoreCommands.All).ToDictionary(static c => c.GetType());

    public static TheoryData<Type> Commands => new(
        typeof(ICommand).Assembly.GetTypes()
            .Where(static t => t.IsAssignableTo(typeof(ICommand)) && Families.Any(f => f.Namespace == t.Namespace))
            .OrderBy(static t => t.FullName, StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Commands))]
    public void Decide_GoodCommand_IsAccepted(Type type) => Assert.Null(HistoryFor(type).When(Good[type]).Decision.Rejection);

    [Theory]
    [MemberData(nameof(Commands))]
    public void Decide_GarbageInAField_IsRefusedNamingTheField(Type type)
    {
        var history = HistoryFor(type);
        foreach (var field in type.GetConstructors()[0].GetParameters())
        {
            foreach (var garbage in Garbage.For(field))
            {
                var rejection = history.When(Replace(Good[type], field, garbage)).Decision.Rejection;

                if (rejection is null)
                {
                    Assert.Fail($"{type.Name} took {field.Name} = {garbage ?? "null"}.");
                }

                Assert.True(rejection.IsInput, $"{type.Name}.{field.Name}: {rejection.Code}");
                Assert.StartsWith(JsonNamingPolicy.CamelCase.ConvertName(field.Name!), rejection.Field, StringComparison.Ordinal);
                Assert.True(rejection.Detail is null or { Length: <= 64 }, "A refusal does not repeat what was sent.");
            }
        }
    }

    /// <summary>Lists that must name somebody, each only once.</summary>
    [Theory]
    [InlineData(typeof(RankQueue))]
    [InlineData(typeof(FreezeDrawList))]
    [InlineData(typeof(RecordOrder))]
    [InlineData(typeof(ListUnits))]
    public void Decide_ListMissingEmptyOrRepeating_IsRefusedNamingTheField(Type type)
    {
        var field = type.GetConstructors()[0].GetParameters()[0];
        var item = field.ParameterType.GetGenericArguments()[0];
        var good = ((IEnumerable)type.GetProperty(field.Name!)!.GetValue(Good[type])!).Cast<object>().Single();
        var lists = new[]
        {
            (Activator.CreateInstance(field.ParameterType), "required"), (Garbage.ListOf(item, good, 0), "required"),
            (Garbage.ListOf(item, good, 2), "duplicate"),
        };

        Assert.All(lists, l => HistoryFor(type).When(Replace(Good[type], field, l.Item1))
            .ThenRejected(l.Item2, JsonNamingPolicy.CamelCase.ConvertName(field.Name!)));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Decide_AnythingBeforeTheFirstEvent_DoesNotThrow(Type type)
    {
        var history = HistoryFor(type) with { Events = [] };
        foreach (var field in type.GetConstructors()[0].GetParameters())
        {
            Assert.All(Garbage.For(field), garbage => _ = history.When(Replace(Good[type], field, garbage)));
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Decide_CommandOfAnotherFamily_IsRefused(Type type)
    {
        var others = Good.Keys.Where(other => other.Namespace != type.Namespace);
        Assert.All(others, other => HistoryFor(type).When(Good[other]).ThenRejected(Rejections.UnknownCommand));
    }

    [Fact]
    public void Evolve_EventOfAnotherFamily_Stops()
    {
        foreach (var decider in Deciders.All.Values)
        {
            IEvent other = decider is OperationDecider ? new IncidentClosed(new("i1"), "commander", "已复盘") : new OperationClosing();
            var e = Assert.Throws<UnknownEventException>(() => decider.Evolve(decider.Initial("x1"), other));
            Assert.Contains(decider.Kind, e.Message, StringComparison.Ordinal);
        }
    }

    private static History HistoryFor(Type command)
    {
        var decider = (IDecider)Activator.CreateInstance(Families.Single(f => f.Namespace == command.Namespace))!;
        var key = decider.Kind switch { "group" => "order", "window" => "w1", "queue" => "verification", "zone" => "hall", _ => "x1" };
        var history = new History(decider, key, [], TestPlans.OpenDay with { Mode = OperationMode.Drill });
        return history with { Events = [.. GoodCommands.Before(command, key), .. GoodCoreCommands.Before(command)] };
    }

    private static ICommand Replace(ICommand command, ParameterInfo field, object? value)
    {
        var constructor = command.GetType().GetConstructors()[0];
        var values = constructor.GetParameters()
            .Select(p => p.Position == field.Position ? value : command.GetType().GetProperty(p.Name!)!.GetValue(command));
        return (ICommand)constructor.Invoke([.. values]);
    }
}
