using CommandCenter.Domain;
using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Journal;
using CommandCenter.Simulation.Randomness;
using CommandCenter.Simulation.Scenarios;

namespace CommandCenter.Simulation.Cast;

/// <summary>Matters that households bring up, and their answers: simple ones the same day, complex ones with a dated interim reply first.</summary>
public sealed class CaseDesk : ICastMember
{
    private static readonly TimeSpan UntilInterim = TimeSpan.FromMinutes(20);

    private readonly Stage _stage;
    private readonly Reception _reception;
    private readonly RandomStream _random;
    private readonly Dictionary<CaseId, ArisingCase> _open = [];
    private readonly Dictionary<CaseId, PostId> _unanswered = [];
    private readonly HashSet<CaseId> _unheard = [];
    private int _count;

    /// <summary>The desk that takes matters in.</summary>
    public CaseDesk(Stage stage, Reception reception) =>
        (_stage, _reception, _random) = (stage, reception, stage.Random("cases"));

    /// <inheritdoc/>
    public void Begin()
    {
    }

    /// <inheritdoc/>
    public void Observe(JournalEntry entry)
    {
        switch (entry.Event)
        {
            case HouseholdCheckedIn e: MayBringUp(e.Household); break;
            case CaseRegistered e when _open.Remove(e.Case, out var matter): Answer(e, matter); break;
            case CaseAssigned e when _unanswered.ContainsKey(e.Case): _unanswered[e.Case] = e.Responsible; break;
            case CaseInterimReplied e: _unheard.Remove(e.Case); break;
            case CaseAnswered e: _unanswered.Remove(e.Case); break;
            default: break;
        }
    }

    private void MayBringUp(HouseholdId household)
    {
        foreach (var matter in _stage.Scenario.Cases)
        {
            if (_random.Chance(matter.Share))
            {
                _stage.Agenda.In(TimeSpan.FromMinutes(2 + _random.NextInt(90)), () => RegisterAsync(household, matter));
            }
        }
    }

    private ValueTask RegisterAsync(HouseholdId household, ArisingCase matter)
    {
        var id = new CaseId($"c{++_count:0000}");
        _open.Add(id, matter);
        return _reception.WriteAsync(
            GrainAddress.Of(id), new RegisterCase(matter.Category, matter.Channel, household, matter.Text, matter.Kind, null), () => _open.ContainsKey(id));
    }

    private void Answer(CaseRegistered e, ArisingCase matter)
    {
        _unanswered.Add(e.Case, e.Responsible);
        var answered = matter.Answer.Sample(_random);
        if (matter.Kind == CaseKind.Complex)
        {
            _unheard.Add(e.Case);
            _stage.Agenda.In(UntilInterim, () => ReplyAsync(
                e.Case,
                () => _unheard.Contains(e.Case),
                () => new ReplyInterim("已受理，正在核实，按时限答复。", _stage.Agenda.Now + answered + UntilInterim)));
        }

        _stage.Agenda.In(UntilInterim + answered, () => ReplyAsync(
            e.Case, static () => true, () => new AnswerCase(matter.AnswerText, matter.Clause, null)));
    }

    // By whoever is responsible then: a person may have handed it over, or answered it already.
    private ValueTask ReplyAsync(CaseId id, Func<bool> isDue, Func<ICommand> reply) => !_unanswered.TryGetValue(id, out var post)
        ? ValueTask.CompletedTask
        : _stage.WhenPlayedAsync(post, () => _unanswered.ContainsKey(id) && isDue(), () =>
            _unanswered[id] == post ? SendAsync(post, id, reply()) : ReplyAsync(id, isDue, reply));

    private async ValueTask SendAsync(PostId post, CaseId id, ICommand command) => await _stage.SendAsync(post, GrainAddress.Of(id), command);
}
