namespace CommandCenter.Server.CommandLine;

/// <summary>What the process answers to its caller.</summary>
internal static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>What was to be checked is not right: a bad journal, a faulty plan.</summary>
    public const int CheckFailed = 1;

    /// <summary>The command line is wrong.</summary>
    public const int WrongUsage = 2;

    /// <summary>It could not run: a file missing or in use, no room, interrupted.</summary>
    public const int CouldNotRun = 3;
}

/// <summary>The command line asks for something that cannot be; the message says what would be right.</summary>
internal sealed class UsageException(string message) : Exception(message);

/// <summary>It cannot run as things are; the message says why.</summary>
internal sealed class CannotRunException(string message) : Exception(message)
{
    /// <summary>The nodes that a node works with went on without it.</summary>
    public static CannotRunException Expelled() => new(
        "The other nodes could not reach this one, took it for dead and went on without it. It ends here and has to be started again; what it acknowledged is stored.");
}
