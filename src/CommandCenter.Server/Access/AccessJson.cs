using System.Text.Json;

namespace CommandCenter.Server.Access;

/// <summary>The records of an access store as JSON.</summary>
internal static class AccessJson
{
    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, typeof(T), AccessJsonContext.Default);

    /// <summary>Reads a record; null where there is none, or it is none of ours.</summary>
    public static T? Read<T>(byte[]? json)
        where T : class
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize(json, typeof(T), AccessJsonContext.Default) as T;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
