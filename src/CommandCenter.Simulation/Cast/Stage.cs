using CommandCenter.Domain;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Grains;
using CommandCenter.Simulation.Kernel;
using CommandCenter.Simulation.Randomness;
using CommandCenter.Simulation.Scenarios;

namespace CommandCenter.Simulation.Cast;

/// <summary>
/// What every simulated person has at hand: the plan, the story, the agenda, and the same command port that people use.
/// Nobody in the cast reads a grain's state or writes to the journal; they see what is published and send commands.
/// </summary>
public sealed class Stage
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(1);

    private readonly IGrainHost _host;
    private readonly Func<PostId, bool> _isPlayed;
    private readonly string _commandPrefix;
    private long _commands;

    /// <summary>Sets the stage.</summary>
    /// <param name="plan">The plan in force.</param>
    /// <param name="lists">Who comes, and the flats.</param>
    /// <param name="scenario">The story.</param>
    /// <param name="seed">What is random follows from it.</param>
    /// <param name="agenda">What happens when.</param>
    /// <param name="host">Where commands go.</param>
    /// <param name="run">Distinguishes the command ids of this run from those of earlier runs on the same journal.</param>
    /// <param name="isPlayed">Whether the simulation plays a post now; people may take posts over at any moment.</param>
    public Stage(
        Plan plan, AllocationLists lists, Scenario scenario, long seed, Agenda agenda, IGrainHost host, long run, Func<PostId, bool> isPlayed)
    {
        (Plan, Lists, Scenario, Seed, Agenda) = (plan, lists, scenario, seed, agenda);
        (_host, _isPlayed, _commandPrefix) = (host, isPlayed, $"sim:{run}:");
        Midnight = plan.Opens - plan.Opens.TimeOfDay;
        Script = new(agenda, Midnight);
    }

    /// <summary>The plan in force.</summary>
    public Plan Plan { get; }

    /// <summary>Who comes, and the flats.</summary>
    public AllocationLists Lists { get; }

    /// <summary>The story.</summary>
    public Scenario Scenario { get; }

    /// <summary>What is random follows from it.</summary>
    public long Seed { get; }

    /// <summary>What happens when.</summary>
    public Agenda Agenda { get; }

    /// <summary>The start of the plan's day; times of day count from here.</summary>
    public DateTimeOffset Midnight { get; }

    /// <summary>What the story brings at a time, or with an inject.</summary>
    public Script Script { get; }

    /// <summary>In whose name the script goes on: the drill director's, or its own where a person directs.</summary>
    public PostId ScriptPost => (PostOf(PostRole.DrillDirector) ?? PostOf(PostRole.Commander)) is { } post && IsPlayed(post) ? post : Actor.Script.Post;

    /// <summary>Commands sent so far.</summary>
    public long Commands => _commands;

    /// <summary>Commands refused so far.</summary>
    public long Refused { get; private set; }

    /// <summary>While true nothing is sent, and everything counts as accepted: the cast recalls what it did.</summary>
    public bool IsSilent { get; set; }

    /// <summary>A random stream with a name.</summary>
    public RandomStream Random(string name) => new(Seed, name);

    /// <summary>Sends a command as a post, unless a person holds that post; true when it was accepted.</summary>
    public async ValueTask<bool> SendAsync(PostId post, GrainAddress grain, ICommand command)
    {
        if (IsSilent)
        {
            return true;
        }

        if (!_isPlayed(post))
        {
            return false;
        }

        var id = new CommandId($"{_commandPrefix}{++_commands}");
        var answer = await _host.ExecuteAsync(new(grain, command, id, Actor.Of(post)), CancellationToken.None);
        if (answer.Rejection is null)
        {
            return true;
        }

        Refused++;
        return false;
    }

    /// <summary>Whether the simulation plays a post now.</summary>
    public bool IsPlayed(PostId post) => IsSilent || _isPlayed(post);

    /// <summary>Sends a command as a post as soon as the simulation plays it.</summary>
    /// <param name="post">The post.</param>
    /// <param name="grain">Whom it is for.</param>
    /// <param name="command">What.</param>
    /// <param name="isDue">Whether it is still to be done.</param>
    public ValueTask WhenPlayedAsync(PostId post, GrainAddress grain, ICommand command, Func<bool> isDue) =>
        WhenPlayedAsync(post, isDue, async () => await SendAsync(post, grain, command));

    /// <summary>
    /// Does something as a post, or, while a person holds the post, looks again every minute whether it has come back: then
    /// what is still to be done is done after all. So it is while the cast recalls the day, which may have had a person there.
    /// </summary>
    /// <param name="post">The post.</param>
    /// <param name="isDue">Whether it is still to be done, by what was published.</param>
    /// <param name="action">What.</param>
    public ValueTask WhenPlayedAsync(PostId post, Func<bool> isDue, Func<ValueTask> action) =>
        WhenAnyPlayedAsync([post], isDue, _ => action());

    /// <summary>The same for what any of several posts may do: the first one that the simulation plays does it.</summary>
    public ValueTask WhenAnyPlayedAsync(IReadOnlyList<PostId> posts, Func<bool> isDue, Func<PostId, ValueTask> action)
    {
        if (!IsSilent && posts.Any(_isPlayed))
        {
            return action(posts.First(_isPlayed));
        }

        if (isDue())
        {
            Agenda.In(LookAgain, () => isDue() ? WhenAnyPlayedAsync(posts, isDue, action) : default);
        }

        return default;
    }

    /// <summary>The first post with a role, in the plan's order; optionally of a group.</summary>
    public PostId? PostOf(PostRole role, GroupId? group = null) =>
        Plan.Posts.FirstOrDefault(p => p.Role == role && (group is null || p.Group == group))?.Id;
}
