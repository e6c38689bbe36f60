namespace CommandCenter.Journal.Backups;

/// <summary>A folder for half-finished files, on the same file system as the finished ones; gone when done.</summary>
internal sealed class Workplace : IDisposable
{
    private readonly string _folder;

    /// <summary>Makes the folder; what an interrupted run has left in it goes.</summary>
    public Workplace(string folder)
    {
        _folder = folder;
        Dispose();
        Directory.CreateDirectory(_folder);
    }

    /// <summary>Makes a file durable before it takes the place of another.</summary>
    public static void Flush(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Flush(flushToDisk: true);
    }

    /// <summary>A file in the folder.</summary>
    public string Path(string name) => System.IO.Path.Combine(_folder, name);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }
}
