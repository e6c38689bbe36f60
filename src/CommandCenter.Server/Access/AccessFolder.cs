using System.Text.Json;

namespace CommandCenter.Server.Access;

/// <summary>
/// Where codes, devices and keys lie: <c>{data}/access</c>, readable by the owner alone. One small file each, written
/// whole or not at all, so that a server and the command line can work side by side without a lock.
/// </summary>
/// <param name="dataFolder">The data folder.</param>
public sealed class AccessFolder(string dataFolder)
{
    private readonly string _root = Path.Combine(Path.GetFullPath(dataFolder), "access");

    /// <summary>A folder inside, made where it is missing.</summary>
    public string Folder(string name)
    {
        var path = Path.Combine(_root, name);
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(_root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            Directory.CreateDirectory(path);
        }

        return path;
    }

    /// <summary>A secret of so many bytes, made up when it is first asked for; the same ever after.</summary>
    public byte[] Secret(string folder, string name, int bytes)
    {
        var path = Path.Combine(Folder(folder), name);
        if (!File.Exists(path))
        {
            var draft = Draft(path);
            File.WriteAllBytes(draft, System.Security.Cryptography.RandomNumberGenerator.GetBytes(bytes));
            Publish(draft, path);
        }

        return File.ReadAllBytes(path);
    }

    /// <summary>Writes a record whole or not at all.</summary>
    internal static void Write<T>(string path, T value)
    {
        var draft = Draft(path);
        File.WriteAllBytes(draft, JsonSerializer.SerializeToUtf8Bytes(value, typeof(T), AccessJsonContext.Default));
        File.Move(draft, path, overwrite: true);
    }

    /// <summary>Reads a record; null where there is none, or none any more.</summary>
    internal static T? Read<T>(string path)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), typeof(T), AccessJsonContext.Default) as T;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }

    private static string Draft(string path) => $"{path}.{Guid.NewGuid():N}.part";

    // Whoever is first wins; the other takes what is there.
    private static void Publish(string draft, string path)
    {
        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }
}
