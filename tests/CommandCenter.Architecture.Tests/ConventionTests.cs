using System.Reflection;
using System.Text.RegularExpressions;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Architecture.Tests;

/// <summary>What CONTRIBUTING.md asks of names and files.</summary>
public sealed partial class ConventionTests
{
    private static readonly string[] SayNothing = ["Manager", "Helper", "Helpers", "Util", "Utils", "Processor", "Info", "Data"];

    private static readonly Assembly[] Assemblies =
    [
        typeof(Domain.Decision).Assembly, typeof(Journal.IJournal).Assembly, typeof(Plans.PlanFolder).Assembly,
        typeof(Grains.IGrainHost).Assembly, typeof(Boards.BoardSet).Assembly, typeof(Simulation.Drills.DrillRun).Assembly,
        typeof(Server.Hosting.CommandServer).Assembly,
    ];

    private static IEnumerable<Type> Types =>
        Assemblies.SelectMany(static a => a.GetTypes()).Where(static t => !t.IsNested && t.Namespace?.StartsWith("CommandCenter", StringComparison.Ordinal) == true);

    [Fact]
    public void Types_EachName_SaysSomething() =>
        Assert.Empty(Types.Where(static t => SayNothing.Any(s => t.Name.EndsWith(s, StringComparison.Ordinal))).Select(static t => t.FullName));

    [Fact]
    public void Ids_EachOne_IsAReadonlyRecordStruct()
    {
        var ids = Types.Where(static t => t.GetInterfaces().Any(static i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>))).ToList();
        Assert.True(ids.Count > 15);
        Assert.All(ids, static t => Assert.True(
            t.IsValueType && t.IsDefined(typeof(System.Runtime.CompilerServices.IsReadOnlyAttribute)) && t.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null,
            t.Name));
    }

    [Fact]
    public void AsyncMethods_EachPublicOne_EndsInAsyncAndTakesItsTokenLast()
    {
        // What a hub offers bears the names that clients call.
        foreach (var method in Types.Where(static t => t.IsPublic && t.BaseType?.Name != "Hub").SelectMany(static t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)))
        {
            if (method.ReturnType.Name is "Task" or "Task`1" or "ValueTask" or "ValueTask`1" or "IAsyncEnumerable`1")
            {
                Assert.True(method.Name.EndsWith("Async", StringComparison.Ordinal) || method.IsSpecialName, $"{method.DeclaringType}.{method.Name}");
            }

            var at = Array.FindIndex(method.GetParameters(), static p => p.ParameterType == typeof(CancellationToken));
            Assert.True(at < 0 || at == method.GetParameters().Length - 1, $"{method.DeclaringType}.{method.Name}");
        }
    }

    [Fact]
    public void Files_EachSource_StaysReadable()
    {
        var files = Repository.Sources("src", "*.cs", "*.razor", "*.ts").ToList();
        Assert.True(files.Count > 100);

        // The one exception: all refusals stand in one place.
        Assert.Empty(files.Where(static f => File.ReadLines(f).Count() > 300 && Path.GetFileName(f) != "Rejections.cs").Select(static f => Path.GetRelativePath(Repository.Root, f)));
    }

    [Fact]
    public void Namespaces_EachOne_IsItsFolder()
    {
        foreach (var file in Repository.Sources("src", "*.cs"))
        {
            if (NamespaceLine().Match(File.ReadAllText(file)) is { Success: true } match)
            {
                var folder = Path.GetRelativePath(Path.Combine(Repository.Root, "src"), Path.GetDirectoryName(file)!).Replace('/', '.');
                Assert.Equal(folder, match.Groups["name"].Value);
            }
        }
    }

    [Fact]
    public void Sources_None_LeavesWorkOrSwitchesOffAWarning()
    {
        var marks = Repository.Sources("src", "*.cs", "*.razor", "*.ts").Concat(Repository.Sources("tests", "*.cs"))
            .Where(static f => !f.EndsWith(nameof(ConventionTests) + ".cs", StringComparison.Ordinal))
            .Where(static f => Unfinished().IsMatch(File.ReadAllText(f)))
            .Select(static f => Path.GetRelativePath(Repository.Root, f));
        Assert.Empty(marks);
    }

    [Fact]
    public void Repository_Nowhere_NamesThePlaceThatPackagesComeFrom()
    {
        // Put together here, or this file would be the first to be found.
        string[] hosts = ["nuget" + ".org", "npmjs" + ".org", "npmmirror" + ".com"];
        var named = Repository.Texts().Where(f => File.ReadAllText(f) is var text && hosts.Any(h => text.Contains(h, StringComparison.OrdinalIgnoreCase)));
        Assert.Empty(named.Select(static f => Path.GetRelativePath(Repository.Root, f)));
    }

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"\bTODO\b|\bFIXME\b|\bHACK\b|NotImplementedException|#pragma warning disable|#region|\bSkip ?= ?""", RegexOptions.None)]
    private static partial Regex Unfinished();
}
