namespace CommandCenter.Server.Access;

/// <summary>
/// Where codes, devices and keys lie: small records by shelf and name, written whole or not at all, shared by all processes that
/// use the same place. Safe on any thread.
/// </summary>
public interface IAccessStore
{
    /// <summary>A secret of so many bytes, made up when it is first asked for; the same ever after, for everybody.</summary>
    byte[] Secret(string name, int bytes);

    /// <summary>Writes a record.</summary>
    void Write(string shelf, string name, byte[] json);

    /// <summary>Reads a record; null where there is none, or none any more.</summary>
    byte[]? Read(string shelf, string name);

    /// <summary>Whether there is a record; cheap enough for every request.</summary>
    ValueTask<bool> HasAsync(string shelf, string name);

    /// <summary>All records of a shelf, by name.</summary>
    IEnumerable<(string Name, byte[] Json)> All(string shelf);

    /// <summary>Removes a record; true for whoever removed it, false for everybody else.</summary>
    bool Take(string shelf, string name);
}
