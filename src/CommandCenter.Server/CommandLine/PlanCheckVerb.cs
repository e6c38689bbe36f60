using System.CommandLine;
using CommandCenter.Plans;

namespace CommandCenter.Server.CommandLine;

/// <summary><c>plan check</c>: every fault of a plan folder with its place.</summary>
internal static class PlanCheckVerb
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "The plan folder: plan.yaml, playbooks.yaml, households, units." };
        var verb = new Verb(
            "check", "Reads a plan folder and reports every fault with file, row, column and reason (exit code 1 if any).",
            "plan check ops/sample")
        {
            folder,
        };
        verb.SetAction(line => Run(line.GetRequiredValue(folder), line.InvocationConfiguration));
        return verb;
    }

    private static int Run(string folder, InvocationConfiguration streams)
    {
        if (!Directory.Exists(folder))
        {
            throw new CannotRunException($"There is no folder {folder}.");
        }

        var reading = PlanFolder.Read(folder);
        if (!reading.IsGood)
        {
            PrintFaults(streams.Output, reading.Faults);
            return ExitCodes.CheckFailed;
        }

        var (plan, lists) = (reading.Plan, reading.Lists);
        streams.Output.WriteLine(
            $"OK households={lists.Households.Length} people={lists.People} units={lists.Units.Length} windows={plan.Windows.Length} "
            + $"groups={plan.Groups.Length} posts={plan.Posts.Length} playbooks={plan.Playbooks.Length}");
        streams.Output.WriteLine($"plan={reading.PlanHash} households={lists.HouseholdsHash} units={lists.UnitsHash}");
        return ExitCodes.Done;
    }

    /// <summary>One line each, as compilers write them, and how many there are.</summary>
    public static void PrintFaults(TextWriter target, IReadOnlyCollection<Fault> faults)
    {
        foreach (var fault in faults)
        {
            target.WriteLine(fault);
        }

        target.WriteLine(faults.Count == 1 ? "1 fault." : $"{faults.Count} faults.");
    }
}
