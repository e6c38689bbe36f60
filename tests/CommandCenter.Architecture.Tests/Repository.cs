using CommandCenter.TestKit;

namespace CommandCenter.Architecture.Tests;

/// <summary>The checkout that these tests were built from.</summary>
internal static class Repository
{
    public static string Root => Checkout.Root;

    public static string[] Projects { get; } =
        [.. Directory.GetFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories)];

    public static IEnumerable<string> Sources(string folder, params string[] patterns) =>
        patterns.SelectMany(p => Directory.EnumerateFiles(Path.Combine(Root, folder), p, SearchOption.AllDirectories))
            .Where(static f => !f.Split(Path.DirectorySeparatorChar).Any(static s => s is "obj" or "bin" or "artifacts" or "node_modules"));

    /// <summary>Everything that is written by hand or kept with it, wherever it stands.</summary>
    public static IEnumerable<string> Texts() =>
        Directory.EnumerateFiles(Root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .Where(static f => !Path.GetRelativePath(Root, f).Split(Path.DirectorySeparatorChar)
                .Any(static s => s is ".git" or "obj" or "bin" or "artifacts" or "data" or "node_modules"))
            .Where(static f => Path.GetExtension(f) is ".cs" or ".csproj" or ".props" or ".json" or ".md" or ".yaml" or ".yml" or ".sh" or ".ts" or ".mjs" or ".razor" or ".config" or "");
}
