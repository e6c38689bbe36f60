using System.Text.Json;
using CommandCenter.Server.Api;

namespace CommandCenter.Server.Tests.Api;

/// <summary>The API description and the catalog say the same.</summary>
public sealed class DescriptionTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private readonly TestServer _server = shared.Server;

    [Fact]
    public async Task Description_EveryCommand_IsDescribedWithItsBody()
    {
        var document = await ReadAsync();
        var paths = document.GetProperty("paths");

        Assert.All(CommandCatalog.All, entry =>
        {
            var operation = paths.GetProperty($"/api/operations/{{op}}/{entry.Path}").GetProperty("post");
            Assert.Equal(entry.Summary, operation.GetProperty("summary").GetString());
            Assert.Equal(Expected(entry.Body), Described(document, operation));
            Assert.Contains(operation.GetProperty("parameters").EnumerateArray(), static p => p.GetProperty("name").GetString() == "Idempotency-Key");
        });
    }

    [Fact]
    public async Task Description_EveryCommandPath_IsInTheCatalog()
    {
        var document = await ReadAsync();
        var fromCatalog = CommandCatalog.All.Select(static e => $"/api/operations/{{op}}/{e.Path}").ToHashSet();

        var commands = document.GetProperty("paths").EnumerateObject()
            .Where(static p => p.Value.TryGetProperty("post", out var post) && post.GetProperty("tags").EnumerateArray().All(static t => t.GetString() is not ("AccessEndpoints" or "DrillEndpoints")))
            .Select(static p => p.Name);

        Assert.Equal(fromCatalog.Order(), commands.Order());
    }

    [Fact]
    public async Task Description_ValuesWithAForm_SaySo()
    {
        var schemas = (await ReadAsync()).GetProperty("components").GetProperty("schemas");

        var raise = schemas.GetProperty("RaiseIncident");
        Assert.Equal(["type", "zone", "text"], raise.GetProperty("required").EnumerateArray().Select(static r => r.GetString()!));
        Assert.Equal("^[a-z0-9][a-z0-9-]*$", raise.GetProperty("properties").GetProperty("zone").GetProperty("pattern").GetString());
        var kinds = schemas.GetProperty("RegisterCase").GetProperty("properties").GetProperty("kind").GetProperty("enum");
        Assert.Equal(["simple", "complex"], kinds.EnumerateArray().Select(static k => k.GetString()!));
    }

    private static string[] Expected(Type? body) =>
        body is null ? [] : [.. BodyJson.Options.GetTypeInfo(body).Properties.Select(static p => p.Name).Order()];

    private static string[] Described(JsonElement document, JsonElement operation)
    {
        if (!operation.TryGetProperty("requestBody", out var body))
        {
            return [];
        }

        var schema = body.GetProperty("content").GetProperty("application/json").GetProperty("schema");
        var name = schema.GetProperty("$ref").GetString()!.Split('/')[^1];
        return [.. document.GetProperty("components").GetProperty("schemas").GetProperty(name).GetProperty("properties")
            .EnumerateObject().Select(static p => p.Name).Order()];
    }

    private async Task<JsonElement> ReadAsync()
    {
        using var anybody = _server.Anybody();
        return (await anybody.GetAsync("/openapi/v1.json")).Expect(200).Json;
    }
}
