using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Domain.Policies;

/// <summary>Declined → the window may complete.</summary>
public sealed class SelectionDeclinedSettlesWindow : Policy<SelectionDeclined>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(SelectionDeclined e, RecordedEvent recorded, Plan plan)
    {
        if (e.Window is { } window)
        {
            yield return new(GrainAddress.Of(window), new SettleSelection(e.Household, null));
        }
    }
}
