using System.Xml.Linq;

namespace CommandCenter.Architecture.Tests;

/// <summary>References run one way: Domain ← Journal ← Grains, Boards ← Simulation ← Server; plans are read beside the journal.</summary>
public sealed class ReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Domain"] = [],
        ["Journal"] = ["Domain"],
        ["Plans"] = ["Domain"],
        ["Grains"] = ["Domain", "Journal"],
        ["Boards"] = ["Domain", "Journal"],
        ["Simulation"] = ["Domain", "Journal", "Plans", "Grains", "Boards"],
        ["Server"] = ["Domain", "Journal", "Plans", "Grains", "Boards", "Simulation"],
        ["Orleans"] = ["Domain", "Journal", "Grains"],
    };

    [Fact]
    public void Projects_EachOne_IsPlaced()
    {
        Assert.NotEmpty(Repository.Projects);
        Assert.All(Repository.Projects, static p => Assert.Contains(NameOf(p), Allowed.Keys));
    }

    [Fact]
    public void Projects_EachOne_ReferencesOnlyWhatItMay()
    {
        foreach (var project in Repository.Projects)
        {
            var references = Items(project, "ProjectReference").Select(NameOf);
            Assert.Empty(references.Except(Allowed[NameOf(project)]).Select(r => $"{NameOf(project)} → {r}"));
        }
    }

    [Fact]
    public void Domain_Always_StandsOnTheBaseLibraryAlone()
    {
        var domain = Repository.Projects.Single(static p => NameOf(p) == "Domain");
        Assert.Empty(Items(domain, "PackageReference"));
        Assert.Empty(Items(domain, "FrameworkReference"));
        var assemblies = typeof(Domain.Decision).Assembly.GetReferencedAssemblies().Select(static a => a.Name!);
        Assert.All(assemblies, static a => Assert.StartsWith("System", a, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Items(string project, string kind) =>
        XDocument.Load(project).Descendants(kind).Select(static e => e.Attribute("Include")!.Value);

    private static string NameOf(string path) => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')).Split('.')[^1];
}
