using CommandCenter.Boards;
using CommandCenter.Domain;
using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Plans;
using CommandCenter.Grains.Time;
using CommandCenter.Journal;
using CommandCenter.Journal.Events;
using CommandCenter.Journal.Memory;
using CommandCenter.Server.Access;
using CommandCenter.Server.Api;
using CommandCenter.Server.Hosting;
using CommandCenter.Server.Operations;
using CommandCenter.Simulation.Drills;
using CommandCenter.TestKit;

namespace CommandCenter.Server.Tests.Operations;

/// <summary>A drill's simulated leaders do nothing that a leader's phone could not do: the same commands, in the same posts, within the same permissions.</summary>
public sealed class SimulatedLeadersTests
{
    // What leaders do all day, as a phone sends it.
    private static readonly string[] Phones =
    [
        "groups/sign-in", "groups/roll-call", "groups/accept",
        "incidents/acknowledge", "incidents/respond", "incidents/on-scene", "incidents/check", "incidents/resolve",
    ];

    [Fact]
    public async Task SimulatedLeaders_AWholeDay_GiveTheCommandsOfPhonesInTheirOwnPosts()
    {
        var material = DrillMaterial.Read(DrillMaterial.FindScenario("standard-day")!, null, out _)!;
        var day = new WatchedDay(material.Plan);
        await DrillRun.RunAsync(
            new(new("drill"), material.Plan, material.PlanHash, material.Lists, material.Scenario, material.Scenario.Seed),
            new MemoryJournal(new("drill"), EventRegistry.Default), [day], null, CancellationToken.None);

        Assert.Empty(day.Faults);
        Assert.Equal(Phones.Order(StringComparer.Ordinal), day.Given.Where(static g => g.Role == PostRole.GroupLeader).Select(static g => g.Path).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task SimulatedLeader_OrderedByAPerson_AcceptsAndAnswersAsAPhoneWould()
    {
        using var folder = new TemporaryFolder();
        await using var server = await CommandServer.StartAsync(new() { Data = folder["data"], Urls = "http://127.0.0.1:0", Journal = JournalKind.Memory, Limits = TestServer.Wide });
        var demo = server.Operations.Find("demo")!.Running!;
        using var commander = await JoinAsync(server, "commander");
        (await commander.GiveAsync("/api/operations/demo/groups/order/assign", new { text = "到南门引导", due = demo.Clocks.Now.AddMinutes(30), assignment = "a1" })).Expect(200);

        var answered = await FirstAsync(demo, static e => e.Event is AssignmentDone { Assignment.Value: "a1" });
        var accepted = await FirstAsync(demo, static e => e.Event is AssignmentAccepted { Assignment.Value: "a1" });

        Assert.Equal(("order-leader", "order-leader"), (accepted.Actor.Value, answered.Actor.Value));
        Assert.True(accepted.Sequence < answered.Sequence);
    }

    private static async Task<Client> JoinAsync(CommandServer server, string post)
    {
        var device = new Client(new(server.Addresses.Single()));
        await device.JoinAsync(server.Codes.Issue(new OperationId("demo"), [new PostId(post)])[0]);
        return device;
    }

    // From the first entry on, and then each as it comes, with the day put forward meanwhile: nobody waits for it.
    private static async Task<JournalEntry> FirstAsync(RunningOperation operation, Func<JournalEntry, bool> matches)
    {
        var clock = (DrillClock)operation.Clocks.Operation;
        for (var after = 0L; ;)
        {
            await foreach (var entry in operation.ReadAsync(after, CancellationToken.None))
            {
                after = entry.Sequence;
                if (matches(entry))
                {
                    return entry;
                }
            }

            clock.JumpTo(clock.GetUtcNow() + TimeSpan.FromMinutes(1));
            await operation.ShownAsync(after + 1).Expected($"entry {after + 1} of the drill");
        }
    }

    /// <summary>Asks of each act of a post whether its device might have sent it at that moment.</summary>
    private sealed class WatchedDay(Plan plan) : IFeedSubscriber
    {
        private readonly BoardSet _boards = new();

        public HashSet<(PostRole Role, string Path)> Given { get; } = [];

        public List<string> Faults { get; } = [];

        public void Apply(JournalEntry entry)
        {
            // As it was before: what was allowed then.
            if (plan.FindPost(new(entry.Actor.Value)) is { } post && CommandOf(entry.Event) is var (path, id, command))
            {
                var (collection, name) = path.Split('/') is [var first, var second] ? (first, second) : throw new InvalidOperationException(path);
                Given.Add((post.Role, path));
                if (CommandCatalog.Find(collection, name) is not { } row || !new Permissions(plan, _boards).MayGive(post, row, id, command))
                {
                    Faults.Add($"{entry.Sequence}: {post.Id} might not give {path} to {id}");
                }
            }

            _boards.Apply(entry);
        }

        private static (string Path, string Id, ICommand Command)? CommandOf(IEvent @event) => @event switch
        {
            MemberSignedIn e => ("groups/sign-in", e.Group.Value, new SignIn(e.Member)),
            RollCalled e => ("groups/roll-call", e.Group.Value, new CallRoll(e.Member, e.Zone)),
            AssignmentAccepted e => ("groups/accept", e.Group.Value, new AcceptAssignment(e.Assignment)),
            AssignmentRefused e => ("groups/refuse", e.Group.Value, new RefuseAssignment(e.Assignment, e.Reason)),
            AssignmentDone e => ("groups/done", e.Group.Value, new FinishAssignment(e.Assignment, e.Answer)),
            IncidentAcknowledged e => ("incidents/acknowledge", e.Incident.Value, new AcknowledgeIncident()),
            IncidentResponding e => ("incidents/respond", e.Incident.Value, new RespondToIncident()),
            IncidentOnScene e => ("incidents/on-scene", e.Incident.Value, new ReachIncident()),
            IncidentItemChecked e => ("incidents/check", e.Incident.Value, new CheckIncidentItem(e.Item)),
            IncidentResolved e => ("incidents/resolve", e.Incident.Value, new ResolveIncident(e.Outcome)),
            _ => null,
        };
    }
}
