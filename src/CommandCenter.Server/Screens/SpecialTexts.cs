using CommandCenter.Boards.Circumstances;
using CommandCenter.Domain.Cases;

namespace CommandCenter.Server.Screens;

/// <summary>Words a special circumstance.</summary>
internal static class SpecialTexts
{
    /// <summary>What the list says, in the present language.</summary>
    public static string Of(ListedCircumstance c) => c.Category switch
    {
        CaseCategory.SecondChild => Texts.T("special.secondChild", Moments.Area(c.Area ?? 0)),
        CaseCategory.AddedMember => Texts.T("special.addedMembers", c.People ?? 0, Moments.Area(c.Area ?? 0)),
        _ => Texts.T(c.Amount >= 0 ? "special.toPay" : "special.toGet", Moments.Money(Math.Abs(c.Amount ?? 0))),
    };
}
