using CommandCenter.Domain.Draws;
using CommandCenter.Journal;
using CommandCenter.Simulation.Cast;

namespace CommandCenter.Simulation.Drills;

/// <summary>Everyone who plays, brought together: begins the day and hands on what is published.</summary>
public sealed class Troupe : IFeedSubscriber
{
    private readonly ICastMember[] _members;
    private readonly Director _director;
    private bool _begun;

    /// <summary>The whole cast on a stage. The draw order follows from the seed.</summary>
    public Troupe(Stage stage)
    {
        var order = SeededOrder.Of([.. stage.Lists.Households.Select(static h => h.Id)], $"{stage.Seed}");
        var market = new Market(stage.Lists.Units);
        Reception = new(stage);
        var clerks = new Clerks(stage, market);
        var residents = new Residents(stage, Reception, clerks, order);
        _director = new(stage, market);

        // The market first: whoever chooses sees the flats as they are now.
        _members = [market, stage.Script, Reception, clerks, residents, new Leaders(stage), new Responders(stage), new CaseDesk(stage, Reception), new Listeners(stage), new Headquarters(stage, residents, Reception, order), _director];
    }

    /// <summary>The reception desks, whose waits no entry holds.</summary>
    public Reception Reception { get; }

    /// <summary>Starts the drill and puts the day onto the agenda.</summary>
    public async ValueTask BeginAsync(decimal speed)
    {
        _begun = true;
        foreach (var member in _members)
        {
            member.Begin();
        }

        await _director.StartAsync(speed);
    }

    /// <inheritdoc/>
    public void Apply(JournalEntry entry)
    {
        if (!_begun)
        {
            return;
        }

        foreach (var member in _members)
        {
            member.Observe(entry);
        }
    }
}
