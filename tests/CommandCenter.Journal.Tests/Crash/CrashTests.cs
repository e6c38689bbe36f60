using System.Diagnostics;
using CommandCenter.Journal.Events;
using CommandCenter.Journal.Sqlite;
using CommandCenter.Journal.Verification;
using CommandCenter.TestKit;
using Xunit.Abstractions;

namespace CommandCenter.Journal.Tests.Crash;

/// <summary>A process that appends is killed at random moments; what it had answered must be there, once.</summary>
public sealed class CrashTests(ITestOutputHelper output) : IDisposable
{
    private const int Rounds = 5;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Kill_UnderLoad_LosesAndDoublesNothingAnswered()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var path = _folder["crash.db"];
        var answered = new HashSet<string>();
        for (var round = 0; round < Rounds; round++) answered.UnionWith(RunAndKill(path, $"r{round}", random.Next(1, 3_000)));

        await using var journal = new SqliteJournal(path, new("crash"), EventRegistry.Default);
        var stored = (await journal.AllAsync()).Select(static e => (e.Command.Value, e.Ordinal)).ToList();

        Assert.Equal(stored.Count, stored.Distinct().Count());
        Assert.Equal(stored.Count, 2 * stored.DistinctBy(static s => s.Value).Count());
        Assert.Superset(answered, stored.Select(static s => s.Value).ToHashSet());
        var verdict = new ChainVerifier(EventRegistry.Default).Verify(path, null, CancellationToken.None);
        Assert.Null(verdict.Fault);
        Assert.Equal(stored.Count, verdict.Checkpoint.Sequence);
    }

    private static List<string> RunAndKill(string path, string run, int afterAnswers)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in (string[])["exec", typeof(Victim).Assembly.Location, path, run]) start.ArgumentList.Add(argument);
        using var victim = Process.Start(start)!;
        var answers = new List<string>();
        while (answers.Count < afterAnswers && victim.StandardOutput.ReadLine() is { } line) answers.Add(line);
        victim.Kill();
        while (victim.StandardOutput.ReadLine() is { } line) answers.Add(line);
        victim.WaitForExit();

        // The last line may be cut off by the kill.
        return [.. answers.SkipLast(1)];
    }
}
