using System.CommandLine;
using CommandCenter.Domain.Identity;
using CommandCenter.Journal.Sqlite;

namespace CommandCenter.Server.CommandLine;

/// <summary>The options that say which data folder, and which operation in it.</summary>
internal static class DataFolder
{
    /// <summary>Where a server keeps everything unless told otherwise, in the current folder.</summary>
    public const string Default = "data";

    /// <summary><c>--data DIR</c>, with a default.</summary>
    public static Option<string> Option(string purpose, string defaultFolder = Default) => new("--data")
    {
        Description = purpose,
        HelpName = "DIR",
        DefaultValueFactory = _ => defaultFolder,
    };

    /// <summary><c>--data DIR</c>, required.</summary>
    public static Option<string> Required(string purpose) => new("--data") { Description = purpose, HelpName = "DIR", Required = true };

    /// <summary><c>--operation ID</c>.</summary>
    public static Option<string> Operation(bool required) =>
        new("--operation") { Description = "Which operation, e.g. demo.", HelpName = "ID", Required = required };

    /// <summary>The journal file of an operation that is there.</summary>
    /// <exception cref="UsageException">The id is not an identifier.</exception>
    /// <exception cref="CannotRunException">There is no such operation; says which there are.</exception>
    public static string JournalOf(string data, string operation)
    {
        if (!IdSyntax.IsValid(operation))
        {
            throw new UsageException($"'{operation}' is not an operation id: lower-case letters, digits and hyphens.");
        }

        var path = OperationFiles.PathOf(data, new(operation));
        if (!File.Exists(path))
        {
            var there = string.Join(", ", OperationFiles.List(data));
            throw new CannotRunException(
                $"There is no operation '{operation}' in {data}" + (there.Length == 0 ? "; the folder has none." : $"; it has {there}."));
        }

        return path;
    }
}
