using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using CommandCenter.Journal;
using CommandCenter.Journal.Backups;

namespace CommandCenter.Server.CommandLine;

/// <summary>The command line: one file per verb. Results go to the output, progress and errors to the error stream.</summary>
internal static class Cli
{
    private const string DefaultVerb = "serve";

    /// <summary>Runs the verb that the arguments name; without one, the server.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var result = Root().Parse(WithVerb(args));
        if (result.Action is ParseErrorAction)
        {
            foreach (var mistake in result.Errors)
            {
                await error.WriteLineAsync(mistake.Message);
            }

            await error.WriteLineAsync($"Try '{RootCommand.ExecutableName} {Path(result.CommandResult.Command)}--help'.");
            return ExitCodes.WrongUsage;
        }

        try
        {
            return await result.InvokeAsync(new() { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (Exception e)
        {
            await error.WriteLineAsync(Sentence(e));
            return e is UsageException ? ExitCodes.WrongUsage : ExitCodes.CouldNotRun;
        }
    }

    private static RootCommand Root()
    {
        var root = new RootCommand("Operations command center for an allocation day of resettlement flats. Without a verb: serve.")
        {
            ServeVerb.Create(),
            DrillVerb.Create(),
            VerifyVerb.Create(),
            new Command("journal", "Looks into journals.") { JournalExportVerb.Create() },
            new Command("plan", "Checks plan folders and makes sample ones.") { PlanCheckVerb.Create(), PlanSampleVerb.Create() },
            PostsVerb.Create(),
            BackupVerb.Create(),
            RestoreVerb.Create(),
        };
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }

    // "--data x" alone means "serve --data x"; help and version stay the program's own.
    private static string[] WithVerb(string[] args) => args is [] || (args[0].StartsWith('-') && !IsAboutTheProgram(args[0]))
        ? [DefaultVerb, .. args]
        : args;

    private static bool IsAboutTheProgram(string option) => option is "--help" or "-h" or "-?" or "--version";

    private static string Path(Command command) =>
        command is RootCommand ? "" : $"{Path(command.Parents.OfType<Command>().First())}{command.Name} ";

    // What is foreseen has a sentence of its own; anything else is a mistake in the program, and shows where.
    private static string Sentence(Exception e) => e switch
    {
        UsageException or CannotRunException or RestoreRefusedException or JournalUnavailableException or JournalCorruptException => e.Message,
        IOException or UnauthorizedAccessException => e.Message,
        OperationCanceledException => "Interrupted.",
        _ => e.ToString(),
    };
}
