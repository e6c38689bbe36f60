using CommandCenter.Domain.Communication;
using CommandCenter.Domain.Identity;
using CommandCenter.Journal;
using CommandCenter.Simulation.Randomness;

namespace CommandCenter.Simulation.Cast;

/// <summary>Everyone at a post: sees the communication check on the screen and answers it some seconds later.</summary>
public sealed class Listeners : ICastMember
{
    private const int SlowestSeconds = 25;

    private readonly Stage _stage;
    private readonly RandomStream _random;

    /// <summary>All posts of the plan.</summary>
    public Listeners(Stage stage) => (_stage, _random) = (stage, stage.Random("communication"));

    /// <inheritdoc/>
    public void Begin()
    {
    }

    /// <inheritdoc/>
    public void Observe(JournalEntry entry)
    {
        if (entry.Event is not CommunicationCheckStarted e)
        {
            return;
        }

        foreach (var post in e.Posts)
        {
            var seen = TimeSpan.FromSeconds(1 + _random.NextInt(SlowestSeconds));
            _stage.Agenda.In(seen, async () => await _stage.SendAsync(post, GrainAddress.Communication, new SeeCommunicationCheck(e.Check)));
            _stage.Agenda.In(seen * 2, async () => await _stage.SendAsync(post, GrainAddress.Communication, new AnswerCommunicationCheck(e.Check)));
        }
    }
}
