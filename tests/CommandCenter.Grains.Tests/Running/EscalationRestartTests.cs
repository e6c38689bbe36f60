using System.Collections.Immutable;
using CommandCenter.Domain;
using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Policies;
using CommandCenter.Grains.Running;
using CommandCenter.Journal;
using CommandCenter.Journal.Events;
using CommandCenter.Journal.Sqlite;
using CommandCenter.TestKit;
using CommandCenter.TestKit.Halls;

namespace CommandCenter.Grains.Tests.Running;

/// <summary>An incident's clocks on the real host and the embedded journal, which is closed and opened again in the middle.</summary>
public sealed class EscalationRestartTests : IDisposable
{
    private static readonly GrainAddress Incident = GrainAddress.Of(new IncidentId("i1"));

    private readonly string _folder = Directory.CreateTempSubdirectory("commandcenter-").FullName;
    private readonly ManualClock _clock = new(SmallHall.Opens);

    private static Plan Plan => SmallHall.Plan with
    {
        Groups = [new(new("order"), Both("秩序"), new("order-01"), new MemberId("order-02"), [new(new("order-01"), "甲"), new(new("order-02"), "乙")], [new("gate")])],
        Posts =
        [
            .. SmallHall.Plan.Posts,
            new(new("order-leader"), Both("组长"), PostRole.GroupLeader, new GroupId("order"), Member: new MemberId("order-01")),
            new(new("order-deputy"), Both("副组长"), PostRole.GroupDeputy, new GroupId("order"), Member: new MemberId("order-02")),
        ],
        Zones = [new(new("gate"), Both("大门"))],
        Playbooks = [new(new("crowding"), Both("拥挤"), 1, new("order"), ImmutableDictionary<ZoneId, GroupId>.Empty, false, [])],
    };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Escalation_DueWhileDown_GoesOnceToThePostThatIsHeld()
    {
        await RaiseAsync();
        _clock.Advance(TimeSpan.FromMinutes(2));

        for (var restart = 0; restart < 3; restart++)
        {
            await RunAsync();
        }

        var told = Assert.Single(await EventsAsync<IncidentEscalated>());
        Assert.Equal((IncidentClock.Acknowledge, 2, "order-deputy", false), (told.Clock, told.Level, told.To, told.NobodyThere));
        Assert.Equal(new SkippedPost(1, new("order-leader"), SkipReason.NotOnDuty), Assert.Single(told.Skipped));
    }

    [Fact]
    public async Task Escalation_RestartedBetweenTwoLevels_GoesOnWithTheNext()
    {
        await RaiseAsync();
        for (var minutes = 0; minutes < 12; minutes++)
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            await RunAsync();
        }

        var acknowledge = (await EventsAsync<IncidentEscalated>()).Where(static e => e.Clock == IncidentClock.Acknowledge);
        Assert.Equal([(2, "order-deputy"), (3, "commander")], acknowledge.Select(static e => (e.Level, e.To)));
    }

    [Fact]
    public async Task Silence_EndingWhileDown_WakesOnce()
    {
        await RaiseAsync();
        await RunAsync(host => GiveAsync(host, Incident, new AcknowledgeIncident(), "order-deputy"));
        _clock.Advance(TimeSpan.FromMinutes(4));

        await RunAsync();
        await RunAsync();

        Assert.Single(await EventsAsync<IncidentWoke>());
    }

    private Task RaiseAsync() => RunAsync(async host =>
    {
        Assert.Null(await OperationFounding.FoundAsync(host, new("test"), OperationMode.Live, Plan, "plan", SmallHall.Lists(2, 2), CancellationToken.None));
        await GiveAsync(host, GrainAddress.Of(new GroupId("order")), new SignIn(new("order-02")), "order-deputy");
        await GiveAsync(host, Incident, new RaiseIncident(new("crowding"), new("gate"), null, "推挤", null), "reception");
    });

    /// <summary>Opens the journal, does something, does whatever is due, and closes it.</summary>
    private async Task RunAsync(Func<OperationHost, Task>? work = null)
    {
        await using var store = new SqliteJournalStore(_folder, EventRegistry.Default);
        var journal = await store.OpenAsync(new("test"), CancellationToken.None);
        await using var host = await OperationHost.OpenAsync(
            new(journal, Deciders.All, AllPolicies.List, [], new(_clock, _clock)), CancellationToken.None);
        await (work?.Invoke(host) ?? Task.CompletedTask);
        await host.RunToRestAsync(CancellationToken.None);
    }

    private async Task<List<TEvent>> EventsAsync<TEvent>()
    {
        await using var store = new SqliteJournalStore(_folder, EventRegistry.Default);
        var journal = await store.OpenAsync(new("test"), CancellationToken.None);
        var events = new List<TEvent>();
        await foreach (var entry in journal.ReadAsync(0, CancellationToken.None))
        {
            if (entry.Event is TEvent e)
            {
                events.Add(e);
            }
        }

        return events;
    }

    private static async Task GiveAsync(OperationHost host, GrainAddress grain, ICommand command, string post)
    {
        var answer = await host.ExecuteAsync(new(grain, command, new($"{post}:{command.GetType().Name}"), new Actor(post)), CancellationToken.None);
        Assert.Null(answer.Rejection);
    }

    private static Label Both(string name) => new(name, name);
}
