using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace CommandCenter.Domain.Identity;

/// <summary>Names one intention. The same id again returns the first answer and writes nothing.</summary>
/// <param name="Value">1 to 128 visible ASCII characters; the caller's <c>Idempotency-Key</c>.</param>
[JsonConverter(typeof(IdConverter<CommandId>))]
public readonly record struct CommandId(string Value) : IId<CommandId>
{
    /// <summary>The longest command id, in characters.</summary>
    public const int MaxLength = 128;

    /// <inheritdoc/>
    public static CommandId From(string value) => new(value);

    /// <summary>Visible ASCII without spaces, 1 to 128 characters.</summary>
    public static bool IsValid([NotNullWhen(true)] string? value) =>
        value is { Length: > 0 and <= MaxLength } && value.All(static c => c is > ' ' and <= '~');

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}
