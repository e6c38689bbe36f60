using CommandCenter.Domain;
using CommandCenter.Domain.Draws;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Operations;

namespace CommandCenter.TestKit.Halls;

/// <summary>A day of random acts on random moments of policies and clock, which sensible people then bring to its end.</summary>
public sealed class RandomDay
{
    private const int MostRounds = 5_000;

    private readonly HallView _hall;
    private readonly Random _random;

    public RandomDay(int seed, int households, int units)
    {
        _hall = new(SmallHall.Plan, SmallHall.Lists(households, units));
        World = new(_hall, SmallHall.Opens);
        _random = new(seed);
    }

    public World World { get; }

    /// <summary>Founds, draws and opens.</summary>
    public void Open()
    {
        var lists = _hall.Lists;
        Demand(GrainAddress.Operation, new CreateOperation(
            new("small"), OperationMode.Live, _hall.Plan, "plan",
            lists.Households.Length, lists.People, lists.HouseholdsHash, lists.Units.Length, lists.UnitsHash));
        foreach (var household in lists.Households)
        {
            Demand(GrainAddress.Of(household.Id), new RegisterHousehold(household));
        }

        Demand(GrainAddress.Inventory, new ListUnits(lists.Units));
        Demand(GrainAddress.Draw, new FreezeDrawList([.. lists.Households.Select(static h => h.Id)]));
        Demand(GrainAddress.Draw, new ComputeOrder("公开种子", "现场公布"));
        World.ComeToRest();
        Demand(GrainAddress.Operation, new OpenOperation("测试"));
        World.ComeToRest();
    }

    /// <summary>Random acts; between them policies go on by a few commands, by all, or not at all, and the clock by moments or minutes.</summary>
    public void Play(int acts)
    {
        var people = new RandomActs(_hall, _random);
        var haste = 1 + _random.Next(8);
        for (var i = 0; i < acts; i++)
        {
            World.Do(people.Next());
            for (var left = _random.Next(haste); left > 0 && World.React(); left--)
            {
            }

            switch (_random.Next(20))
            {
                case < 2: World.ComeToRest(); break;
                case < 4: World.Advance(TimeSpan.FromSeconds(_random.Next(40))); break;
                case 4: World.Advance(TimeSpan.FromSeconds(_random.Next(400))); break;
                default: break;
            }
        }
    }

    /// <summary>Sensible people go on until everybody who came is done.</summary>
    /// <exception cref="InvariantBrokenException">They cannot.</exception>
    public void BringToItsEnd()
    {
        for (var round = 0; round < MostRounds; round++)
        {
            World.ComeToRest();
            if (_hall.Phase is OperationPhase.Open or OperationPhase.Closing && _hall.Households.All(static h => !h.CheckedIn || h.Finished && h.Ticket is null))
            {
                return;
            }

            if (!ActSensibly() && !World.AdvanceToNextDeadline())
            {
                break;
            }
        }

        var left = _hall.Households.Where(static h => h.CheckedIn && !h.Finished);
        throw new InvariantBrokenException($"Nobody can help:\n{string.Join('\n', left)}\n{World.Story}");
    }

    // True when somebody did something.
    private bool ActSensibly()
    {
        var before = World.Journal.Count;
        foreach (var act in SensibleActs.All(_hall))
        {
            World.Do(act);
            World.ComeToRest();
        }

        return World.Journal.Count > before;
    }

    private void Demand(GrainAddress grain, ICommand command)
    {
        if (World.Do(new(grain, command, "commander")) is { } rejection)
        {
            throw new InvariantBrokenException($"{command} was refused: {rejection}");
        }
    }
}
