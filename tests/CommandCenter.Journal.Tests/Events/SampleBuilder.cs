using System.Collections.Immutable;
using System.Reflection;
using CommandCenter.Domain;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Journal.Tests.Events;

/// <summary>
/// Builds one instance of any stored type, always the same: every member is set, each to a value that shows its name or
/// kind, so that a swapped or lost member changes the golden file.
/// </summary>
internal static class SampleBuilder
{
    private static readonly DateTimeOffset Moment = new(2026, 10, 5, 9, 30, 15, 250, TimeSpan.FromHours(8));

    public static IEvent Event(Type type) => (IEvent)Build(type, "event");

    private static object Build(Type type, string name)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string)) return $"{name} 文本 <\"&'>";
        if (type == typeof(bool)) return true;
        if (type == typeof(int)) return 7;
        if (type == typeof(long)) return 9_007_199_254_740_993;
        if (type == typeof(decimal)) return 1234.50m;
        if (type == typeof(DateTimeOffset)) return Moment;
        if (type == typeof(TimeSpan)) return new TimeSpan(1, 2, 3);
        if (type.IsEnum) return Enum.GetValues(type).Cast<object>().ElementAt(1); // Not the default, and not the newest.
        if (type.GetInterfaces().Any(static i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>)))
            return Activator.CreateInstance(type, $"{Kebab(name)}-1")!;
        return type.IsGenericType ? Collection(type, name) : Record(type);
    }

    private static object Collection(Type type, string name)
    {
        var arguments = type.GetGenericArguments();
        if (type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)) return Call(nameof(ArrayOf), arguments, name);
        if (type.GetGenericTypeDefinition() == typeof(ImmutableDictionary<,>)) return Call(nameof(DictionaryOf), arguments, name);
        throw new NotSupportedException($"{type} is new among stored types: decide how it is stored, then add it here.");
    }

    private static object Call(string method, Type[] arguments, string name) =>
        typeof(SampleBuilder).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(arguments).Invoke(null, [name])!;

    private static ImmutableArray<T> ArrayOf<T>(string name) => [(T)Build(typeof(T), $"{name}A"), (T)Build(typeof(T), $"{name}B")];

    private static ImmutableDictionary<TKey, TValue> DictionaryOf<TKey, TValue>(string name)
        where TKey : struct, IId<TKey> =>
        new[] { "b", "a", "c" }.ToImmutableDictionary(static key => TKey.From(key), key => (TValue)Build(typeof(TValue), name + key));

    private static object Record(Type type)
    {
        var constructor = type.GetConstructors().MaxBy(static c => c.GetParameters().Length)!;
        var arguments = constructor.GetParameters().Select(static p => Build(p.ParameterType, p.Name!)).ToArray();
        var record = constructor.Invoke(arguments);
        foreach (var property in type.GetProperties().Where(static p => p.SetMethod is not null))
        {
            if (constructor.GetParameters().All(p => p.Name != property.Name))
                property.SetValue(record, Build(property.PropertyType, property.Name));
        }

        return record;
    }

    private static string Kebab(string name) =>
        string.Concat(name.Select(static (c, i) => char.IsUpper(c) ? $"{(i > 0 ? "-" : "")}{char.ToLowerInvariant(c)}" : $"{c}"));
}
