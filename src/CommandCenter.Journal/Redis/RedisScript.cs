using System.Text;

namespace CommandCenter.Journal.Redis;

/// <summary>A Lua script that Redis runs as one step; kept in a file of its own. The client sends its text once and then its hash.</summary>
/// <param name="text">The script.</param>
public sealed class RedisScript(string text)
{
    /// <summary>The script.</summary>
    public string Text => text;

    /// <summary>Reads a script that is embedded in the assembly of a type, beside the type.</summary>
    /// <param name="beside">A type of the same folder.</param>
    /// <param name="file">The file's name.</param>
    public static RedisScript Read(Type beside, string file)
    {
        ArgumentNullException.ThrowIfNull(beside);
        using var stream = beside.Assembly.GetManifestResourceStream($"{beside.Namespace}.{file}")
            ?? throw new InvalidOperationException($"{file} is not embedded beside {beside.FullName}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new(reader.ReadToEnd());
    }
}
