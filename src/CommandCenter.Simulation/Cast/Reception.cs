using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;
using CommandCenter.Journal;
using CommandCenter.Simulation.Randomness;

namespace CommandCenter.Simulation.Cast;

/// <summary>The reception desks: households stand in line and are checked in one after another.</summary>
public sealed class Reception : ICastMember
{
    private readonly Stage _stage;
    private readonly Queue<(HouseholdEntry Household, DateTimeOffset Since)> _line = new();
    private readonly RandomStream _presence;
    private readonly RandomStream _service;
    private readonly PostId[] _posts;
    private readonly int _desks;
    private readonly List<TimeSpan> _waits = [];
    private int _busy;
    private bool _open;

    /// <summary>Opens with the desks of the scenario, times its scale.</summary>
    public Reception(Stage stage)
    {
        _stage = stage;
        _presence = stage.Random("presence");
        _service = stage.Random("check-in");
        _posts = [.. stage.Plan.Posts.Where(static p => p.Role == PostRole.Reception).Select(static p => p.Id)];
        _desks = stage.Scenario.CheckIn.Desks * stage.Scenario.Scale;
    }

    /// <summary>The post that writes at the reception desk.</summary>
    public PostId Post => _posts[0];

    /// <summary>From arriving to being checked in, for each household so far.</summary>
    public IReadOnlyList<TimeSpan> Waits => _waits;

    /// <inheritdoc/>
    public void Begin()
    {
    }

    /// <inheritdoc/>
    public void Observe(JournalEntry entry)
    {
        switch (entry.Event)
        {
            case OperationOpened or OperationResumed:
                _open = true;
                Serve();
                break;
            case OperationSuspended or OperationClosing or OperationClosed:
                _open = false;
                break;
            default:
                break;
        }
    }

    /// <summary>A household stands in line.</summary>
    public void Join(HouseholdEntry household)
    {
        _line.Enqueue((household, _stage.Agenda.Now));
        Serve();
    }

    private void Serve()
    {
        while (_open && _busy < _desks && _line.TryDequeue(out var next))
        {
            _busy++;
            var post = _posts[_busy % _posts.Length];
            _stage.Agenda.In(_stage.Scenario.CheckIn.Service.Sample(_service), () => CheckInAsync(post, next.Household, next.Since));
        }
    }

    private async ValueTask CheckInAsync(PostId post, HouseholdEntry household, DateTimeOffset since)
    {
        _busy--;
        var present = household.Members.Where(m => m.No == 1 ? household.Proxy is null : _presence.Chance(_stage.Scenario.Behaviour.Present));
        if (await _stage.SendAsync(post, GrainAddress.Of(household.Id), new CheckIn([.. present.Select(static m => m.No)], null, null)))
        {
            _waits.Add(_stage.Agenda.Now - since);
        }

        Serve();
    }
}
