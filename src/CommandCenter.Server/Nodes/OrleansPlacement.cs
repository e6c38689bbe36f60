using System.Runtime.Loader;
using CommandCenter.Grains.Placement;
using CommandCenter.Server.CommandLine;

namespace CommandCenter.Server.Nodes;

/// <summary>
/// Orleans is built apart and loaded only where it is asked for: neither the build nor the server otherwise needs its packages.
/// </summary>
internal static class OrleansPlacement
{
    private const string Assembly = "CommandCenter.Orleans.dll";
    private const string Silo = "CommandCenter.Orleans.Silos.Silo";

    /// <exception cref="CannotRunException">It is not there.</exception>
    public static IGrainPlacement Load(string folder, PlacementOptions options)
    {
        var file = Path.GetFullPath(Path.Combine(folder, Assembly));
        if (!File.Exists(file))
        {
            throw new CannotRunException($"There is no {file}: build CommandCenter.Orleans.sln, and say with --orleans where its output lies.");
        }

        // What the server has itself is found first, so that both speak of the same types.
        var beside = new AssemblyDependencyResolver(file);
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            beside.ResolveAssemblyToPath(name) is { } path ? context.LoadFromAssemblyPath(path) : null;
        var silo = AssemblyLoadContext.Default.LoadFromAssemblyPath(file).GetType(Silo, throwOnError: true)!;
        return (IGrainPlacement)Activator.CreateInstance(silo, options)!;
    }
}
