using CommandCenter.Domain;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.TestKit.Halls;

/// <summary>How far every household has come, by an account of its own: no step begins before the one before it is complete.</summary>
public sealed class JourneyLedger(Plan plan)
{
    private readonly List<StepId> _line = [.. plan.MainLine.Select(static s => s.Id)];
    private readonly Dictionary<HouseholdId, int> _complete = [];

    /// <exception cref="InvariantBrokenException">The event must not have happened.</exception>
    public void Apply(IEvent @event)
    {
        switch (@event)
        {
            case HouseholdCheckedIn e: _complete.Add(e.Household, 1); break;
            case StepStarted e: CheckNext(e.Household, e.Step); break;
            case StepCompleted e when CheckNext(e.Household, e.Step): _complete[e.Household]++; break;
            case SteppedBack e: _complete[e.Household] = _line.IndexOf(e.To); break;
            default: break;
        }
    }

    // Side steps may come at any time.
    private bool CheckNext(HouseholdId household, StepId step)
    {
        var place = _line.IndexOf(step);
        Invariant.Demand(place < 0 || _complete[household] == place, () => $"{household} is at {step} after {_complete[household]} complete steps");
        return place >= 0;
    }
}
