using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Grains.Running;
using CommandCenter.Grains.Time;
using CommandCenter.Journal;
using CommandCenter.Simulation.Drills;
using CommandCenter.Simulation.Scenarios;

namespace CommandCenter.Server.Operations;

/// <summary>What a drill has on a server that a day that counts has not: a clock of its own, and a cast that plays along.</summary>
internal sealed partial class LiveDrill : IAsyncDisposable
{
    private readonly DrillPace _pace;
    private readonly LivePlay _play = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly Opening _opening;
    private readonly ILogger _logger;
    private Task _playing = Task.CompletedTask;
    private Plan _plan = Plan.Empty;
    private bool _isCast;

    public LiveDrill(Opening opening)
    {
        (_opening, _logger) = (opening, opening.Logger);
        Clock = new(opening.Start, opening.Zone, opening.System);
        _pace = new(Clock);
    }

    public DrillClock Clock { get; }

    /// <summary>The story that is played; null where nobody plays one.</summary>
    public Scenario? Story { get; private set; }

    /// <summary>Who must be given every entry.</summary>
    public IReadOnlyList<IFeedSubscriber> Subscribers => [_pace, _play];

    /// <summary>How fast the clock runs; 0 while it stands.</summary>
    public double Speed => Clock.IsPaused ? 0 : Clock.Speed;

    /// <summary>Founded, wholly or in part, and no drill set up on it yet.</summary>
    public bool IsUnbegun => PlayedDrill.Of(_play.Past()) is null;

    /// <summary>Begins a drill with a cast on an operation that was just founded and does not move yet.</summary>
    public async ValueTask BeginAsync(OperationHost host, DrillMaterial material, decimal speed, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var setup = Setup(host, material.Scenario, material.Scenario.Seed, material.Plan, material.Lists, Clock.GetLocalNow());
        await _play.BeginAsync(setup, speed, until, cancellationToken);
        _isCast = true;
    }

    /// <summary>Lets the clock follow the drill, and the cast play along where there is one.</summary>
    public async ValueTask StartAsync(OperationHost host)
    {
        if (host.Stopped is not null)
        {
            _play.Leave();
        }
        else if (_opening.Lease.IsHeld)
        {
            await EnterAsync(host);
        }
        else
        {
            _playing = Task.Run(() => StandByAsync(host));
        }

        _pace.Engage();
    }

    private async ValueTask EnterAsync(OperationHost host)
    {
        if (_isCast || await RecallAsync(host))
        {
            _playing = Task.Run(PlayAsync);
        }
        else
        {
            _play.Leave();
        }
    }

    // The cast plays where the lease is held; elsewhere it only keeps in mind what happened.
    private async Task StandByAsync(OperationHost host)
    {
        try
        {
            while (_opening.Lease.NextChangeAsync() is var change && !_opening.Lease.IsHeld)
            {
                await change.WaitAsync(_stopping.Token);
            }
        }
        catch (OperationCanceledException)
        {
            return;
        }

        if (await RecallAsync(host))
        {
            await PlayAsync();
        }
        else
        {
            _play.Leave();
        }
    }

    /// <summary>Whether a person holds a post instead of the cast.</summary>
    public bool IsTaken(PostId post) => _opening.IsTaken(post);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _playing;
        _stopping.Dispose();
        Clock.Dispose();
    }

    // A drill that was begun with a scenario that is still here goes on where it was.
    private async ValueTask<bool> RecallAsync(OperationHost host)
    {
        if (PlayedDrill.Of(_play.Past()) is not { IsOver: false } drill
            || DrillMaterial.FindScenario(drill.Scenario) is not { } file
            || ScenarioFile.Read(file, drill.Plan, new()) is not { } scenario)
        {
            return false;
        }

        await _play.RecallAsync(Setup(host, scenario, drill.Seed, drill.Plan, drill.Lists, drill.Start));
        return true;
    }

    private LivePlaySetup Setup(OperationHost host, Scenario scenario, long seed, Plan plan, AllocationLists lists, DateTimeOffset start)
    {
        (_plan, Story) = (plan, scenario);
        return new(scenario, seed, plan, lists, start) { Host = host, Clock = Clock, System = _opening.System, IsPlayed = post => _opening.Lease.IsHeld && !IsTaken(post) };
    }

    private async Task PlayAsync()
    {
        try
        {
            await _play.PlayAsync(_stopping.Token);
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
        catch (Exception e)
        {
            _play.Leave();
            LogCastLeft(_plan.Name.Zh, e);
        }
    }

    // Event ids 2010–2019; never used again for something else.
    [LoggerMessage(2010, LogLevel.Error, "The simulated residents of {Operation} have stopped; people can go on.")]
    private partial void LogCastLeft(string operation, Exception exception);
}
