using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using CommandCenter.Domain.Drills;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Tests;

/// <summary>Values that a field of a command must not have, by its type.</summary>
internal static class Garbage
{
    private const int TooLong = 60_000;

    private static readonly NullabilityInfoContext Nullability = new();

    // Chosen by whoever sends it, or held by another grain: any well-formed id may be right.
    private static readonly Type[] Unverifiable =
        [typeof(CardId), typeof(IncidentId), typeof(HouseholdId), typeof(MeetingId), typeof(OperationId), typeof(TicketId), typeof(UnitId)];

    public static IEnumerable<object?> For(ParameterInfo field)
    {
        var type = Nullable.GetUnderlyingType(field.ParameterType) ?? field.ParameterType;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            return Lists(type.GetGenericArguments()[0]);
        }

        var isOptional = type != field.ParameterType || Nullability.Create(field).WriteState == NullabilityState.Nullable;
        return type switch
        {
            _ when type == typeof(string) => Texts().Skip(isOptional ? 1 : 0),
            _ when Parts.Of(type) is { } parts => isOptional ? parts : [null, .. parts],
            _ when type == typeof(bool) => [],
            _ when type == typeof(DateTimeOffset) => [default(DateTimeOffset), DateTimeOffset.MinValue, .. IsOffTheClock(field) ? [] : new object?[] { TestPlans.At(10, 0), TestPlans.At(9, 59) }],
            _ when type == typeof(int) => [int.MinValue, 0, int.MaxValue],
            _ when type == typeof(decimal) => [decimal.MinValue, -1m, 61m, decimal.MaxValue],
            _ when type.IsEnum => [Enum.ToObject(type, 99), Enum.ToObject(type, -1)],
            _ when type == typeof(long) => IsSeed(field) ? [] : [long.MinValue, -1L, 0L],
            _ when type.IsValueType => Ids(type, isOptional),
            _ => throw new NotSupportedException($"No garbage of type {type.Name} for {field.Name}."),
        };
    }

    // Any number is a seed.
    // A drill is played on a clock of the day that is rehearsed; what comes of it is due by the calendar.
    private static bool IsOffTheClock(ParameterInfo field) => field.Member.DeclaringType == typeof(NoteImprovement);

    private static bool IsSeed(ParameterInfo field) => field.Name!.Equals("seed", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<object?> Texts() => [null, "", " \t　", new string('长', TooLong)];

    private static IEnumerable<object> Ids(Type type, bool isOptional)
    {
        var isChosen = Unverifiable.Contains(type) || (type == typeof(AssignmentId) && isOptional);
        string?[] values = [null, "", "No Such Id", "../x", new('x', TooLong), .. isChosen ? [] : new[] { "no-such" }];
        return values.Select(value => Activator.CreateInstance(type, value)!);
    }

    private static IEnumerable<object> Lists(Type item)
    {
        IEnumerable<object?> bad = item == typeof(string) ? Texts()
            : item == typeof(int) ? [int.MinValue, 0, int.MaxValue]
            : Parts.Of(item) is { } parts ? [null, .. parts]
            : item.IsValueType ? Ids(item, isOptional: false).Cast<object?>()
            : [null];
        return bad.Select(value => ListOf(item, value));
    }

    /// <summary>A list of so many of the same; without any, the list that was never made.</summary>
    public static object ListOf(Type item, object? value, int count = 1)
    {
        var array = (IList)Array.CreateInstance(item, count);
        for (var i = 0; i < count; i++)
        {
            array[i] = value;
        }

        return typeof(ImmutableArray)
            .GetMethods()
            .Single(static m => m.Name == nameof(ImmutableArray.Create) && m.GetParameters() is [{ ParameterType.IsArray: true }])
            .MakeGenericMethod(item)
            .Invoke(null, [array])!;
    }
}
