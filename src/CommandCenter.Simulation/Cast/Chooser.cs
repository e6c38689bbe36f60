using CommandCenter.Domain.Entitlements;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Windows;
using CommandCenter.Simulation.Randomness;

namespace CommandCenter.Simulation.Cast;

/// <summary>A household at a selection window, with the clerk who writes for it: think, reserve, perhaps change one's mind, confirm.</summary>
internal sealed class Chooser(Stage stage, Market market, Clerks clerks)
{
    // A second flat is taken only where a good part of the area granted is still open.
    private const decimal WorthASecondFlat = 45m;
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(30);

    private readonly Dictionary<WindowId, Choice> _choices = [];

    public void Admit(HouseholdAdmitted e)
    {
        var random = stage.Random($"choice/{e.Household}/{e.Window}");
        var band = e.Band;
        var choice = new Choice(e.Household, e.Window, random, TasteOf(e.Household), band, band.MaxUnits > 1 ? band.Granted / 2 : band.Granted);
        _choices[e.Window] = choice;
        Next(choice, stage.Scenario.Behaviour.Thinking.Sample(random), () => ReserveAsync(choice, null));
    }

    /// <summary>A flat is confirmed at the window, or selection declined: by this clerk or by a person.</summary>
    public void Settle(SelectionSettled e)
    {
        if (_choices.TryGetValue(e.Window, out var choice) && choice.Household == e.Household)
        {
            choice.Settled++;
        }
    }

    private async ValueTask ReserveAsync(Choice choice, UnitId? except)
    {
        if (choice.Taste.Best(choice.Left.MaxArea, choice.Aim, except) is not { } unit)
        {
            await NothingLeftAsync(choice);
            return;
        }

        if (!await SendAsync(choice, new ReserveUnit(choice.Household, unit.Id, choice.Window)))
        {
            Next(choice, LookAgain, () => ReserveAsync(choice, null));
            return;
        }

        if (choice.Random.Chance(stage.Scenario.Behaviour.Indecision))
        {
            Next(choice, stage.Scenario.Behaviour.Thinking.Sample(choice.Random), () => ReserveAsync(choice, unit.Id));
            return;
        }

        Next(choice, LookAgain, () => ConfirmAsync(choice, unit));
    }

    private async ValueTask ConfirmAsync(Choice choice, Unit unit)
    {
        if (!await SendAsync(choice, new ConfirmUnit(choice.Household, unit.Id, choice.Window)))
        {
            Next(choice, LookAgain, () => ReserveAsync(choice, null));
            return;
        }

        choice.SettledHere++;
        var rest = choice.Left.Granted - unit.Area;
        if (choice.Left.MaxUnits > 1 && rest >= WorthASecondFlat)
        {
            choice.Left = new Band(rest, choice.Left.MaxArea - unit.Area, choice.Left.MaxUnits - 1);
            choice.Aim = rest;
            choice.HasFlat = true;
            Next(choice, LookAgain, () => ReserveAsync(choice, null));
            return;
        }

        Finish(choice);
    }

    private async ValueTask NothingLeftAsync(Choice choice)
    {
        if (!choice.HasFlat)
        {
            choice.SettledHere++;
            await clerks.DeclineAsync(choice.Window, choice.Household);
        }

        Finish(choice);
    }

    private void Finish(Choice choice)
    {
        var step = stage.Plan.Steps.First(static s => s.Kind == ServiceKind.Selection).Id;
        clerks.AtSeat(choice.Window, d => clerks.ServiceTime(d, step), async d =>
        {
            if (!await clerks.SendAsync(d, new CompleteService(null, null)))
            {
                // A confirmation was reversed meanwhile.
                choice.SettledHere = choice.Settled;
                Next(choice, LookAgain, () => ReserveAsync(choice, null));
            }
        });
    }

    // Where a person who had the window has settled it, nothing is left to choose.
    private void Next(Choice choice, TimeSpan delay, Func<ValueTask> action) => clerks.AtSeat(choice.Window, _ => delay, _ =>
    {
        if (choice.Settled <= choice.SettledHere)
        {
            return action();
        }

        Finish(choice);
        return ValueTask.CompletedTask;
    });

    private ValueTask<bool> SendAsync(Choice choice, Domain.ICommand command) =>
        clerks.SendFromAsync(choice.Window, GrainAddress.Inventory, command);

    // Drawn anew from the household's own stream: the same taste whenever it comes to a window.
    private Taste TasteOf(HouseholdId household) =>
        new(stage.Scenario.Preferences, market, stage.Random($"taste/{household}"));

    private sealed class Choice(HouseholdId household, WindowId window, RandomStream random, Taste taste, Band left, decimal aim)
    {
        public HouseholdId Household { get; } = household;

        public WindowId Window { get; } = window;

        public RandomStream Random { get; } = random;

        public Taste Taste { get; } = taste;

        public Band Left { get; set; } = left;

        public decimal Aim { get; set; } = aim;

        public bool HasFlat { get; set; }

        /// <summary>How often it was settled at this window, and how often of these by its clerk.</summary>
        public int Settled { get; set; }

        public int SettledHere { get; set; }
    }
}
