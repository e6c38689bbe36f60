using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Tests;

/// <summary>Values that a field of a command must not have, by its type.</summary>
internal static class Garbage
{
    private const int TooLong = 60_000;

    // Chosen by whoever sends it, or held by another grain: any well-formed id may be right.
    private static readonly Type[] Unverifiable = [typeof(IncidentId), typeof(HouseholdId), typeof(MeetingId)];

    public static IEnumerable<object?> For(ParameterInfo field)
    {
        var type = Nullable.GetUnderlyingType(field.ParameterType) ?? field.ParameterType;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            return Lists(type.GetGenericArguments()[0]);
        }

        var isOptional = type != field.ParameterType;
        return type switch
        {
            _ when type == typeof(string) => Texts(),
            _ when type == typeof(DateTimeOffset) => [default(DateTimeOffset), DateTimeOffset.MinValue, TestPlans.At(10, 0), TestPlans.At(9, 59)],
            _ when type == typeof(int) => [int.MinValue, 0, int.MaxValue],
            _ when type == typeof(decimal) => [decimal.MinValue, -1m, 61m, decimal.MaxValue],
            _ when type.IsEnum => [Enum.ToObject(type, 99), Enum.ToObject(type, -1)],
            _ when type == typeof(long) => [],
            _ when type.IsValueType => Ids(type, isOptional),
            _ => throw new NotSupportedException($"No garbage of type {type.Name} for {field.Name}."),
        };
    }

    private static IEnumerable<object?> Texts() => [null, "", " \t　", new string('长', TooLong)];

    private static IEnumerable<object> Ids(Type type, bool isOptional)
    {
        var isChosen = Unverifiable.Contains(type) || (type == typeof(AssignmentId) && isOptional);
        string?[] values = [null, "", "No Such Id", "../x", new('x', TooLong), .. isChosen ? [] : new[] { "no-such" }];
        return values.Select(value => Activator.CreateInstance(type, value)!);
    }

    private static IEnumerable<object> Lists(Type item)
    {
        IEnumerable<object?> bad = item == typeof(string) ? Texts() : [null];
        return bad.Select(value => ListOf(item, value));
    }

    private static object ListOf(Type item, object? value)
    {
        var array = (IList)Array.CreateInstance(item, 1);
        array[0] = value;
        return typeof(ImmutableArray)
            .GetMethods()
            .Single(static m => m.Name == nameof(ImmutableArray.Create) && m.GetParameters() is [{ ParameterType.IsArray: true }])
            .MakeGenericMethod(item)
            .Invoke(null, [array])!;
    }
}
