using CommandCenter.Domain.Drills;
using CommandCenter.Domain.Identity;
using CommandCenter.Journal;
using CommandCenter.Simulation.Kernel;
using CommandCenter.Simulation.Scenarios;

namespace CommandCenter.Simulation.Cast;

/// <summary>
/// What the story brings: at a time, later by whatever the director has postponed meanwhile, or with an inject, and then
/// only if that comes.
/// </summary>
public sealed class Script(Agenda agenda, DateTimeOffset midnight) : ICastMember
{
    private readonly List<(InjectId Inject, Func<ValueTask> Action)> _with = [];
    private TimeSpan _postponed;

    /// <summary>Has something happen on its cue.</summary>
    public void On(Cue cue, Func<ValueTask> action)
    {
        if (cue.With is { } inject)
        {
            _with.Add((inject, action));
        }
        else
        {
            At(midnight + cue.TimeOfDay!.Value, action);
        }
    }

    /// <summary>Has something happen at a time, or later by what is postponed from now until then.</summary>
    public void At(DateTimeOffset at, Func<ValueTask> action)
    {
        var known = _postponed;
        agenda.At(at, () =>
        {
            var more = _postponed - known;
            if (more == TimeSpan.Zero)
            {
                return action();
            }

            At(at + more, action);
            return ValueTask.CompletedTask;
        });
    }

    /// <inheritdoc/>
    public void Begin()
    {
    }

    /// <inheritdoc/>
    public void Observe(JournalEntry entry)
    {
        switch (entry.Event)
        {
            case InjectsPostponed e: _postponed += TimeSpan.FromMinutes(e.Minutes); break;
            case InjectDelivered e: _with.FindAll(w => w.Inject == e.Inject.Id).ForEach(w => agenda.In(TimeSpan.Zero, w.Action)); break;
            default: break;
        }
    }
}
