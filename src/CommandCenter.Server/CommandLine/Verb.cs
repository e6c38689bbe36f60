using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace CommandCenter.Server.CommandLine;

/// <summary>A verb of the command line, with examples for its help.</summary>
internal sealed class Verb(string name, string description, params string[] examples) : Command(name, description)
{
    /// <summary>Whole command lines without the program's name.</summary>
    public IReadOnlyList<string> Examples => examples;
}

/// <summary>The usual help, and the examples of the verb below it.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var exitCode = help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is Verb { Examples.Count: > 0 } verb)
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var example in verb.Examples)
            {
                output.WriteLine($"  {RootCommand.ExecutableName} {example}");
            }
        }

        return exitCode;
    }
}
