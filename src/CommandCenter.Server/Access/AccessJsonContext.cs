using System.Text.Json.Serialization;

namespace CommandCenter.Server.Access;

/// <summary>The files of the access folder.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CodeRecord))]
[JsonSerializable(typeof(Device))]
internal sealed partial class AccessJsonContext : JsonSerializerContext;
