using System.Text.Json;
using System.Text.Json.Nodes;

namespace CommandCenter.Load.Fuzzing;

/// <summary>A command as the server's own description has it.</summary>
/// <param name="Path">Its path, with <c>{op}</c> and <c>{id}</c>.</param>
/// <param name="Body">The schema of its body; undefined where it has none.</param>
/// <param name="Schemas">The schemas that others refer to.</param>
internal sealed record CommandRow(string Path, JsonElement Body, JsonElement Schemas)
{
    // A day that is over takes no further nonsense: these are only ever sent in a form that is refused.
    private static readonly string[] Ending = ["/suspend", "/closing", "/close", "/drill/self/end", "/drill/self/pause"];

    /// <summary>Every command that the description holds.</summary>
    public static IReadOnlyList<CommandRow> Read(JsonElement description)
    {
        var schemas = description.GetProperty("components").GetProperty("schemas");
        return
        [
            .. description.GetProperty("paths").EnumerateObject()
                .Where(static p => p.Name.StartsWith("/api/operations/{op}/", StringComparison.Ordinal) && p.Value.TryGetProperty("post", out _))
                .Select(p => new CommandRow(p.Name, BodyOf(p.Value.GetProperty("post")), schemas)),
        ];
    }

    /// <summary>A body that follows the schema here and there.</summary>
    public JsonNode Make(Nonsense some)
    {
        var body = Object(Body, some, 0);
        if (some.Random.Next(6) == 0 || Ending.Any(Path.EndsWith))
        {
            body["unheardOf"] = some.Value();
        }

        return body;
    }

    private static JsonElement BodyOf(JsonElement operation) =>
        operation.TryGetProperty("requestBody", out var body) && body.GetProperty("content").TryGetProperty("application/json", out var json)
            ? json.GetProperty("schema") : default;

    private JsonObject Object(JsonElement schema, Nonsense some, int depth)
    {
        var made = new JsonObject();
        if (Resolve(schema) is { ValueKind: JsonValueKind.Object } found && found.TryGetProperty("properties", out var members))
        {
            foreach (var member in members.EnumerateObject())
            {
                if (some.Random.Next(8) > 0)
                {
                    made[member.Name] = some.Random.Next(5) == 0 ? some.Value() : Value(Resolve(member.Value), some, depth);
                }
            }
        }

        return made;
    }

    private JsonNode? Value(JsonElement schema, Nonsense some, int depth)
    {
        if (schema.TryGetProperty("enum", out var words))
        {
            return JsonNode.Parse(words[some.Random.Next(words.GetArrayLength())].GetRawText());
        }

        return TypeOf(schema) switch
        {
            "integer" or "number" => some.Random.Next(-2, 50),
            "boolean" => some.Random.Next(2) == 0,
            "array" when depth < 3 && schema.TryGetProperty("items", out var items) =>
                new JsonArray([.. Enumerable.Range(0, some.Random.Next(4)).Select(_ => Value(Resolve(items), some, depth + 1))]),
            "object" when depth < 3 => Object(schema, some, depth + 1),
            _ => schema.TryGetProperty("format", out var format) && format.GetString() == "date-time" ? "2031-01-01T09:00:00+08:00" : some.Word(),
        };
    }

    private static string? TypeOf(JsonElement schema) => schema.TryGetProperty("type", out var type)
        ? type.ValueKind == JsonValueKind.Array ? type[type.GetArrayLength() - 1].GetString() : type.GetString()
        : null;

    private JsonElement Resolve(JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object)
        {
            return schema;
        }

        if (schema.TryGetProperty("oneOf", out var choices))
        {
            return Resolve(choices[choices.GetArrayLength() - 1]);
        }

        return schema.TryGetProperty("$ref", out var reference) && Schemas.TryGetProperty(reference.GetString()!.Split('/')[^1], out var found)
            ? found : schema;
    }
}
