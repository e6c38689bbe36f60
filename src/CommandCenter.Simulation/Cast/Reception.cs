using CommandCenter.Domain;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;
using CommandCenter.Journal;
using CommandCenter.Simulation.Randomness;

namespace CommandCenter.Simulation.Cast;

/// <summary>The reception desks: households stand in line and are checked in one after another.</summary>
/// <remarks>Where people have desks, the others go on; where they have them all, the line waits for a person or for a desk that comes back.</remarks>
public sealed class Reception : ICastMember
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Stage _stage;
    private readonly Queue<(HouseholdEntry Household, DateTimeOffset Since)> _line = new();
    private readonly RandomStream _presence;
    private readonly RandomStream _service;
    private readonly PostId[] _posts;
    private readonly int _desks;
    private readonly List<TimeSpan> _waits = [];
    private readonly HashSet<HouseholdId> _inside = [];
    private int _busy;
    private bool _open;
    private bool _looks;

    /// <summary>Opens with the desks of the scenario, times its scale.</summary>
    public Reception(Stage stage)
    {
        _stage = stage;
        _presence = stage.Random("presence");
        _service = stage.Random("check-in");
        _posts = [.. stage.Plan.Posts.Where(static p => p.Role == PostRole.Reception).Select(static p => p.Id)];
        _desks = stage.Scenario.CheckIn.Desks * stage.Scenario.Scale;
    }

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
            case HouseholdCheckedIn e: _inside.Add(e.Household); break;
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

    /// <summary>Writes something at a desk, unless it has been done by then.</summary>
    public ValueTask WriteAsync(GrainAddress grain, ICommand command, Func<bool> isDue) =>
        _stage.WhenAnyPlayedAsync(_posts, isDue, async post => await _stage.SendAsync(post, grain, command));

    private void Serve()
    {
        var posts = _posts.Where(_stage.IsPlayed).ToArray();
        var desks = _desks * posts.Length / _posts.Length;
        while (_open && _busy < desks && _line.TryDequeue(out var next))
        {
            _busy++;
            var post = posts[_busy % posts.Length];
            _stage.Agenda.In(_stage.Scenario.CheckIn.Service.Sample(_service), () => CheckInAsync(post, next.Household, next.Since));
        }

        LookAgain();
    }

    // Nobody works at a desk, so nobody will turn to the next in line.
    private void LookAgain()
    {
        if (_looks || _busy > 0 || _line.Count == 0 || !_open)
        {
            return;
        }

        _looks = true;
        _stage.Agenda.In(Minute, () =>
        {
            _looks = false;
            Serve();
            return ValueTask.CompletedTask;
        });
    }

    private async ValueTask CheckInAsync(PostId post, HouseholdEntry household, DateTimeOffset since)
    {
        _busy--;
        int[] present =
        [
            .. household.Members.Where(m => m.No == 1 ? household.Proxy is null : _presence.Chance(_stage.Scenario.Behaviour.Present)).Select(static m => m.No),
        ];
        await _stage.WhenAnyPlayedAsync([post, .. _posts], () => !_inside.Contains(household.Id), async desk =>
        {
            if (await _stage.SendAsync(desk, GrainAddress.Of(household.Id), new CheckIn([.. present], null, null)))
            {
                _waits.Add(_stage.Agenda.Now - since);
            }
        });
        Serve();
    }
}
