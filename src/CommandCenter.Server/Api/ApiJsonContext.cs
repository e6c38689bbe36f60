using System.Text.Json;
using System.Text.Json.Serialization;
using CommandCenter.Server.Access;
using CommandCenter.Server.Replay;
using CommandCenter.Server.Supervision;

namespace CommandCenter.Server.Api;

/// <summary>The answers of the API, apart from boards and events, which have a form of their own.</summary>
[JsonSerializable(typeof(Health))]
[JsonSerializable(typeof(OperationLine[]))]
[JsonSerializable(typeof(OperationSheet))]
[JsonSerializable(typeof(PostSheet))]
[JsonSerializable(typeof(Device[]))]
[JsonSerializable(typeof(IssuedCode))]
[JsonSerializable(typeof(FoundedDrill))]
[JsonSerializable(typeof(ReplayPicture))]
[JsonSerializable(typeof(ChainSheet))]
internal sealed partial class ApiJsonContext : JsonSerializerContext
{
    /// <summary>camelCase, absent values left out, Chinese left readable.</summary>
    public static ApiJsonContext Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = BodyJson.Options.Encoder,
    });
}
