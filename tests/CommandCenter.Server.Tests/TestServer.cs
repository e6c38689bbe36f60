using CommandCenter.Domain.Identity;
using CommandCenter.Journal;
using CommandCenter.Journal.Events;
using CommandCenter.Journal.Memory;
using CommandCenter.Server.Access;
using CommandCenter.Server.Hosting;
using CommandCenter.Server.Operations;
using CommandCenter.TestKit;
using Microsoft.Extensions.Logging;

namespace CommandCenter.Server.Tests;

/// <summary>
/// A real server on a port of its own: the sample plan as the live operation <c>sample</c>, journals in memory unless
/// stated, limits wide enough for a test.
/// </summary>
public sealed class TestServer : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CommandServer _server;

    private TestServer(TemporaryFolder folder, CommandServer server)
    {
        (_folder, _server) = (folder, server);
        Address = new(server.Addresses.Single());
    }

    public static readonly RateLimits Wide = new() { EnrolmentsPerMinute = 100_000, CommandsPerSecond = 100_000, CommandBurst = 100_000, SearchesPerSecond = 100_000, SearchBurst = 100_000 };

    public Uri Address { get; }

    /// <summary>Where /metrics is, or null.</summary>
    public string? Metrics => _server.MetricsAddress;

    public string Data => _folder["data"];

    public OneTimeCodes Codes => _server.Codes;

    internal CommandServer Running => _server;

    public OperationRegistry Operations => _server.Operations;

    public RunningOperation Sample => _server.Operations.Find("sample")!.Running!;

    /// <param name="limits">How often somebody may ask.</param>
    /// <param name="store">The journals.</param>
    /// <param name="founded">Whether the store holds the operation already.</param>
    /// <param name="log">Who is given every line that it logs.</param>
    /// <param name="change">What is different about the options.</param>
    public static async Task<TestServer> StartAsync(
        RateLimits? limits = null, IJournalStore? store = null, bool founded = false, ILoggerProvider? log = null,
        Func<ServeOptions, ServeOptions>? change = null)
    {
        var folder = new TemporaryFolder();
        var plan = founded ? null : Checkout.Sample;
        var options = new ServeOptions { Data = folder["data"], Urls = "http://127.0.0.1:0", Plan = plan, Forecasts = false, Limits = limits ?? Wide, Log = log };
        options = change?.Invoke(options) ?? options;
        try
        {
            return new(folder, await CommandServer.StartAsync(options, store ?? new MemoryJournalStore(EventRegistry.Default)));
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Somebody without a post.</summary>
    public Client Anybody() => new(Address);

    /// <summary>A device that has joined a post.</summary>
    public async Task<Client> JoinAsync(string post, string operation = "sample")
    {
        var client = Anybody();
        await client.JoinAsync(Code(post, operation));
        return client;
    }

    /// <summary>A fresh code of a post.</summary>
    public string Code(string post, string operation = "sample") => Codes.Issue(new OperationId(operation), [new PostId(post)])[0];

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }
}

/// <summary>One server for all tests of a class that do not disturb one another.</summary>
public sealed class SharedServer : IAsyncLifetime
{
    public TestServer Server { get; private set; } = null!;

    public async Task InitializeAsync() => Server = await TestServer.StartAsync();

    public async Task DisposeAsync() => await Server.DisposeAsync();
}
