using System.Diagnostics.CodeAnalysis;

namespace CommandCenter.Domain.Identity;

/// <summary>A strong identifier: one value, one meaning, never mixed up with another kind.</summary>
/// <typeparam name="TSelf">The identifier itself.</typeparam>
public interface IId<TSelf>
    where TSelf : struct, IId<TSelf>
{
    /// <summary>The identifier as written in addresses, files and JSON.</summary>
    string Value { get; }

    /// <summary>Wraps a value without checking it; for values that were checked when they came in.</summary>
    static abstract TSelf From(string value);
}

/// <summary>The syntax that all identifiers share, checked once where they enter.</summary>
public static class IdSyntax
{
    /// <summary>The longest identifier, in characters.</summary>
    public const int MaxLength = 64;

    /// <summary>Lower-case letters, digits and hyphens, starting with a letter or digit, 1 to 64 characters.</summary>
    public static bool IsValid([NotNullWhen(true)] string? value) =>
        value is { Length: > 0 and <= MaxLength }
        && value[0] != '-'
        && value.All(static c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
}
