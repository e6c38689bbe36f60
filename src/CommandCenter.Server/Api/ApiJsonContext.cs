using System.Text.Json.Serialization;
using CommandCenter.Server.Access;

namespace CommandCenter.Server.Api;

/// <summary>The answers of the API, apart from boards and events, which have a form of their own.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Health))]
[JsonSerializable(typeof(OperationLine[]))]
[JsonSerializable(typeof(OperationSheet))]
[JsonSerializable(typeof(PostSheet))]
[JsonSerializable(typeof(Device[]))]
[JsonSerializable(typeof(IssuedCode))]
internal sealed partial class ApiJsonContext : JsonSerializerContext;
