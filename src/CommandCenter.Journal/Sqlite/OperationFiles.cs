using System.Collections.Immutable;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Journal.Sqlite;

/// <summary>Where the journals of a data folder lie: <c>{data}/operations/{id}.db</c>, one file per operation.</summary>
public static class OperationFiles
{
    private const string Folder = "operations";
    private const string Extension = ".db";

    /// <summary>The folder that holds the journal files.</summary>
    public static string FolderOf(string dataFolder) => Path.Combine(dataFolder, Folder);

    /// <summary>The journal file of an operation, whether it exists or not.</summary>
    /// <exception cref="ArgumentException">The id is not an identifier.</exception>
    public static string PathOf(string dataFolder, OperationId operation)
    {
        JournalRules.Check(operation);
        return Path.Combine(FolderOf(dataFolder), operation.Value + Extension);
    }

    /// <summary>The operations that have a journal file, in the order of their ids; none where there is no folder.</summary>
    public static ImmutableArray<OperationId> List(string dataFolder)
    {
        var folder = FolderOf(dataFolder);
        if (!Directory.Exists(folder)) return [];
        return
        [
            .. Directory.EnumerateFiles(folder, "*" + Extension)
                .Select(static file => Path.GetFileNameWithoutExtension(file))
                .Where(IdSyntax.IsValid)
                .Order(StringComparer.Ordinal)
                .Select(OperationId.From),
        ];
    }
}
