namespace CommandCenter.Architecture.Tests;

/// <summary>The checkout that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string[] Projects { get; } =
        [.. Directory.GetFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories)];

    public static IEnumerable<string> Sources(string folder, params string[] patterns) =>
        patterns.SelectMany(p => Directory.EnumerateFiles(Path.Combine(Root, folder), p, SearchOption.AllDirectories))
            .Where(static f => !f.Split(Path.DirectorySeparatorChar).Any(static s => s is "obj" or "bin" or "artifacts" or "node_modules"));

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "CommandCenter.sln"))
            ? folder
            : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("CommandCenter.sln is nowhere above the tests."));
}
