using System.Runtime.CompilerServices;

namespace CommandCenter.Journal.Tests.Fixtures;

/// <summary>Files of older shapes, as they were written then.</summary>
internal static class Fixture
{
    public static string PathOf(string name) => Path.Combine(Folder(), name);

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
