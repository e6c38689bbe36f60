namespace CommandCenter.TestKit;

/// <summary>The checkout that these tests were built from.</summary>
public static class Checkout
{
    /// <summary>Its topmost folder.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The plan folder of the sample operation.</summary>
    public static string Sample => Path.Combine(Root, "ops", "sample");

    /// <summary>The file of a drill's scenario.</summary>
    public static string Scenario(string name) => Path.Combine(Root, "ops", "scenarios", $"{name}.yaml");

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "CommandCenter.sln"))
            ? folder
            : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("CommandCenter.sln is nowhere above the tests."));
}
