using CommandCenter.Domain;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Queues;
using CommandCenter.Domain.Windows;

namespace CommandCenter.TestKit.Halls;

/// <summary>
/// What people do who do not know the rules, or each other: the right thing, something else, or the same thing twice.
/// </summary>
/// <param name="hall">What they see.</param>
/// <param name="random">Decides.</param>
public sealed class RandomActs(HallView hall, Random random)
{
    private Act? _last;

    public Act Next() => _last = _last is not null && random.Next(8) == 0 ? _last : Choose();

    private Act Choose() => random.Next(24) switch
    {
        < 9 => SensibleActs.AtWindow(hall, Any(hall.Plan.Windows)) ?? AtAnyWindow(),
        < 12 => AtAnyWindow(),
        < 17 => OfHousehold(Any(hall.Lists.Households).Id),
        < 21 => InInventory(),
        < 22 => Detour(Any(hall.Lists.Households).Id),
        < 23 => Reversal(),
        _ => Command(),
    };

    private Act AtAnyWindow()
    {
        var window = Any(hall.Plan.Windows);
        var state = hall.Window(window.Id);
        var step = state.Step ?? window.Steps[0];
        ICommand command = random.Next(14) switch
        {
            0 => new OpenWindow(random.Next(2) == 0 ? null : Any(window.Steps)),
            1 => new PauseWindow("休息"),
            2 => new CloseWindow(),
            3 or 4 => new CallNext(),
            5 => new CallTicket(AnyTicket(step), "家中有急事"),
            6 => new Recall(),
            7 => new Arrive(),
            8 => new StartService(),
            9 => new CompleteService(null, null),
            10 => new Pass(),
            11 => new Hold("缺材料"),
            12 => new ResumeHeld(AnyTicket(step)),
            _ => new Transfer(Any(hall.Plan.Steps).Id, "先办别的"),
        };
        return new(GrainAddress.Of(window.Id), command, SensibleActs.PostAt(window.Id));
    }

    private Act OfHousehold(HouseholdId household) => new(
        GrainAddress.Of(household),
        random.Next(4) switch
        {
            0 or 1 => new CheckIn([1], null, null),
            2 => new ReportBack(),
            _ => new Visit(Any(hall.Plan.Steps).Id),
        },
        "reception");

    private Act Detour(HouseholdId household) => new(
        GrainAddress.Of(household),
        random.Next(5) switch
        {
            0 => new GiveUp("不再等候"),
            1 => new Decline("不选"),
            _ => new StepBack(Any(hall.Plan.Steps).Id, "补材料"),
        },
        "reception");

    private Act InInventory()
    {
        var unit = Any(hall.Lists.Units).Id;
        var (household, window) = Selecting();
        ICommand command = random.Next(8) switch
        {
            < 3 => new ReserveUnit(household, unit, window),
            < 6 => new ConfirmUnit(household, hall.Inventory.Admitted.GetValueOrDefault(household)?.Reserved ?? unit, window),
            6 => new ReleaseUnit(unit),
            _ => random.Next(2) == 0 ? new WithdrawUnit(unit, "漏水") : new ReturnUnit(unit),
        };
        return new(GrainAddress.Inventory, command, SensibleActs.PostAt(window));
    }

    // Mostly somebody who sits at a selection window, as the screens offer it.
    private (HouseholdId Household, WindowId Window) Selecting()
    {
        var seated = hall.Windows.Where(static w => w.Seat is { StartedAt: not null }).ToList();
        return seated.Count > 0 && random.Next(8) > 0 && seated[random.Next(seated.Count)] is var window
            ? (window.Seat!.Household, window.Id)
            : (Any(hall.Lists.Households).Id, Any(hall.Plan.Windows).Id);
    }

    private Act Reversal()
    {
        var taken = hall.Inventory.Units.Values.Where(static u => u.Status == UnitStatus.Confirmed).ToList();
        var unit = taken.Count > 0 ? taken[random.Next(taken.Count)].Unit.Id : Any(hall.Lists.Units).Id;
        var proposed = hall.Inventory.Units.GetValueOrDefault(unit)?.Reversal is not null;
        return new(
            GrainAddress.Inventory, proposed ? new ApproveReversal(unit) : new ProposeReversal(unit, "登记有误"),
            random.Next(2) == 0 ? "commander" : "supervisor");
    }

    private Act Command() => new(
        GrainAddress.Operation,
        random.Next(30) switch
        {
            0 => new BeginClosing(),
            < 10 => new SuspendOperation("请稍候"),
            _ => new ResumeOperation(),
        },
        random.Next(2) == 0 ? "commander" : "supervisor");

    private TicketId AnyTicket(StepId step)
    {
        var tickets = hall.Queue(step).Tickets.Values.Where(static t => t.Place != TicketPlace.Closed).ToList();
        return tickets.Count > 0 ? tickets[random.Next(tickets.Count)].Id : new($"{step}-001");
    }

    private T Any<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];
}
