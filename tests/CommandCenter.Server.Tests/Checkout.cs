namespace CommandCenter.Server.Tests;

/// <summary>The checkout that these tests were built from.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Sample => Path.Combine(Root, "ops", "sample");

    public static string Scenario(string name) => Path.Combine(Root, "ops", "scenarios", $"{name}.yaml");

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "CommandCenter.sln"))
            ? folder
            : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("CommandCenter.sln is nowhere above the tests."));
}
