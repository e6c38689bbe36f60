using System.Globalization;
using CommandCenter.TestKit;

namespace CommandCenter.Nodes.Tests;

/// <summary>What was done to the nodes and what came of it, a line per fault: printed, and kept in <c>artifacts/failures.md</c>.</summary>
internal static class FailureTable
{
    private static readonly Lock Gate = new();
    private static bool _begun;

    /// <summary>The file's name.</summary>
    public static string Name { get; set; } = "failures.md";

    /// <summary>Times to recover are measured for the reader; no test passes or fails by them.</summary>
    public static void Add(string fault, int tried, int lost, int doubled, IEnumerable<TimeSpan> recovered)
    {
        var times = recovered.Select(static t => t.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture));
        var line = $"| {fault} | {tried} | {lost} | {doubled} | {string.Join(", ", times)} |";
        var path = Path.Combine(Checkout.Root, "artifacts", Name);
        lock (Gate)
        {
            string[] head = ["| fault | tried | acknowledged and lost | doubled | seconds to recover |", "| --- | --- | --- | --- | --- |"];
            if (_begun) File.AppendAllLines(path, [line]);
            else File.WriteAllLines(path, [.. head, line]);
            _begun = true;
        }

        Console.WriteLine(line);
    }
}
