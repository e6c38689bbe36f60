using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace CommandCenter.Bench.Nodes;

/// <summary>
/// Part of one processor for a process, kept to by the kernel (a control group, of either version): so that nodes which share a
/// machine have as much as they would have on a small machine of their own, and no more.
/// </summary>
internal sealed class ProcessorShare : IDisposable
{
    private const string Root = "/sys/fs/cgroup";

    // Short, so that a node that has used its part up is not away for long.
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(20);

    private readonly string _folder;

    /// <summary>Gives a process its part.</summary>
    /// <param name="process">Its number.</param>
    /// <param name="processors">How much of one processor, above 0.</param>
    /// <exception cref="IOException">Such groups cannot be made here.</exception>
    /// <exception cref="UnauthorizedAccessException">Only root may make them.</exception>
    public ProcessorShare(int process, double processors)
    {
        var isSecond = File.Exists($"{Root}/cgroup.controllers");
        _folder = $"{Root}/{(isSecond ? "" : "cpu/")}commandcenter-bench-{process}";
        if (isSecond) Write($"{Root}/cgroup.subtree_control", "+cpu");
        Directory.CreateDirectory(_folder);
        var (period, quota) = ((int)Period.TotalMicroseconds, (int)(Period.TotalMicroseconds * processors));
        if (isSecond)
        {
            Write($"{_folder}/cpu.max", $"{quota} {period}");
        }
        else
        {
            Write($"{_folder}/cpu.cfs_period_us", $"{period}");
            Write($"{_folder}/cpu.cfs_quota_us", $"{quota}");
        }

        Write($"{_folder}/cgroup.procs", process.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Why such groups cannot be made here (other systems, not root), or null.</summary>
    public static string? Hindrance()
    {
        try
        {
            using var sleeper = Process.Start("sleep", "1");
            using var share = new ProcessorShare(sleeper.Id, 1);
            sleeper.WaitForExit();
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Win32Exception)
        {
            return e.Message;
        }
    }

    /// <summary>Takes the group away; its process has ended.</summary>
    public void Dispose() => Directory.Delete(_folder);

    private static void Write(string file, string value)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Write);
        stream.Write(System.Text.Encoding.ASCII.GetBytes(value));
    }
}
