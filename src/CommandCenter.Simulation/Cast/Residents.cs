using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;
using CommandCenter.Journal;
using CommandCenter.Simulation.Randomness;

namespace CommandCenter.Simulation.Cast;

/// <summary>The households: they come, wait, hear their call or miss it, come back, and now and then ask for advice.</summary>
public sealed class Residents : ICastMember
{
    // Most want advice; the rest want to be heard.
    private const double Advice = 0.75;

    private readonly Stage _stage;
    private readonly Reception _reception;
    private readonly Clerks _clerks;
    private readonly IReadOnlyList<HouseholdId> _order;
    private readonly Dictionary<HouseholdId, Resident> _residents;
    private readonly StepId _selection;
    private readonly IReadOnlyList<StepId> _sideSteps;

    /// <summary>All households of the list.</summary>
    public Residents(Stage stage, Reception reception, Clerks clerks, IReadOnlyList<HouseholdId> order)
    {
        (_stage, _reception, _clerks, _order) = (stage, reception, clerks, order);
        _residents = stage.Lists.Households.ToDictionary(static h => h.Id, h => new Resident(h, stage.Random($"resident/{h.Id}")));
        _selection = stage.Plan.Steps.First(static s => s.Kind == ServiceKind.Selection).Id;
        _sideSteps = [.. stage.Plan.Steps.Where(static s => s.Line == StepLine.Side).Select(static s => s.Id)];
    }

    /// <summary>Households that will still come.</summary>
    public int Expected { get; private set; }

    /// <summary>Households that have checked in and are neither done nor gone.</summary>
    public int Inside { get; private set; }

    /// <summary>Those inside that were passed and are not back.</summary>
    public IEnumerable<HouseholdId> Away => _residents.Values.Where(static r => r.Away).Select(static r => r.Household.Id);

    /// <inheritdoc/>
    public void Begin()
    {
        var arrivals = _stage.Scenario.Arrivals;
        var random = _stage.Random("arrivals");
        foreach (var (household, position) in Positions(arrivals.ByDrawOrder, random))
        {
            if (random.Chance(arrivals.Absent))
            {
                continue;
            }

            Expected++;
            _stage.Agenda.At(_stage.Midnight + TimeAt(position), () => Arrive(household));
        }
    }

    /// <inheritdoc/>
    public void Observe(JournalEntry entry)
    {
        switch (entry.Event)
        {
            case HouseholdCheckedIn: Inside++; break;
            case JourneyCompleted or HouseholdGaveUp: Inside--; break;
            case SteppedBack { From: null }: Inside++; break;
            case HouseholdReportedBack e: _residents[e.Household].IsBack = false; break;
            case HouseholdQueued e: OnQueued(_residents[e.Household], e.Step); break;
            case TicketCalled e: OnCalled(_residents[e.Household], e); break;
            case HouseholdPassed e: OnPassed(_residents[e.Household]); break;
            case UnitTaken e: _residents[e.Household].HasFlat = true; break;
            default: break;
        }
    }

    private ValueTask Arrive(HouseholdId household)
    {
        Expected--;
        _reception.Join(_residents[household].Household);
        return ValueTask.CompletedTask;
    }

    private void OnQueued(Resident resident, StepId step)
    {
        resident.Wished = resident.Wished == step ? null : resident.Wished;
        if (step == _selection && _sideSteps.Count > 0 && !resident.Consulted
            && resident.Random.Chance(_stage.Scenario.Behaviour.Consults))
        {
            resident.Consulted = true;
            var wished = _sideSteps[resident.Random.Chance(Advice) ? 0 : _sideSteps.Count - 1];
            resident.Wished = wished;
            _stage.Agenda.In(
                TimeSpan.FromMinutes(1 + resident.Random.NextInt(10)),
                () => _reception.WriteAsync(GrainAddress.Of(resident.Household.Id), new Visit(wished), () => resident.Wished == wished));
        }
    }

    private void OnCalled(Resident resident, TicketCalled call)
    {
        if (resident.Random.Chance(_stage.Scenario.Behaviour.NoShow))
        {
            return;
        }

        resident.Called = call.Ticket;
        _stage.Agenda.In(_stage.Scenario.Behaviour.Walk.Sample(resident.Random), () =>
        {
            if (resident.Called == call.Ticket)
            {
                _clerks.Greet(call.Window, call.Ticket);
            }

            return ValueTask.CompletedTask;
        });
    }

    private void OnPassed(Resident resident)
    {
        resident.Called = null;
        var behaviour = _stage.Scenario.Behaviour;
        resident.Away = true;
        if (!resident.HasFlat && resident.Random.Chance(behaviour.NeverReturns))
        {
            return;
        }

        _stage.Agenda.In(behaviour.Return.Sample(resident.Random), async () =>
        {
            (resident.Away, resident.IsBack) = (false, true);
            await _reception.WriteAsync(GrainAddress.Of(resident.Household.Id), new ReportBack(), () => resident.IsBack);
        });
    }

    // Invited in draw order people come roughly, not exactly, in that order: a spread of a twentieth of the list.
    private IEnumerable<(HouseholdId Household, double Position)> Positions(bool byDrawOrder, RandomStream random)
    {
        var count = _order.Count;
        for (var i = 0; i < count; i++)
        {
            var position = byDrawOrder ? ((i + 0.5) / count) + (0.05 * random.NextNormal()) : random.NextDouble();
            yield return (_order[i], Math.Clamp(position, 0, 1));
        }
    }

    private TimeSpan TimeAt(double position)
    {
        var slots = _stage.Scenario.Arrivals.Slots;
        var before = 0.0;
        foreach (var slot in slots)
        {
            if (position <= before + slot.Share)
            {
                return slot.From + ((slot.To - slot.From) * ((position - before) / slot.Share));
            }

            before += slot.Share;
        }

        return slots[^1].To;
    }

    private sealed class Resident(HouseholdEntry household, RandomStream random)
    {
        public HouseholdEntry Household { get; } = household;

        public RandomStream Random { get; } = random;

        public TicketId? Called { get; set; }

        public bool Away { get; set; }

        public bool HasFlat { get; set; }

        public bool Consulted { get; set; }

        /// <summary>Where it wants to be heard, until it has a ticket for it.</summary>
        public StepId? Wished { get; set; }

        /// <summary>Back from having been passed, and not in line again yet.</summary>
        public bool IsBack { get; set; }
    }
}
