using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommandCenter.Journal.Events;

/// <summary>
/// Enums as camelCase words; numbers and unknown words are refused. The framework's own converter does the same and more,
/// and takes milliseconds per enum to get going, which a start with some twenty of them feels.
/// </summary>
internal sealed class EnumNameConverter : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert))!;

    private sealed class Of<T> : JsonConverter<T>
        where T : struct, Enum
    {
        private readonly T[] _values = Enum.GetValues<T>();
        private readonly string[] _names = [.. Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName)];

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.String)
            {
                for (var i = 0; i < _names.Length; i++)
                {
                    if (reader.ValueTextEquals(_names[i])) return _values[i];
                }
            }

            throw new JsonException($"Not one of {string.Join(", ", _names)}.");
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        {
            var i = Array.IndexOf(_values, value);
            writer.WriteStringValue(i >= 0 ? _names[i] : throw new JsonException($"{value} is not a {typeof(T).Name}."));
        }
    }
}
