using System.Collections.Concurrent;
using System.Text.Json;
using CommandCenter.Journal.Events;
using CommandCenter.Journal.Exports;
using CommandCenter.Journal.Sqlite;
using CommandCenter.Journal.Verification;
using CommandCenter.TestKit;

namespace CommandCenter.Server.Tests.CommandLine;

/// <summary>
/// Killed at random moments under load, again and again: every acknowledged command is there, none twice, and the chain
/// is whole. What was under way and not acknowledged may be repeated, and happens once.
/// </summary>
public sealed class KillTests : IDisposable
{
    private const int Rounds = 20;
    private const int Callers = 16;

    private readonly TemporaryFolder _folder = new();
    private readonly Random _random = new(Seed);
    private readonly List<Client> _clients = [];
    private readonly ConcurrentQueue<Given> _acknowledged = new();

    private static readonly int Seed = Environment.TickCount;

    [Fact]
    public async Task Server_KilledTwentyTimesUnderLoad_LosesNothingAcknowledged()
    {
        var server = await StartAsync();
        await JoinAsync(server);
        for (var round = 1; round <= Rounds; round++)
        {
            var (acknowledged, open) = await LoadUntilKilledAsync(server, round);
            Assert.True(Verify().IsWhole, $"round {round}, seed {Seed}: {Verify()}");
            server = await StartAsync();
            await RepeatAsync(server, acknowledged, round);
            await FinishAsync(server, open, round);
        }

        await server.DisposeAsync();
        await AssertOnceEachAsync();
    }

    public void Dispose()
    {
        _clients.ForEach(static c => c.Dispose());
        _folder.Dispose();
    }

    private Task<ServerProcess> StartAsync() => Executable.ServeAsync("--data", _folder["data"], "--plan", Checkout.Sample);

    private async Task JoinAsync(ServerProcess server)
    {
        var posts = (await Executable.RunAsync("posts", "--data", _folder["data"], "--operation", "sample", "--json")).Expect(0);
        var codes = JsonDocument.Parse(posts.Output).RootElement.EnumerateArray()
            .Where(static p => p.GetProperty("role").GetString() is "clerk" or "reception")
            .Select(static p => p.GetProperty("code").GetString()!).Take(Callers).ToList();
        Assert.Equal(Callers, codes.Count);

        // A device may join ten times a minute from one address: here each has an address of its own.
        for (var i = 0; i < Callers; i++)
        {
            var client = new Client(server.Address, from: i + 2);
            _clients.Add(client);
            await client.JoinAsync(codes[i]);
        }
    }

    // Each caller registers matters and adds notes to them, one command after another; the server dies when so many are acknowledged.
    private async Task<(List<Given> Acknowledged, List<Given> Open)> LoadUntilKilledAsync(ServerProcess server, int round)
    {
        var (left, killed) = (_random.Next(20, 120), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var (acknowledged, open) = (new ConcurrentQueue<Given>(), new ConcurrentQueue<Given>());
        var callers = _clients.Select((client, caller) => Task.Run(async () =>
        {
            for (var n = 0; ; n++)
            {
                var given = Command(round, caller, n);
                try
                {
                    var answer = (await client.At(server.Address).GiveAsync(given.Path, given.Body, given.Key)).Expect(200);
                    acknowledged.Enqueue(given with { Caller = caller, Answer = answer.Text });
                    if (Interlocked.Decrement(ref left) == 0)
                    {
                        killed.SetResult();
                    }
                }
                catch (Exception e) when (e is HttpRequestException or IOException)
                {
                    open.Enqueue(given with { Caller = caller });
                    return;
                }
            }
        })).ToList();
        await Task.WhenAny(killed.Task, Task.WhenAny(callers));
        await server.KillAsync();
        await Task.WhenAll(callers);
        await server.DisposeAsync();
        return ([.. acknowledged], [.. open]);
    }

    private async Task RepeatAsync(ServerProcess server, List<Given> acknowledged, int round)
    {
        var answers = await Task.WhenAll(acknowledged.Select(async g => (Given: g, Answer: await GiveAsync(server, g))));
        Assert.All(answers, a => Assert.True(
            a.Answer.Status == 200 && a.Answer.Text == a.Given.Answer,
            $"round {round}, seed {Seed}: {a.Given.Key} was answered {a.Given.Answer} and then {a.Answer.Status} {a.Answer.Text}"));
        acknowledged.ForEach(_acknowledged.Enqueue);
    }

    private async Task FinishAsync(ServerProcess server, List<Given> open, int round)
    {
        foreach (var given in open)
        {
            var answer = await GiveAsync(server, given);
            Assert.True(answer.Status == 200, $"round {round}, seed {Seed}: {given.Key}: {answer.Status} {answer.Text}");
            _acknowledged.Enqueue(given with { Answer = answer.Text });
        }
    }

    private Task<Answer> GiveAsync(ServerProcess server, Given given) =>
        _clients[given.Caller].At(server.Address).GiveAsync(given.Path, given.Body, given.Key);

    private ChainVerdict Verify() =>
        new ChainVerifier(EventRegistry.Default).VerifyJournal(OperationFiles.PathOf(_folder["data"], new("sample")), null, CancellationToken.None);

    private async Task AssertOnceEachAsync()
    {
        (await Executable.RunAsync("verify", "--data", _folder["data"], "--operation", "sample")).Expect(0);
        (await Executable.RunAsync("journal", "export", "--data", _folder["data"], "--operation", "sample", "--out", _folder["all.ndjson"])).Expect(0);
        var entries = JournalExport.Read(_folder["all.ndjson"], EventRegistry.Default).ToLookup(static e => e.Command.Value.Split(':')[^1]);
        Assert.True(_acknowledged.Count > Rounds * 20);
        Assert.All(_acknowledged, given =>
        {
            var entry = Assert.Single(entries[given.Key]);
            Assert.Contains($"\"sequence\":{entry.Sequence},", given.Answer, StringComparison.Ordinal);
        });
    }

    private static Given Command(int round, int caller, int n)
    {
        var (path, key) = ($"cases/c-{round}-{caller}-{n / 2}", $"k-{round}-{caller}-{n}");
        return n % 2 == 0
            ? new($"{path}/register", new { category = "request", channel = "window", text = "请核对面积", kind = "complex" }, key)
            : new($"{path}/note", new { text = "已联系住户" }, key);
    }

    private sealed record Given(string Path, object Body, string Key)
    {
        public int Caller { get; init; }

        public string Answer { get; init; } = "";
    }
}
