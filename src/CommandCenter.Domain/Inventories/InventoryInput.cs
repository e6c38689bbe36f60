using CommandCenter.Domain.Entitlements;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Inventories;

/// <summary>What a command to the inventory must look like, whatever is free or taken.</summary>
internal static class InventoryInput
{
    private const decimal MostArea = 100_000m;
    private const int MostUnits = 10;

    public static Rejection? Check(ICommand command, Plan plan)
    {
        var limit = plan.Limits.MaxText;
        return command switch
        {
            ListUnits c => UnitRule.CheckList(c.Units, "units", limit),
            AdmitHousehold c => CheckPlace(c.Household, c.Window, plan) ?? TextRule.Check(c.MaskedName, "maskedName", limit) ?? CheckBand(c.Band),
            DismissHousehold c => CheckPlace(c.Household, c.Window, plan),
            ReserveUnit c => CheckPlace(c.Household, c.Window, plan) ?? IdRule.Check(c.Unit.Value, "unit"),
            ReleaseUnit c => IdRule.Check(c.Unit.Value, "unit"),
            ConfirmUnit c => CheckPlace(c.Household, c.Window, plan) ?? IdRule.Check(c.Unit.Value, "unit"),
            WithdrawUnit c => IdRule.Check(c.Unit.Value, "unit") ?? TextRule.Check(c.Reason, "reason", limit),
            ReturnUnit c => IdRule.Check(c.Unit.Value, "unit"),
            ProposeReversal c => IdRule.Check(c.Unit.Value, "unit") ?? TextRule.Check(c.Reason, "reason", limit),
            ApproveReversal c => IdRule.Check(c.Unit.Value, "unit"),
            MeetDeadline => null,
            _ => Rejections.UnknownCommand,
        };
    }

    private static Rejection? CheckPlace(HouseholdId household, WindowId window, Plan plan) =>
        IdRule.Check(household.Value, "household") ?? IdRule.Known(window.Value, plan.FindWindow(window) is not null, "window");

    private static Rejection? CheckBand(Band? band) =>
        band is null ? Rejections.Required.For("band")
        : ValueRule.Between(band.Granted, 0m, MostArea, "band.granted")
            ?? ValueRule.Between(band.MaxArea, 0m, MostArea, "band.maxArea")
            ?? ValueRule.Between(band.MaxUnits, 0, MostUnits, "band.maxUnits");
}
