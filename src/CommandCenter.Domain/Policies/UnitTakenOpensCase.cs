using System.Globalization;
using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Policies;

/// <summary>A flat taken → the difference is a matter that must be settled and answered.</summary>
public sealed class UnitTakenOpensCase : Policy<UnitTaken>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(UnitTaken e, RecordedEvent recorded, Plan plan)
    {
        var grain = GrainAddress.Of(CaseOf(e.Household));
        var amount = e.Difference.Amount.ToString("0.00", CultureInfo.InvariantCulture);
        yield return new(grain, new RegisterCase(
            CaseCategory.PriceDifference, CaseChannel.Window, e.Household, "选房后结算差价", CaseKind.Simple, null));
        yield return new(grain, new NoteCase($"选定 {e.Unit.Id}，建筑面积 {e.Unit.Area}㎡，应补差价 {amount} 元（负数为退款）"));
    }

    /// <summary>The case in which a household's difference is settled.</summary>
    public static CaseId CaseOf(HouseholdId household) => new($"diff-{household}");
}
