using System.Text.Json.Serialization;
using CommandCenter.Server.Operations;

namespace CommandCenter.Server.Access;

/// <summary>The files of the access folder.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CodeRecord))]
[JsonSerializable(typeof(Device))]
[JsonSerializable(typeof(FoundedRecord))]
internal sealed partial class AccessJsonContext : JsonSerializerContext;
