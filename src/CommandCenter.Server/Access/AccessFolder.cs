namespace CommandCenter.Server.Access;

/// <summary>
/// Where codes, devices and keys lie: <c>{data}/access</c>, readable by the owner alone. One small file each, written
/// whole or not at all, so that a server and the command line can work side by side without a lock.
/// </summary>
/// <param name="dataFolder">The data folder.</param>
public sealed class AccessFolder(string dataFolder) : IAccessStore
{
    private const string Ending = ".json";
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

    /// <inheritdoc/>
    public byte[] Secret(string name, int bytes)
    {
        var path = Path.Combine(Folder("keys"), name);
        if (!File.Exists(path))
        {
            var draft = Draft(path);
            File.WriteAllBytes(draft, System.Security.Cryptography.RandomNumberGenerator.GetBytes(bytes));
            Publish(draft, path);
        }

        return File.ReadAllBytes(path);
    }

    /// <inheritdoc/>
    public void Write(string shelf, string name, byte[] json)
    {
        var path = PathOf(shelf, name);
        var draft = Draft(path);
        File.WriteAllBytes(draft, json);
        File.Move(draft, path, overwrite: true);
    }

    /// <inheritdoc/>
    public byte[]? Read(string shelf, string name)
    {
        try
        {
            return File.ReadAllBytes(PathOf(shelf, name));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> HasAsync(string shelf, string name) => new(File.Exists(PathOf(shelf, name)));

    /// <inheritdoc/>
    public IEnumerable<(string Name, byte[] Json)> All(string shelf)
    {
        foreach (var path in Directory.EnumerateFiles(Folder(shelf), "*" + Ending))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            if (Read(shelf, name) is { } json)
            {
                yield return (name, json);
            }
        }
    }

    /// <inheritdoc/>
    public bool Take(string shelf, string name)
    {
        // To rename is to take: only one caller can.
        var path = PathOf(shelf, name);
        var taken = path + ".taken";
        try
        {
            File.Move(path, taken, overwrite: false);
        }
        catch (IOException)
        {
            return false;
        }

        File.Delete(taken);
        return true;
    }

    private string PathOf(string shelf, string name) => Path.Combine(Folder(shelf), name + Ending);

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
