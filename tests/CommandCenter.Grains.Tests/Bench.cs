using CommandCenter.Domain;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Policies;
using CommandCenter.Grains.Running;
using CommandCenter.Grains.Tests.Fakes;
using CommandCenter.Journal;
using CommandCenter.Journal.Events;
using CommandCenter.Journal.Memory;
using CommandCenter.TestKit;

namespace CommandCenter.Grains.Tests;

/// <summary>A journal that stays, a clock moved by hand, and hosts that may be opened on them again and again.</summary>
internal sealed class Bench
{
    public Bench(IJournal? store = null)
    {
        Store = store ?? new MemoryJournal(new("test"), EventRegistry.Default);
        Journal = new(Store);
    }

    /// <summary>What is stored, in memory unless stated; also the way in for another writer.</summary>
    public IJournal Store { get; }

    /// <summary>What the host is given.</summary>
    public FaultyJournal Journal { get; }

    public ManualClock Clock { get; } = new();

    public RecordedLog Log { get; } = new();

    public GrainHostOptions Options { get; init; } = new();

    public IReadOnlyDictionary<string, IDecider> Deciders { get; init; } = NotebookDecider.Set;

    public IReadOnlyList<IPolicy> Policies { get; init; } = [];

    public IReadOnlyList<IFeedSubscriber> Subscribers { get; init; } = [];

    public ILease Lease { get; init; } = SoleLease.Instance;

    public ValueTask<GrainHost> OpenAsync() => GrainHost.OpenAsync(Journal, Deciders, new(Clock, Clock), Options);

    public ValueTask<OperationHost> OpenOperationAsync(TimeProvider? operationClock = null) => OperationHost.OpenAsync(
        new(Journal, Deciders, Policies, Subscribers, new(operationClock ?? Clock, Clock)) { Options = Options, Logger = Log, Lease = Lease },
        CancellationToken.None);

    /// <summary>Another writer appends, by the same rules.</summary>
    public async Task<CommandAnswer> AppendElsewhereAsync(string grain, string id, ICommand command)
    {
        var other = await GrainHost.OpenAsync(Store, Deciders, new(Clock, Clock));
        return await other.SendAsync(grain, id, command);
    }

    /// <summary>Everything that is stored, without times of recording.</summary>
    public async Task<List<string>> StoredAsync()
    {
        var lines = new List<string>();
        await foreach (var e in Store.ReadAsync(0, CancellationToken.None))
        {
            lines.Add($"{e.Sequence} {e.Grain} {e.Version} {e.Event} {e.Actor} {e.Command} {e.Ordinal} {e.Causation} {e.At:O}");
        }

        return lines;
    }
}

/// <summary>Sending in one line.</summary>
internal static class Sending
{
    public static CommandEnvelope To(string grain, string id, ICommand command) =>
        new(GrainAddress.Parse(grain), command, new(id), new Actor("clerk"));

    public static ValueTask<CommandAnswer> SendAsync(
        this IGrainHost host, string grain, string id, ICommand command, CancellationToken cancellationToken = default) =>
        host.ExecuteAsync(To(grain, id, command), cancellationToken);

    /// <summary>What a notebook holds, by the mouth of its refusal.</summary>
    public static async Task<string> ContentAsync(this IGrainHost host, string grain) =>
        (await host.SendAsync(grain, $"tell-{Guid.NewGuid()}", new Tell())).Rejection!.Detail!;
}
