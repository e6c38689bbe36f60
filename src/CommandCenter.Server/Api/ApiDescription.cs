using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CommandCenter.Domain.Identity;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CommandCenter.Server.Api;

/// <summary>The API description, <c>/openapi/v1.json</c>: the endpoints as they are mapped, and every command of the catalog with its body.</summary>
internal static class ApiDescription
{
    private const string Json = "application/json";
    private const string ProblemJson = "application/problem+json";

    private static readonly (string Status, string Description)[] Refusals =
    [
        ("400", "The body cannot be read, or the key is missing; names the field."),
        ("401", "The device has not joined a post."),
        ("403", "The post may not do this."),
        ("404", "There is no such operation or command."),
        ("409", "The rules of the day say no; see code."),
        ("413", "The body is too large."),
        ("415", "The body is not JSON."),
        ("422", "A value is not right; names the field."),
        ("429", "Too many requests; see Retry-After."),
        ("503", "It cannot be stored now and did not happen; see Retry-After."),
    ];

    public static void Add(IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(static o =>
        {
            // Bodies are described as they are read.
            foreach (var converter in BodyJson.Options.Converters)
            {
                o.SerializerOptions.Converters.Add(converter);
            }

            o.SerializerOptions.TypeInfoResolverChain.Insert(0, BodyJson.Options.TypeInfoResolver!);
            o.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            o.SerializerOptions.RespectNullableAnnotations = true;
        });
        services.AddOpenApi("v1", static o =>
        {
            o.AddSchemaTransformer(DescribeWords);
            o.AddDocumentTransformer(static async (document, context, cancellationToken) =>
            {
                AddComponents(document);
                document.Info = new() { Title = "CommandCenter", Version = "v1", Description = "Commands are given as the post that the device has joined." };
                foreach (var entry in CommandCatalog.All)
                {
                    await AddAsync(document, context, entry, cancellationToken);
                }
            });
        });
    }

    public static void Map(IEndpointRouteBuilder app) => app.MapOpenApi();

    // Ids, moments and enums are read by converters of our own, which a schema cannot look into.
    private static Task DescribeWords(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (CheckedIdConverter.IsId(type))
        {
            schema.Type = JsonSchemaType.String;
            schema.Pattern = "^[a-z0-9][a-z0-9-]*$";
            schema.MaxLength = IdSyntax.MaxLength;
        }
        else if (type == typeof(DateTimeOffset))
        {
            schema.Type = JsonSchemaType.String;
            schema.Format = "date-time";
        }
        else if (type.IsEnum)
        {
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. EnumWordConverter.WordsOf(type).Select(static w => (JsonNode)w)];
        }
        else if (context.JsonTypeInfo.Kind == JsonTypeInfoKind.Object)
        {
            schema.Required = context.JsonTypeInfo.Properties.Where(static m => !BodyJson.IsOptional(m)).Select(static m => m.Name).ToHashSet();
        }

        return Task.CompletedTask;
    }

    private static async Task AddAsync(
        OpenApiDocument document, OpenApiDocumentTransformerContext context, CatalogEntry entry, CancellationToken cancellationToken)
    {
        var operation = new OpenApiOperation
        {
            Tags = new HashSet<OpenApiTagReference> { new(entry.Collection, document) },
            Summary = entry.Summary,
            OperationId = $"{entry.Collection}-{entry.Name}",
            Parameters = Parameters(entry),
            Responses = Responses(document),
        };
        if (entry.Body is { } body)
        {
            var isOptional = BodyJson.Options.GetTypeInfo(body).Properties.All(BodyJson.IsOptional);
            document.AddComponent(body.Name, await context.GetOrCreateSchemaAsync(body, null, cancellationToken));
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = !isOptional, Content = Content(Json, new OpenApiSchemaReference(body.Name, document)),
            };
        }

        document.Paths.Add($"/api/operations/{{op}}/{entry.Path}", new OpenApiPathItem { Operations = new() { [HttpMethod.Post] = operation } });
    }

    private static List<IOpenApiParameter> Parameters(CatalogEntry entry)
    {
        List<IOpenApiParameter> parameters = [InPath("op", "The operation.")];
        if (entry.FixedId is null)
        {
            parameters.Add(InPath("id", "Whom the command is for."));
        }

        parameters.Add(new OpenApiParameter
        {
            Name = CommandEndpoint.KeyHeader, In = ParameterLocation.Header, Required = true,
            Description = "Chosen by the client, one per intention; the same key again gets the same answer.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = CommandId.MaxLength },
        });
        return parameters;
    }

    private static OpenApiParameter InPath(string name, string description) => new()
    {
        Name = name, In = ParameterLocation.Path, Required = true, Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static void AddComponents(OpenApiDocument document)
    {
        document.AddComponent("Answer", Answer());
        document.AddComponent("Problem", ProblemDetails());
        document.AddComponent("Done", Response("The events that followed.", Json, new OpenApiSchemaReference("Answer", document)));
        foreach (var (status, description) in Refusals)
        {
            document.AddComponent($"Refused{status}", Response(description, ProblemJson, new OpenApiSchemaReference("Problem", document)));
        }
    }

    private static OpenApiResponses Responses(OpenApiDocument document)
    {
        var responses = new OpenApiResponses { ["200"] = new OpenApiResponseReference("Done", document) };
        foreach (var (status, _) in Refusals)
        {
            responses.Add(status, new OpenApiResponseReference($"Refused{status}", document));
        }

        return responses;
    }

    private static OpenApiResponse Response(string description, string type, IOpenApiSchema schema) =>
        new() { Description = description, Content = Content(type, schema) };

    private static Dictionary<string, OpenApiMediaType> Content(string type, IOpenApiSchema schema) => new() { [type] = new() { Schema = schema } };

    private static OpenApiSchema Answer() => Object(
        ("sequence", Of(JsonSchemaType.Integer)),
        ("version", Of(JsonSchemaType.Integer)),
        ("events", new()
        {
            Type = JsonSchemaType.Array,
            Items = Object(("type", Of(JsonSchemaType.String)), ("payload", Of(JsonSchemaType.Object))),
        }));

    private static OpenApiSchema ProblemDetails() => Object(
        ("title", Of(JsonSchemaType.String)), ("status", Of(JsonSchemaType.Integer)), ("code", Of(JsonSchemaType.String)),
        ("field", Of(JsonSchemaType.String)), ("detail", Of(JsonSchemaType.String)),
        ("faults", new() { Type = JsonSchemaType.Array, Items = Object(("place", Of(JsonSchemaType.String)), ("reason", Of(JsonSchemaType.String))) }));

    private static OpenApiSchema Of(JsonSchemaType type) => new() { Type = type };

    private static OpenApiSchema Object(params ReadOnlySpan<(string Name, OpenApiSchema Schema)> members)
    {
        var properties = new Dictionary<string, IOpenApiSchema>();
        foreach (var (name, schema) in members)
        {
            properties.Add(name, schema);
        }

        return new() { Type = JsonSchemaType.Object, Properties = properties };
    }
}
