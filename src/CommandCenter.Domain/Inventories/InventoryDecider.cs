using CommandCenter.Domain.Entitlements;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Inventories;

/// <summary>Who gets which flat: only at a selection window, one reservation at a time, within what the household is entitled to.</summary>
public sealed class InventoryDecider : Decider<InventoryState>
{
    /// <inheritdoc/>
    public override string Kind => "inventory";

    /// <inheritdoc/>
    public override InventoryState Initial(string key) => InventoryState.Empty;

    /// <inheritdoc/>
    public override Decision Decide(InventoryState state, ICommand command, in DecisionContext context) => command switch
    {
        _ when InventoryInput.Check(command, context.Plan) is { } bad => bad,
        ListUnits c => state.Units.IsEmpty ? Decision.Accept(new UnitsListed(c.Units)) : Rejections.UnitsListedAlready,
        AdmitHousehold c => Admit(state, c),
        DismissHousehold c => Dismiss(state, c),
        ReserveUnit c => Reserve(state, c, context),
        ReleaseUnit c => On(state, c.Unit, static u => u.Status == UnitStatus.Reserved
            ? Decision.Accept(Released(u, ReleaseCause.Released))
            : Rejections.UnitNotReserved),
        ConfirmUnit c => Confirm(state, c, context.Now),
        WithdrawUnit c => Withdraw(state, c),
        ReturnUnit c => On(state, c.Unit, static u => u.Status == UnitStatus.Withdrawn
            ? Decision.Accept(new UnitReturned(u.Unit.Id))
            : Rejections.UnitNotWithdrawn),
        ProposeReversal c => Propose(state, c, context),
        ApproveReversal c => Approve(state, c, context.Role),
        MeetDeadline c => state.Units.GetValueOrDefault(new UnitId(c.Name)) is { Status: UnitStatus.Reserved } u && u.Until == c.Due
            ? Decision.Accept(Released(u, ReleaseCause.Expired))
            : Decision.Nothing,
        _ => Rejections.UnknownCommand,
    };

    /// <inheritdoc/>
    public override InventoryState Evolve(InventoryState state, IEvent @event) => @event switch
    {
        UnitsListed e => state with { Units = state.Units.AddRange(e.Units.Select(static u => KeyValuePair.Create(u.Id, new UnitState(u)))) },
        HouseholdAdmitted e => state with { Admitted = state.Admitted.SetItem(e.Household, new(e.Window, e.MaskedName, e.Band)) },
        HouseholdDismissed e => state with { Admitted = state.Admitted.Remove(e.Household) },
        UnitReserved e => state
            .With(new UnitState(state.Units[e.Unit].Unit, UnitStatus.Reserved, e.Household, e.Window, e.Until))
            .With(e.Household, a => a with { Reserved = e.Unit }),
        UnitReleased e => state
            .With(new UnitState(state.Units[e.Unit].Unit))
            .With(e.Household, static a => a with { Reserved = null }),
        UnitConfirmed e => state
            .With(new UnitState(e.Unit, UnitStatus.Confirmed, e.Household, e.Window))
            .With(e.Household, static a => a with { Reserved = null })
            .Holds(e.Household, e.Unit.Area, 1),
        UnitWithdrawn e => state.With(new UnitState(state.Units[e.Unit].Unit, UnitStatus.Withdrawn)),
        UnitReturned e => state.With(new UnitState(state.Units[e.Unit].Unit)),
        ReversalProposed e => state.With(state.Units[e.Unit] with { Reversal = new(e.Reason, e.Role) }),
        UnitReversed e => state
            .With(new UnitState(state.Units[e.Unit].Unit))
            .Holds(e.Household, -state.Units[e.Unit].Unit.Area, -1),
        _ => throw Unknown(@event),
    };

    /// <inheritdoc/>
    public override IEnumerable<Deadline> Deadlines(InventoryState state) =>
        from admission in state.Admitted.Values
        let unit = admission.Reserved is { } reserved ? state.Units[reserved] : null
        where unit is { Status: UnitStatus.Reserved }
        select new Deadline(unit.Unit.Id.Value, unit.Until!.Value);

    private static Decision Admit(InventoryState state, AdmitHousehold c)
    {
        var admitted = new HouseholdAdmitted(c.Household, c.Window, c.MaskedName, c.Band);

        // What was kept for it at another window does not move along.
        return state.Admitted.GetValueOrDefault(c.Household) is { Reserved: { } reserved }
            ? Decision.Accept(Released(state.Units[reserved], ReleaseCause.Left), admitted)
            : Decision.Accept(admitted);
    }

    private static Decision Dismiss(InventoryState state, DismissHousehold c)
    {
        if (state.Admitted.GetValueOrDefault(c.Household) is not { } admission || admission.Window != c.Window)
        {
            return Decision.Nothing;
        }

        var dismissed = new HouseholdDismissed(c.Household, c.Window);
        return admission.Reserved is { } reserved
            ? Decision.Accept(Released(state.Units[reserved], ReleaseCause.Left), dismissed)
            : Decision.Accept(dismissed);
    }

    private static Decision Reserve(InventoryState state, ReserveUnit c, in DecisionContext context)
    {
        if (Find(state, c.Household, c.Unit, c.Window, context.Now, out var admission, out var unit) is { } no)
        {
            return no;
        }

        if (admission.Reserved == c.Unit && context.Now < unit.Until)
        {
            return Decision.Nothing;
        }

        var reserved = new UnitReserved(c.Unit, c.Household, c.Window, context.Now + context.Plan.Limits.ReserveFor);
        return Decision.Accept([.. Freed(state, admission, unit, context.Now), reserved]);
    }

    private static Decision Confirm(InventoryState state, ConfirmUnit c, DateTimeOffset now)
    {
        if (state.Units.GetValueOrDefault(c.Unit) is { Status: UnitStatus.Confirmed } taken && taken.Household == c.Household)
        {
            return Decision.Nothing;
        }

        return Find(state, c.Household, c.Unit, c.Window, now, out var admission, out var unit) is { } no
            ? no
            : Decision.Accept([.. Freed(state, admission, unit, now), new UnitConfirmed(unit.Unit, c.Household, c.Window, admission.MaskedName)]);
    }

    // What must be released first: the household's other reservation, and one of this flat that ran out this moment.
    private static IEnumerable<IEvent> Freed(InventoryState state, Admission admission, UnitState unit, DateTimeOffset now)
    {
        if (admission.Reserved is { } other && other != unit.Unit.Id)
        {
            yield return Released(state.Units[other], ReleaseCause.Replaced);
        }

        if (unit.Status == UnitStatus.Reserved && now >= unit.Until)
        {
            yield return Released(unit, ReleaseCause.Expired);
        }
    }

    private static Rejection? Find(
        InventoryState state, HouseholdId household, UnitId id, WindowId window, DateTimeOffset now, out Admission admission, out UnitState unit)
    {
        admission = state.Admitted.GetValueOrDefault(household)!;
        unit = state.Units.GetValueOrDefault(id)!;
        return unit is null ? Rejections.NotFound.For("unit", id.Value)
            : admission is null || admission.Window != window ? Rejections.NotAtSelectionWindow
            : unit.Status == UnitStatus.Confirmed ? Rejections.UnitTaken.For("unit", id.Value)
            : unit.Status == UnitStatus.Withdrawn ? Rejections.UnitWithdrawnNow.For("unit", id.Value)
            : unit.Status == UnitStatus.Reserved && unit.Household != household && now < unit.Until ? Rejections.UnitReservedByOther.For("unit", id.Value)
            : CheckBand(admission.Band, state.Held.GetValueOrDefault(household), unit.Unit.Area);
    }

    private static Rejection? CheckBand(Band band, Holding held, decimal area) =>
        held.Units >= band.MaxUnits ? Rejections.TooManyUnits.For("unit", $"{band.MaxUnits}")
        : held.Area + area > band.MaxArea ? Rejections.BeyondBand.For("unit", $"{band.MaxArea - held.Area}")
        : null;

    private static Decision Withdraw(InventoryState state, WithdrawUnit c) => On(state, c.Unit, u => u.Status switch
    {
        UnitStatus.Free => Decision.Accept(new UnitWithdrawn(u.Unit.Id, c.Reason)),
        UnitStatus.Withdrawn => Decision.Nothing,
        UnitStatus.Reserved => Rejections.UnitReservedByOther.For("unit", u.Unit.Id.Value),
        _ => Rejections.UnitTaken.For("unit", u.Unit.Id.Value),
    });

    private static Decision Propose(InventoryState state, ProposeReversal c, in DecisionContext context) =>
        context.Role is (PostRole.Commander or PostRole.Supervisor) and var role
            ? On(state, c.Unit, u => u.Status != UnitStatus.Confirmed ? Rejections.UnitNotConfirmed
                : u.Reversal is not null ? Rejections.ReversalProposedAlready
                : Decision.Accept(new ReversalProposed(u.Unit.Id, c.Reason, role)))
            : Rejections.NotYourPost;

    private static Decision Approve(InventoryState state, ApproveReversal c, PostRole? role) =>
        role is not (PostRole.Commander or PostRole.Supervisor)
            ? Rejections.NotYourPost
            : On(state, c.Unit, u => u.Reversal is not { } first ? Rejections.ReversalNotProposed
                : first.Role == role ? Rejections.SecondPersonNeeded
                : Decision.Accept(new UnitReversed(u.Unit.Id, u.Household!.Value, u.Window!.Value, first.Reason)));

    private static Decision On(InventoryState state, UnitId id, Func<UnitState, Decision> decide) =>
        state.Units.TryGetValue(id, out var unit) ? decide(unit) : Rejections.NotFound.For("unit", id.Value);

    private static UnitReleased Released(UnitState unit, ReleaseCause cause) =>
        new(unit.Unit.Id, unit.Household!.Value, cause);
}
