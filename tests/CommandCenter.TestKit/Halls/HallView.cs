using CommandCenter.Domain;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;
using CommandCenter.Domain.Windows;

namespace CommandCenter.TestKit.Halls;

/// <summary>The state of every grain of a hall, as its events say.</summary>
/// <param name="plan">The plan in force.</param>
/// <param name="lists">Who may come, and the flats.</param>
public sealed class HallView(Plan plan, AllocationLists lists)
{
    private readonly Dictionary<GrainAddress, object> _states = [];

    public Plan Plan => plan;

    public AllocationLists Lists => lists;

    public OperationPhase Phase => Of<OperationState>(GrainAddress.Operation).Phase;

    public InventoryState Inventory => Of<InventoryState>(GrainAddress.Inventory);

    public IEnumerable<TicketQueueState> Queues => plan.Steps.Where(static s => s.Kind != ServiceKind.CheckIn).Select(s => Queue(s.Id));

    public IEnumerable<WindowState> Windows => plan.Windows.Select(w => Window(w.Id));

    public IEnumerable<HouseholdState> Households => lists.Households.Select(h => Household(h.Id));

    public HouseholdState Household(HouseholdId id) => Of<HouseholdState>(GrainAddress.Of(id));

    public WindowState Window(WindowId id) => Of<WindowState>(GrainAddress.Of(id));

    public TicketQueueState Queue(StepId id) => Of<TicketQueueState>(GrainAddress.Of(id));

    /// <summary>Every grain that has events, with its state.</summary>
    public IReadOnlyDictionary<GrainAddress, object> States => _states;

    public object Of(GrainAddress grain) =>
        _states.TryGetValue(grain, out var state) ? state : Deciders.All[grain.Kind].Initial(grain.Key);

    public void Apply(GrainAddress grain, IEvent @event) => _states[grain] = Deciders.All[grain.Kind].Evolve(Of(grain), @event);

    private TState Of<TState>(GrainAddress grain) => (TState)Of(grain);
}
