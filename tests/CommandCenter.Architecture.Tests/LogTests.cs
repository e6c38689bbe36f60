using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace CommandCenter.Architecture.Tests;

/// <summary>What is written to the log: lines with ids that stay, in which no post, household or person can stand.</summary>
public sealed partial class LogTests
{
    // What a line may speak of; whoever needs more looks up the entry.
    private static readonly string[] Harmless =
        ["Operation", "Sequence", "Grains", "Reason", "Kind", "Version", "Attempt", "Policy", "Code", "What", "Wait", "Method", "Term"];

    private static readonly (MethodInfo Method, LoggerMessageAttribute Line)[] Lines =
    [
        .. new[] { typeof(Domain.Decision), typeof(Journal.IJournal), typeof(Plans.PlanFolder), typeof(Grains.IGrainHost), typeof(Boards.BoardSet), typeof(Simulation.Drills.DrillRun), typeof(Server.Hosting.CommandServer) }
            .SelectMany(static t => t.Assembly.GetTypes())
            .SelectMany(static t => t.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Select(static m => (m, m.GetCustomAttribute<LoggerMessageAttribute>()!)).Where(static x => x.Item2 is not null),
    ];

    [Fact]
    public void Lines_EachOne_HasAnIdOfItsOwnFromAThousandUp()
    {
        Assert.True(Lines.Length > 10);
        Assert.All(Lines, static l => Assert.True(l.Line.EventId >= 1000, l.Method.Name));
        Assert.Empty(Lines.GroupBy(static l => l.Line.EventId).Where(static g => g.Count() > 1).Select(static g => g.Key));
    }

    [Fact]
    public void Lines_EachOne_SpeaksOnlyOfWhatNamesNobody() => Assert.Empty(
        Lines.SelectMany(static l => Hole().Matches(l.Line.Message).Select(m => (l.Method.Name, Hole: m.Groups["name"].Value))).Where(static h => !Harmless.Contains(h.Hole)));

    [Fact]
    public void Sources_Nowhere_WriteALineWithoutAnId() => Assert.Empty(
        Repository.Sources("src", "*.cs").Where(static f => Unnumbered().IsMatch(File.ReadAllText(f))).Select(static f => Path.GetRelativePath(Repository.Root, f)));

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Hole();

    [GeneratedRegex(@"\.Log(Trace|Debug|Information|Warning|Error|Critical)\(", RegexOptions.ExplicitCapture)]
    private static partial Regex Unnumbered();
}
