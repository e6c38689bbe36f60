using System.Diagnostics;
using CommandCenter.TestKit;

namespace CommandCenter.Nodes.Tests;

/// <summary>Programs of this machine that a test runs to their end.</summary>
internal static class Programs
{
    /// <summary>Runs one; fails with what it said unless it ended well.</summary>
    /// <returns>What it printed.</returns>
    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false,
        })!;
        var said = await Task.WhenAll(process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync()).Expected($"{program} to end");
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, string.Concat(said));
        return said[1];
    }
}
