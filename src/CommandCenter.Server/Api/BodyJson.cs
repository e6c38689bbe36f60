using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Server.Api;

/// <summary>
/// How the bodies of requests are read: strictly. Nothing unknown, nothing missing, nothing twice; ids by their syntax,
/// moments with their offset, enums as words (<c>withInfant</c> or <c>with-infant</c>), numbers as numbers.
/// </summary>
internal static class BodyJson
{
    /// <summary>The options, complete and read-only.</summary>
    public static readonly JsonSerializerOptions Options = Create();

    /// <summary>How deep a body may nest; what is read nests three levels.</summary>
    public const int MaxDepth = 16;

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            AllowDuplicateProperties = false,
            RespectNullableAnnotations = true,
            MaxDepth = MaxDepth,
            Converters = { new EnumWordConverter(), new CheckedIdConverter(), new MomentConverter() },
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RequireWhatMayNotBeMissing } },
        };
        options.MakeReadOnly();
        return options;
    }

    /// <summary>Whether a member may be left out of a body: where the record says that it may be null.</summary>
    public static bool IsOptional(JsonPropertyInfo member) =>
        Nullable.GetUnderlyingType(member.PropertyType) is not null || member.AssociatedParameter is null or { IsNullable: true };

    private static void RequireWhatMayNotBeMissing(JsonTypeInfo type)
    {
        foreach (var member in type.Properties)
        {
            member.IsRequired = !IsOptional(member);
        }
    }
}

/// <summary>An id of any kind; refuses what does not follow <see cref="IdSyntax"/>.</summary>
internal sealed class CheckedIdConverter : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => IsId(typeToConvert);

    /// <summary>Whether a type is one of the strong ids.</summary>
    public static bool IsId(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(static i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>));

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert))!;

    private sealed class Of<T> : JsonConverter<T>
        where T : struct, IId<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType != JsonTokenType.String ? throw new JsonException()
            : reader.GetString() is var text && IdSyntax.IsValid(text) ? T.From(text)
            : throw new BadIdException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}

/// <summary>A text stands where an id belongs and is none.</summary>
internal sealed class BadIdException : JsonException;

/// <summary>A moment: ISO 8601 with its offset, so that nobody's own time zone slips in.</summary>
internal sealed class MomentConverter : JsonConverter<DateTimeOffset>
{
    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out var moment) && HasOffset(reader.GetString()!)
            ? moment
            : throw new JsonException();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    private static bool HasOffset(string text) => text[^1] == 'Z' || (text.Length > 19 && text[^6] is '+' or '-' && text[^3] == ':');
}

/// <summary>Enums as words, in camelCase or kebab-case.</summary>
internal sealed class EnumWordConverter : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    /// <summary>The words of an enum, as they are written.</summary>
    public static IEnumerable<string> WordsOf(Type type) => Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName);

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert))!;

    private sealed class Of<T> : JsonConverter<T>
        where T : struct, Enum
    {
        private readonly Dictionary<string, T> _byWord = new(StringComparer.Ordinal);

        public Of()
        {
            foreach (var value in Enum.GetValues<T>())
            {
                _byWord[JsonNamingPolicy.CamelCase.ConvertName(value.ToString())] = value;
                _byWord[JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString())] = value;
            }
        }

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && _byWord.TryGetValue(reader.GetString()!, out var value) ? value : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));
    }
}
