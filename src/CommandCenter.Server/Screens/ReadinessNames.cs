using CommandCenter.Boards.State;
using CommandCenter.Domain.Operations;

namespace CommandCenter.Server.Screens;

/// <summary>How readiness items are called.</summary>
internal static class ReadinessNames
{
    /// <summary>The item's name; lists and order have none in the plan.</summary>
    public static string Of(ReadinessState item) => item.Item switch
    {
        Readiness.Lists => Texts.T("plan.itemLists"),
        Readiness.Order => Texts.T("plan.itemOrder"),
        _ => Texts.Name(item.Name),
    };
}
