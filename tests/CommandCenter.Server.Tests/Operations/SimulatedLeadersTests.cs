using CommandCenter.Boards;
using CommandCenter.Domain;
using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Plans;
using CommandCenter.Journal;
using CommandCenter.Journal.Events;
using CommandCenter.Journal.Memory;
using CommandCenter.Server.Access;
using CommandCenter.Server.Api;
using CommandCenter.Server.Operations;
using CommandCenter.Simulation.Drills;

namespace CommandCenter.Server.Tests.Operations;

/// <summary>A drill's simulated leaders do nothing that a leader's phone could not do: the same commands, in the same posts, within the same permissions.</summary>
public sealed class SimulatedLeadersTests
{
    // What leaders do all day, as a phone sends it.
    private static readonly string[] Phones =
    [
        "groups/sign-in", "groups/roll-call", "groups/accept", "groups/done",
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
