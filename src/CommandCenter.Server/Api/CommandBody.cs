using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CommandCenter.Domain;

namespace CommandCenter.Server.Api;

/// <summary>Reads the body of a request into a record, or says which field is at fault. Nothing in a body leads to an exception.</summary>
internal static class CommandBody
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = BodyJson.MaxDepth, AllowDuplicateProperties = false };

    /// <summary>Reads a body.</summary>
    /// <param name="http">The request.</param>
    /// <param name="type">The record; null for a command without a body, which may send none or an empty object.</param>
    /// <returns>The record and null, or null and what is wrong.</returns>
    /// <exception cref="BadHttpRequestException">The body is too large, or ended early.</exception>
    public static async ValueTask<(object? Value, Problem? Fault)> ReadAsync(HttpContext http, Type? type)
    {
        if (!http.Request.HasJsonContentType())
        {
            var isEmpty = http.Request.ContentLength is 0 || (http.Request.ContentLength is null && http.Request.ContentType is null);
            return isEmpty ? Read(type, default) : (null, Problem.NotJson);
        }

        try
        {
            using var document = await JsonDocument.ParseAsync(http.Request.Body, Strict, http.RequestAborted);
            return Read(type, document.RootElement);
        }
        catch (JsonException)
        {
            return (null, Problem.MalformedJson);
        }
    }

    private static (object? Value, Problem? Fault) Read(Type? type, JsonElement body)
    {
        if (body.ValueKind is not (JsonValueKind.Object or JsonValueKind.Undefined))
        {
            return (null, Problem.WrongType);
        }

        var members = type is null ? [] : BodyJson.Options.GetTypeInfo(type).Properties;
        var fault = FindUnknown(members, body) ?? members.Select(m => Check(m, body)).FirstOrDefault(static f => f is not null);
        if (fault is not null || type is null)
        {
            return (null, fault);
        }

        return (body.ValueKind == JsonValueKind.Undefined
            ? JsonSerializer.Deserialize("{}", type, BodyJson.Options)
            : body.Deserialize(type, BodyJson.Options), null);
    }

    private static Problem? FindUnknown(IEnumerable<JsonPropertyInfo> members, JsonElement body)
    {
        if (body.ValueKind == JsonValueKind.Undefined)
        {
            return null;
        }

        var unknown = body.EnumerateObject().Select(static p => p.Name).FirstOrDefault(name => members.All(m => m.Name != name));
        return unknown is null ? null : Problem.UnknownField.For(Shown(unknown));
    }

    private static Problem? Check(JsonPropertyInfo member, JsonElement body)
    {
        if (body.ValueKind == JsonValueKind.Undefined || !body.TryGetProperty(member.Name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return BodyJson.IsOptional(member) ? null : Problem.Of(Rejections.Required.For(member.Name));
        }

        try
        {
            value.Deserialize(member.PropertyType, BodyJson.Options);
            return null;
        }
        catch (BadIdException e)
        {
            return Problem.BadId.For(Path(member, e));
        }
        catch (JsonException e)
        {
            return Problem.WrongType.For(Path(member, e));
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair is no text.
            return Problem.WrongType.For(member.Name);
        }
    }

    // "$[0].group" inside "decisions" is "decisions[0].group".
    private static string Path(JsonPropertyInfo member, JsonException e) => member.Name + (e.Path is { Length: > 1 } path ? path[1..] : "");

    // A client's own words come back only in so far as they could be a name.
    private static string Shown(string name) => name.Length <= 40 && name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? name : "?";
}
