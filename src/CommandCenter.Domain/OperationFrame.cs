using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain;

/// <summary>
/// What every grain of an operation may know: mode, phase, plan and who is on duty. A fold over events of
/// <c>operation/self</c> and of the groups, kept by the host, so that suspending stops every grain with the one event.
/// </summary>
/// <param name="Mode">Live or drill.</param>
/// <param name="Phase">The phase now.</param>
/// <param name="Plan">The plan in force.</param>
public sealed record OperationFrame(OperationMode Mode, OperationPhase Phase, Plan Plan)
{
    /// <summary>Before the operation's first event.</summary>
    public static readonly OperationFrame Empty = new(OperationMode.Drill, OperationPhase.Preparing, Plan.Empty);

    /// <summary>Who is on duty and who leads.</summary>
    public DutyRoster Duty { get; init; } = DutyRoster.Empty;

    /// <summary>
    /// Whether mode, phase and plan are the same. In these no decision may be behind: what is suspended is suspended for everybody from
    /// that entry on. Who is on duty may be known a moment late.
    /// </summary>
    public bool BindsLike(OperationFrame other) => Mode == other.Mode && Phase == other.Phase && ReferenceEquals(Plan, other.Plan);

    /// <summary>The frame after an event; events that do not concern it leave it as it is.</summary>
    public OperationFrame Apply(IEvent @event) => @event switch
    {
        OperationCreated e => this with { Mode = e.Mode },
        PlanAdopted e => this with { Plan = e.Plan },
        ReadinessWithdrawn when Phase == OperationPhase.Ready => this with { Phase = OperationPhase.Preparing },
        OperationReady => this with { Phase = OperationPhase.Ready },
        OperationOpened or OperationResumed => this with { Phase = OperationPhase.Open },
        OperationSuspended => this with { Phase = OperationPhase.Suspended },
        OperationClosing => this with { Phase = OperationPhase.Closing },
        OperationClosed => this with { Phase = OperationPhase.Closed },
        MemberSignedIn or MemberSignedOut or LeadTaken => this with { Duty = Duty.Apply(@event) },
        _ => this,
    };
}
