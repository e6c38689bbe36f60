using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Domain.Drills;

/// <summary>Whether an entry is what an inject asked for. Pure, so that director, board and report find the same.</summary>
public static class Reactions
{
    /// <summary>The incident that an inject raises, if it raises one.</summary>
    public static IncidentId? IncidentOf(Inject inject) => inject.Incident is null ? null : new($"inj-{inject.Id}");

    /// <summary>Whether an action is of windows, and must name their step: there is always one that opens or pauses.</summary>
    public static bool IsOfStep(ExpectedKind kind) => kind is ExpectedKind.WindowOpened or ExpectedKind.WindowPaused;

    /// <summary>Whether an action is of the ledger, and must name the group that writes in it.</summary>
    public static bool IsOfGroup(ExpectedKind kind) => kind is ExpectedKind.CaseRegistered or ExpectedKind.CaseAnswered;

    /// <summary>
    /// Whether the event is the inject's expected action; the time is for the caller to check, and that a window does not only
    /// come back from a break (<see cref="PausedWindows"/>).
    /// </summary>
    /// <param name="inject">The inject.</param>
    /// <param name="e">What happened after its delivery.</param>
    /// <param name="actor">Who did it: what the system does by itself is nobody's reaction.</param>
    /// <param name="plan">Which group a post belongs to.</param>
    public static bool Answers(Inject inject, IEvent e, Actor actor, Plan plan) => !actor.IsSystem && inject.Action?.Kind switch
    {
        ExpectedKind.IncidentAcknowledged => e is IncidentAcknowledged a && Concerns(inject, a.Incident),
        ExpectedKind.IncidentReached => e is IncidentOnScene r && Concerns(inject, r.Incident),
        ExpectedKind.IncidentResolved => e is IncidentResolved r && Concerns(inject, r.Incident),
        ExpectedKind.OrderGiven => e is AssignmentSent o && Concerns(inject, o.Group),
        ExpectedKind.OrderAnswered => e is AssignmentDone d && Concerns(inject, d.Group),
        ExpectedKind.WindowOpened => e is WindowOpened w && Concerns(inject, w.Step),
        ExpectedKind.WindowPaused => e is WindowPaused w && Concerns(inject, w.Step),
        ExpectedKind.DaySuspended => e is OperationSuspended,
        ExpectedKind.CaseRegistered => e is CaseRegistered && Concerns(inject, actor, plan),
        ExpectedKind.CaseAnswered => e is CaseAnswered && Concerns(inject, actor, plan),
        _ => false,
    };

    private static bool Concerns(Inject inject, IncidentId incident) => IncidentOf(inject) is not { } own || own == incident;

    private static bool Concerns(Inject inject, StepId step) => inject.Action!.Step is not { } named || named == step;

    private static bool Concerns(Inject inject, Actor actor, Plan plan) =>
        inject.Action!.Group is not { } group || plan.FindPost(actor.Post)?.Group == group;

    private static bool Concerns(Inject inject, GroupId group) => inject.To is not { } to || to == group;
}
